/*
 * From the bytes of a terminal to keys: keeps what is not a whole key yet,
 * and collects a paste into one key.
 */
#ifndef TUI_KEY_READER_H
#define TUI_KEY_READER_H

#include "keys.h"

/* A zeroed one is ready to use. */
struct key_reader {
	struct strbuf bytes; /* read and not decoded */
	size_t taken;        /* of them, decoded */
	bool pasting;
	struct strbuf paste;
};

void key_reader_release(struct key_reader *reader);

/* Reads what is there to be read; false when the terminal is gone. */
bool key_reader_fill(struct key_reader *reader, int fd);

/* The next whole key of what was read. A paste's text is valid until the
 * next one. */
bool key_reader_take(struct key_reader *reader, struct key *key);

/* How long to wait for more, if one would else wait so long (-1: for ever). */
int key_reader_wait(const struct key_reader *reader, int timeout_ms);

/* Nothing came in that time: what there is is all there will be. */
bool key_reader_give_up(struct key_reader *reader, struct key *key);

#endif

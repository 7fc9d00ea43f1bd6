/* The transcript of a rehearsal so far, saved or not. */
#ifndef TESTS_PLAY_BYTES_H
#define TESTS_PLAY_BYTES_H

#include "io/play_parts.h"

static inline struct str play_bytes(const struct play *play)
{
	return strbuf_str(&play->transcript.bytes);
}

#endif

#include "key_reader.h"

#include <errno.h>
#include <unistd.h>

#include "decode.h"

enum {
	ESCAPE_WAIT = 25,    /* ms: a lone Esc, or the start of a key? */
	PASTE_WAIT = 1000,   /* ms: the rest of a paste is lost */
	PASTE_MAX = 1 << 16, /* bytes kept; no field takes as much */
	READ_MAX = 4096,
};

void key_reader_release(struct key_reader *reader)
{
	strbuf_release(&reader->bytes);
	strbuf_release(&reader->paste);
	*reader = (struct key_reader){ 0 };
}

bool key_reader_fill(struct key_reader *reader, int fd)
{
	char bytes[READ_MAX];
	ssize_t nr = read(fd, bytes, sizeof(bytes));

	if (nr < 0)
		return errno == EINTR || errno == EAGAIN;
	if (!nr)
		return false;
	strbuf_add(&reader->bytes, (struct str){ bytes, (size_t)nr });
	return true;
}

static struct str undecoded(const struct key_reader *reader)
{
	return str_slice(strbuf_str(&reader->bytes), reader->taken,
			 reader->bytes.len);
}

static void take_bytes(struct key_reader *reader, size_t nr)
{
	reader->taken += nr;
	if (reader->taken == reader->bytes.len) {
		strbuf_truncate(&reader->bytes, 0);
		reader->taken = 0;
	}
}

static void end_paste(struct key_reader *reader, struct key *key)
{
	reader->pasting = false;
	*key = (struct key){ .code = CODE_PASTE,
			     .text = strbuf_str(&reader->paste) };
}

/* Collects what is pasted; true when its end was found. */
static bool take_paste(struct key_reader *reader, struct key *key)
{
	struct str bytes = undecoded(reader);
	size_t end = str_find(bytes, decode_paste_end, 0);
	size_t keep = end;

	/* the end mark itself may be cut in two by reading */
	if (end == bytes.len)
		keep = bytes.len > decode_paste_end.len
			       ? bytes.len - decode_paste_end.len
			       : 0;
	strbuf_add(&reader->paste, str_slice(bytes, 0, keep));
	if (end == bytes.len) {
		take_bytes(reader, keep);
		return false;
	}
	take_bytes(reader, end + decode_paste_end.len);
	end_paste(reader, key);
	return true;
}

static bool take_key(struct key_reader *reader, bool last, struct key *key)
{
	size_t nr;

	for (;;) {
		if (reader->pasting)
			return take_paste(reader, key);
		nr = key_decode(undecoded(reader), last, key);
		if (!nr)
			return false;
		take_bytes(reader, nr);
		if (key->code == CODE_PASTE) {
			reader->pasting = true;
			strbuf_release(&reader->paste);
			reader->paste.max = PASTE_MAX;
		} else if (key->code != CODE_NONE) {
			return true;
		}
	}
}

bool key_reader_take(struct key_reader *reader, struct key *key)
{
	return take_key(reader, false, key);
}

int key_reader_wait(const struct key_reader *reader, int timeout_ms)
{
	if (reader->pasting)
		return PASTE_WAIT;
	return undecoded(reader).len ? ESCAPE_WAIT : timeout_ms;
}

bool key_reader_give_up(struct key_reader *reader, struct key *key)
{
	if (reader->pasting) {
		end_paste(reader, key);
		return true;
	}
	return take_key(reader, true, key);
}

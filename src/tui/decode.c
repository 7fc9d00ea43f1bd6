#include "decode.h"

#include "rehearse/utf8.h"

const struct str decode_paste_end = { "\033[201~", 6 };

enum { SEQUENCE_MAX = 40 };

static const struct {
	char final;
	enum key_code code;
} finals[] = {
	{ 'A', CODE_UP },
	{ 'B', CODE_DOWN },
	{ 'C', CODE_RIGHT },
	{ 'D', CODE_LEFT },
	{ 'F', CODE_END_KEY },
	{ 'H', CODE_HOME },
	{ 'P', CODE_F1 },
	{ 'Q', CODE_F1 + 1 },
	{ 'R', CODE_F1 + 2 },
	{ 'S', CODE_F1 + 3 },
	{ 'Z', CODE_BACKTAB },
	{ 'M', CODE_ENTER },
	/* rxvt, with ctrl */
	{ 'a', CODE_UP },
	{ 'b', CODE_DOWN },
	{ 'c', CODE_RIGHT },
	{ 'd', CODE_LEFT },
};

static const struct {
	unsigned number; /* ESC [ number ~ */
	enum key_code code;
} numbers[] = {
	{ 1, CODE_HOME },     { 2, CODE_INSERT },  { 3, CODE_DELETE },
	{ 4, CODE_END_KEY },  { 5, CODE_PAGE_UP }, { 6, CODE_PAGE_DOWN },
	{ 7, CODE_HOME },     { 8, CODE_END_KEY }, { 11, CODE_F1 },
	{ 12, CODE_F1 + 1 },  { 13, CODE_F1 + 2 }, { 14, CODE_F1 + 3 },
	{ 15, CODE_F1 + 4 },  { 17, CODE_F1 + 5 }, { 18, CODE_F1 + 6 },
	{ 19, CODE_F1 + 7 },  { 20, CODE_F1 + 8 }, { 21, CODE_F1 + 9 },
	{ 23, CODE_F1 + 10 }, { 24, CODE_F12 },    { 200, CODE_PASTE },
};

static enum key_code final_code(char final)
{
	for (size_t i = 0; i < ARRAY_LEN(finals); i++)
		if (finals[i].final == final)
			return finals[i].code;
	return CODE_NONE;
}

static enum key_code number_code(unsigned number)
{
	for (size_t i = 0; i < ARRAY_LEN(numbers); i++)
		if (numbers[i].number == number)
			return numbers[i].code;
	return CODE_NONE;
}

static void decode_byte(unsigned char byte, struct key *key)
{
	switch (byte) {
	case '\r':
		key->code = CODE_ENTER;
		return;
	case '\t':
		key->code = CODE_TAB;
		return;
	case 0x1b:
		key->code = CODE_ESCAPE;
		return;
	case 0x08:
	case 0x7f:
		key->code = CODE_BACKSPACE;
		return;
	}
	key->code = CODE_TEXT;
	key->ctrl = byte < 0x20;
	key->character = byte;
	if (byte >= 0x01 && byte <= 0x1a)
		key->character = 'a' + byte - 1u;
	else if (byte < 0x20)
		key->character = '@' + byte;
}

/* How long the character would be if its first byte tells the truth. */
static size_t character_len(unsigned char byte)
{
	return byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 1;
}

static size_t decode_character(struct str bytes, bool last, struct key *key)
{
	unsigned char first = (unsigned char)bytes.ptr[0];
	size_t at = 0;

	if (first < 0x80) {
		decode_byte(first, key);
		return 1;
	}
	key->code = CODE_TEXT;
	key->character = utf8_next(bytes, &at);
	if (key->character != UTF8_INVALID)
		return at;
	if (!last && bytes.len < character_len(first))
		return 0;
	key->character = 0xfffd;
	return 1;
}

static void set_modifiers(struct key *key, unsigned parameter)
{
	unsigned bits = parameter ? parameter - 1 : 0;

	key->meta = bits & 2;
	key->ctrl = bits & 4;
}

/* The two first numbers of "12;5". */
static void read_parameters(struct str bytes, unsigned out[2])
{
	unsigned i = 0;

	out[0] = out[1] = 0;
	for (size_t at = 0; at < bytes.len && i < 2; at++) {
		unsigned digit = (unsigned char)bytes.ptr[at] - (unsigned)'0';

		if (bytes.ptr[at] == ';')
			i++;
		else if (digit < 10 && out[i] < 100000)
			out[i] = out[i] * 10 + digit;
	}
}

/* ESC [ number ; modifiers u: terminals that tell every key apart. */
static void decode_csi_u(unsigned character, struct key *key)
{
	if (character < 0x20 || character == 0x7f) {
		decode_byte((unsigned char)character, key);
	} else if (character < 0xd800) {
		key->code = CODE_TEXT;
		key->character = character;
	}
}

/* From ESC [ to its final byte. */
static size_t decode_csi(struct str bytes, bool last, struct key *key)
{
	unsigned parameters[2];
	size_t at = 2;
	char final;

	/* the Linux console's F1..F5 */
	if (bytes.len > 2 && bytes.ptr[2] == '[') {
		if (bytes.len == 3)
			return last ? 3 : 0;
		if (bytes.ptr[3] >= 'A' && bytes.ptr[3] <= 'E')
			key->code =
				(enum key_code)(CODE_F1 + bytes.ptr[3] - 'A');
		return 4;
	}
	while (at < bytes.len && bytes.ptr[at] >= 0x20 && bytes.ptr[at] < 0x40)
		at++;
	if (at > SEQUENCE_MAX)
		return at;
	if (at == bytes.len)
		return last ? at : 0;
	final = bytes.ptr[at];
	if (final < 0x40 || final == 0x7f)
		return at; /* broken off by something else */
	if (bytes.ptr[2] >= '<' && bytes.ptr[2] <= '?')
		return at + 1; /* an answer of the terminal, no key */
	read_parameters(str_slice(bytes, 2, at), parameters);
	if (final == '~')
		key->code = number_code(parameters[0]);
	else if (final == 'u')
		decode_csi_u(parameters[0], key);
	else if (final != 'M')
		key->code = final_code(final);
	set_modifiers(key, parameters[1]);
	return at + 1;
}

/* ESC O x: cursor and function keys, and the keypad. */
static size_t decode_ss3(struct str bytes, bool last, struct key *key)
{
	char final;

	if (bytes.len < 3) {
		if (!last)
			return 0;
		key->code = CODE_TEXT;
		key->character = 'O';
		key->meta = true;
		return 2;
	}
	final = bytes.ptr[2];
	if (final >= 'j' && final <= 'y') {
		key->code = CODE_TEXT;
		key->character = (uint32_t)(final - 'j') + '*';
		return 3;
	}
	key->code = final_code(final);
	key->ctrl = final >= 'a' && final <= 'd';
	return 3;
}

static size_t decode_escape(struct str bytes, bool last, struct key *key)
{
	size_t len;

	if (bytes.len == 1) {
		key->code = CODE_ESCAPE;
		return last ? 1 : 0;
	}
	if (bytes.ptr[1] == '[' && (bytes.len > 2 || !last))
		return decode_csi(bytes, last, key);
	if (bytes.ptr[1] == 'O')
		return decode_ss3(bytes, last, key);
	if (bytes.ptr[1] == 0x1b) {
		key->code = CODE_ESCAPE;
		return 1;
	}
	len = decode_character(str_slice(bytes, 1, bytes.len), last, key);
	key->meta = true;
	return len ? len + 1 : 0;
}

size_t key_decode(struct str bytes, bool last, struct key *key)
{
	struct key found = { 0 };
	size_t len;

	*key = found;
	if (!bytes.len)
		return 0;
	if (bytes.ptr[0] == 0x1b)
		len = decode_escape(bytes, last, &found);
	else
		len = decode_character(bytes, last, &found);
	if (len)
		*key = found;
	return len;
}

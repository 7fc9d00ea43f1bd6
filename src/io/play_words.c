#include "play_parts.h"
#include "rehearse/utf8.h"

struct str play_seen(struct arena *arena, struct str text)
{
	struct strbuf clean = { 0 };
	size_t at = 0;

	while (at < text.len) {
		size_t start = at;
		uint32_t character = utf8_next(text, &at);

		if (!utf8_is_control(character))
			strbuf_add(&clean, str_slice(text, start, at));
	}
	return arena_take(arena, &clean);
}

/* ESC and its like, which no keyboard means as a text. */
static bool has_escapes(struct str text)
{
	for (size_t i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.ptr[i];

		if ((c < 0x20 && c != '\t' && c != '\n') || c == 0x7f)
			return true;
	}
	return false;
}

bool play_words(struct arena *arena, struct str words,
		struct str *taken, struct error *err)
{
	if (utf8_check(words) < words.len)
		return error_set(err, ERROR_USAGE, "this is not UTF-8 text");
	if (has_escapes(words))
		return error_set(err, ERROR_USAGE, "there are control "
				 "characters in this, an arrow key perhaps");
	if (utf8_count(words, words.len) > SESSION_MAX_CHARACTERS)
		return error_set(err, ERROR_USAGE, "this is too long: at most "
				 "%d characters", SESSION_MAX_CHARACTERS);
	*taken = str_trim(play_seen(arena, words));
	return true;
}

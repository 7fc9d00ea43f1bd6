/*
 * Measures of what a turn adds: the client's words handed back, the same
 * words again, words without a sentence, the blanks of a template, pledges of
 * nothing. Who games a score leaves these traces, whatever phrases are used.
 */
#include "moment.h"
#include "text_parts.h"

#include <string.h>

enum {
	MOSTLY = 50, /* percent */
	ECHO_LEAST_WORDS = 3,
	VERBLESS_LEAST_WORDS = 8, /* people do answer in fragments */
	OWN_LEAST_WORDS = 7,      /* of content; fewer prove nothing */
	SMALL_LEAST_WORDS = 12,
	MASHED_LEAST_LETTERS = 4,
	SHORT_WORDS = 20,
	QUOTING_LEAST_WORDS = 25,
	TIED_LEAST_WORDS = 5,
	TIED = 40, /* percent of small words */
	OPEN_PLACES_LEAST = 3,
};

int percent_of(size_t part, size_t whole)
{
	return whole ? (int)(part * 100 / whole) : 0;
}

static bool is_content(const struct word *word)
{
	return !(word->classes & WORD_SMALL);
}

/* Among one's own words, not those quoted. */
static bool has_stem(const struct text *text, uint32_t stem)
{
	for (uint32_t i = 0; i < text->nr_words; i++)
		if (text->words[i].stem == stem &&
		    !(text->words[i].classes & WORD_QUOTED))
			return true;
	return false;
}

/* How many words from a[i] and b[j] on are the same. */
static uint32_t common_run(const struct text *a, uint32_t i,
			   const struct text *b, uint32_t j)
{
	uint32_t n = 0;

	while (i + n < a->nr_words && j + n < b->nr_words &&
	       a->words[i + n].hash == b->words[j + n].hash)
		n++;
	return n;
}

/* "your mother" for "my mother" is the same words from the other side. Asked
 * for every pair of words: most are told apart by who says "you". */
static bool is_turned_round(struct str mine, struct str theirs)
{
	static const char *const pairs[][2] = {
		{ "you", "i" },      { "you", "me" },     { "you", "we" },
		{ "you", "us" },     { "your", "my" },    { "your", "our" },
		{ "yours", "mine" }, { "yours", "ours" },
	};
	const bool turned = mine.ptr[0] == 'y';
	const struct str you = turned ? mine : theirs;
	const struct str me = turned ? theirs : mine;

	if (turned == (theirs.ptr[0] == 'y') || !memchr("imwuo", me.ptr[0], 5))
		return false;
	for (size_t i = 0; i < ARRAY_LEN(pairs); i++)
		if (str_equal(you, str_from(pairs[i][0])) &&
		    str_equal(me, str_from(pairs[i][1])))
			return true;
	return false;
}

/* How many words from mine[i] and theirs[j] on are the same, handed back. */
static uint32_t echoed_run(const struct text *mine, uint32_t i,
			   const struct text *theirs, uint32_t j)
{
	uint32_t n = 0;

	while (i + n < mine->nr_words && j + n < theirs->nr_words &&
	       (mine->words[i + n].hash == theirs->words[j + n].hash ||
		is_turned_round(mine->words[i + n].key,
				theirs->words[j + n].key)))
		n++;
	return n;
}

bool measure_echo(const struct moment *m, int *value)
{
	const struct text *mine = m->text, *theirs = &m->client->text;
	uint32_t copied = 0, i = 0;

	if (!m->client->spoken || !mine->nr_words)
		return false;
	while (i < mine->nr_words) {
		uint32_t longest = 0;

		/* said as theirs, it is not handed back as one's own */
		if (mine->words[i].classes & WORD_QUOTED) {
			i++;
			continue;
		}

		for (uint32_t j = 0; j < theirs->nr_words; j++) {
			uint32_t run = echoed_run(mine, i, theirs, j);

			if (run > longest)
				longest = run;
		}
		/* a short line copied whole is an echo too */
		if (longest >= ECHO_LEAST_WORDS ||
		    (longest && longest == theirs->nr_words))
			copied += longest;
		i += longest >= ECHO_LEAST_WORDS ? longest : 1;
	}
	*value = percent_of(copied, mine->nr_words);
	return true;
}

/* How many of the client's content words come back in one's own words, and
 * of how many: to hand the line back is no uptake. */
static bool taken_up(const struct moment *m, int *taken, int *content)
{
	const struct text *theirs = &m->client->text;
	int echoed;

	if (!measure_echo(m, &echoed) || echoed >= MOSTLY)
		return false;
	*taken = *content = 0;
	for (uint32_t i = 0; i < theirs->nr_words; i++) {
		if (!is_content(&theirs->words[i]))
			continue;
		++*content;
		*taken += has_stem(m->text, theirs->words[i].stem);
	}
	return *content > 0;
}

bool measure_overlap(const struct moment *m, int *value)
{
	int taken, content;

	if (!taken_up(m, &taken, &content))
		return false;
	*value = percent_of((size_t)taken, (size_t)content);
	return true;
}

bool measure_shared(const struct moment *m, int *value)
{
	int content;

	return taken_up(m, value, &content);
}

/* "Either the red cloth on Friday or the blue one now": small words tie the
 * others together as no list does. */
static bool is_tied(const struct text *text, const struct clause *clause)
{
	uint32_t words = clause->end - clause->first, small = 0;

	for (uint32_t i = clause->first; i < clause->end; i++)
		small += !is_content(&text->words[i]);
	return words >= TIED_LEAST_WORDS && percent_of(small, words) >= TIED;
}

/* No verb was found in it, and nobody in it could do anything: "This one I
 * can't" is talk, a row of nouns is not. */
static bool is_verbless(const struct text *text, const struct clause *clause)
{
	static const char *const persons[] = { "i",   "you",  "we", "he",
					       "she", "they", "me", "us" };

	if (clause->verb_at < clause->end || is_tied(text, clause))
		return false;
	for (uint32_t i = clause->first; i < clause->end; i++)
		for (size_t p = 0; p < ARRAY_LEN(persons); p++)
			if (str_equal(text->words[i].key, str_from(persons[p])))
				return false;
	return true;
}

bool measure_verbless(const struct moment *m, int *value)
{
	uint32_t words = 0;

	for (uint32_t i = 0; i < m->text->nr_clauses; i++) {
		const struct clause *clause = &m->text->clauses[i];

		if (is_verbless(m->text, clause))
			words += clause->end - clause->first;
	}
	*value = percent_of(words, m->text->nr_words);
	return m->text->nr_words >= VERBLESS_LEAST_WORDS;
}

bool measure_known(const struct moment *m, int *value)
{
	const uint16_t fine = WORD_NUMBER | WORD_MONEY | WORD_DATE | WORD_TIME |
			      WORD_NAME | WORD_MENDED;
	uint32_t known = 0;

	if (!m->rubric->spelling.nr || !m->text->nr_words)
		return false;
	for (uint32_t i = 0; i < m->text->nr_words; i++) {
		const struct word *word = &m->text->words[i];

		known += (word->classes & fine) || !is_content(word) ||
			 spelling_has(&m->rubric->spelling, word->hash);
	}
	*value = percent_of(known, m->text->nr_words);
	return true;
}

/* Four letters or more, and none of them a vowel; "html" may be one, three of
 * them in a turn are keys hit at random. */
static bool is_mashed(struct str key)
{
	for (size_t i = 0; i < key.len; i++)
		if (key.ptr[i] < 'a' || key.ptr[i] > 'z' ||
		    memchr("aeiouy", key.ptr[i], 6))
			return false;
	return key.len >= MASHED_LEAST_LETTERS;
}

/* "The of rest", "our was it": words in an order nobody speaks in. */
static bool is_scrambled(const struct text *text, uint32_t at)
{
	static const char *const before[] = { "a", "an", "our", "the", "your" };
	static const char *const behind[] = {
		"am",  "are",    "at",   "from", "he", "i",    "is",   "of",
		"she", "should", "they", "was",  "we", "were", "with", "would",
	};

	return at + 1 < text->nr_words &&
	       text->words[at].sentence == text->words[at + 1].sentence &&
	       text->words[at + 1].start == text->words[at].end + 1 &&
	       str_is_one_of(text->words[at].key, before, ARRAY_LEN(before)) &&
	       str_is_one_of(text->words[at + 1].key, behind,
			     ARRAY_LEN(behind));
}

bool measure_mashed(const struct moment *m, int *value)
{
	*value = 0;
	for (uint32_t i = 0; i < m->text->nr_words; i++)
		*value += (!(m->text->words[i].classes & WORD_NAME) &&
			   is_mashed(m->text->words[i].key)) ||
			  is_scrambled(m->text, i);
	return m->text->nr_words > 0;
}

static bool same_words(const struct text *text, const struct sentence *a,
		       const struct sentence *b)
{
	if (a->end - a->first != b->end - b->first)
		return false;
	return common_run(text, a->first, text, b->first) >= a->end - a->first;
}

bool measure_repeats(const struct moment *m, int *value)
{
	const struct text *text = m->text;
	uint32_t words = 0;

	for (uint32_t i = 0; i < text->nr_sentences; i++) {
		for (uint32_t j = 0; j < i; j++) {
			if (!same_words(text, &text->sentences[i],
					&text->sentences[j]))
				continue;
			words += text->sentences[i].end -
				 text->sentences[i].first;
			break;
		}
	}
	*value = percent_of(words, text->nr_words);
	return text->nr_words > 0;
}

/* "What I'm hearing is", "in other words", "did I get that right": what one
 * says of having listened is nothing of one's own. */
static bool frames_an_echo(struct str key)
{
	static const char *const words[] = {
		"ask",        "asked",      "asking",     "confirm",
		"confirming", "correct",    "correctly",  "exactly",
		"feel",       "feeling",    "feels",      "gather",
		"hear",       "hearing",    "matter",     "matters",
		"mean",       "meaning",    "means",      "other",
		"question",   "reflect",    "reflecting", "repeat",
		"right",      "say",        "saying",     "seem",
		"seems",      "sound",      "sounds",     "sum",
		"summarise",  "summarize",  "tell",       "telling",
		"understand", "understood", "word",       "words",
	};

	return str_is_one_of(key, words, ARRAY_LEN(words));
}

/* The share of the turn's content words that the client did not just say. */
bool measure_own_words(const struct moment *m, int *value)
{
	size_t content = 0, own = 0;

	if (!m->client->spoken)
		return false;
	for (uint32_t i = 0; i < m->text->nr_words; i++) {
		const struct word *word = &m->text->words[i];

		if (!is_content(word) || (word->classes & WORD_QUOTED))
			continue;
		content++;
		own += !has_stem(&m->client->text, word->stem) &&
		       !frames_an_echo(word->key);
	}
	*value = percent_of(own, content);
	return content >= OWN_LEAST_WORDS;
}

/* The share of small words, which tie the others into sentences. Of a short
 * turn a share says little: it has the benefit of two. */
bool measure_small_words(const struct moment *m, int *value)
{
	size_t small = m->text->nr_words < SHORT_WORDS ? 2 : 0;

	for (uint32_t i = 0; i < m->text->nr_words; i++)
		small += !is_content(&m->text->words[i]);
	*value = percent_of(small, m->text->nr_words);
	return m->text->nr_words >= SMALL_LEAST_WORDS;
}

/* "A good printer would say: '...'": the share of somebody else's words. */
bool measure_quoted(const struct moment *m, int *value)
{
	size_t quoted = 0;

	for (uint32_t i = 0; i < m->text->nr_words; i++)
		quoted += (m->text->words[i].classes & WORD_QUOTED) != 0;
	*value = percent_of(quoted, m->text->nr_words);
	return m->text->nr_words >= QUOTING_LEAST_WORDS;
}

/* Headings with nothing under them: of lines in a row that end in a colon, all
 * but the last. */
static int empty_headings(struct str source)
{
	struct str line;
	bool heading = false;
	int empty = 0;

	while (str_cut(&source, '\n', &line)) {
		line = str_trim(line);
		if (!line.len)
			continue;
		empty += heading && str_ends_with(line, STR(":"));
		heading = str_ends_with(line, STR(":"));
	}
	return empty;
}

/* "I will ... by ... at the latest": dots where something should stand. */
static bool is_left_open(const struct text *text, uint32_t word)
{
	static const char *const wanting[] = { "about", "at",   "by",   "hi",
					       "for",   "on",   "or",   "rather",
					       "that",  "the",  "to",   "will",
					       "with",  "your" };
	const char *gap = text->source.ptr + text->words[word].end;
	size_t left = text->source.len - text->words[word].end;

	while (left && *gap == ' ')
		gap++, left--;
	return left > 2 && (!memcmp(gap, "...", 3) ||
			    !memcmp(gap, "\xe2\x80\xa6", 3)) &&
	       str_is_one_of(text->words[word].key, wanting,
			     ARRAY_LEN(wanting));
}

/* Once or twice one only looks for the word. */
static int places_left_open(const struct text *text)
{
	int places = 0;

	for (uint32_t i = 0; i < text->nr_words; i++)
		places += is_left_open(text, i);
	return places >= OPEN_PLACES_LEAST ? places : 0;
}

/* Places left to fill in: "[Client name]", "{date}", "<issue>", "____". */
bool measure_blanks(const struct moment *m, int *value)
{
	static const char open[] = "[{<", close[] = "]}>";
	const struct str source = m->text->source;
	size_t kind = ARRAY_LEN(open);
	bool letters = false;

	*value = empty_headings(source) + places_left_open(m->text);
	for (size_t i = 0; i < source.len; i++) {
		char c = source.ptr[i];

		for (size_t k = 0; open[k]; k++)
			if (c == open[k]) {
				kind = k;
				letters = false;
			}
		letters = letters || (c >= 'a' && c <= 'z') ||
			  (c >= 'A' && c <= 'Z');
		if (kind < ARRAY_LEN(open) && c == close[kind]) {
			*value += letters;
			kind = ARRAY_LEN(open);
		}
		*value += c == '_' && i > 1 && source.ptr[i - 1] == '_' &&
			  source.ptr[i - 2] == '_';
	}
	return m->text->nr_words > 0;
}

/* "I will see to it, I will take care of it": no thing and no time, at most a
 * verb of two words. */
static bool is_bare_pledge(const struct text *text, const struct clause *clause)
{
	uint32_t words = 0;

	if (clause->subject != SUBJECT_SELF || clause->tense != TENSE_FUTURE ||
	    clause->has_when || clause->has_number)
		return false;
	for (uint32_t i = clause->first; i < clause->end; i++) {
		if (lexicon_kinds(text->words[i].key) & IS_DET)
			return false;
		words += !(text->words[i].classes & WORD_SMALL);
	}
	return words <= 2;
}

/* How many promises name nothing. */
bool measure_pledges(const struct moment *moment, int *value)
{
	const struct text *text = moment->text;

	*value = 0;
	for (uint32_t i = 0; i < text->nr_clauses; i++)
		*value += is_bare_pledge(text, &text->clauses[i]);
	return text->nr_clauses > 0;
}

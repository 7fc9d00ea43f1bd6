/*
 * Measures: what rules count besides words. Each is one function of the
 * moment (or, for conversation rules, of the memory at the end); it says
 * whether it applies and gives a whole number.
 */
#include "moment.h"

enum {
	MOSTLY = 50, /* percent */
	OWN_LEAST_WORDS = 7,    /* of content; fewer prove nothing */
	SMALL_LEAST_WORDS = 12,
	BARE_MOST_WORDS = 2,
	HARPED_MOST_WORDS = 60, /* a longer turn may well need a word often */
};

static int percent(size_t part, size_t whole)
{
	return whole ? (int)(part * 100 / whole) : 0;
}

static bool is_content(const struct word *word)
{
	return !text_is_small(word->key);
}

static bool m_act(const struct moment *m, int *value)
{
	*value = m->said->act != ACT_NONE;
	return true;
}

/* Words and sentences in which something is said. */
static uint32_t said_words(const struct text *text, uint32_t *sentences)
{
	uint32_t words = 0;

	*sentences = 0;
	for (uint32_t i = 0; i < text->nr_sentences; i++) {
		const struct sentence *sentence = &text->sentences[i];

		if (!says_something(text, i))
			continue;
		++*sentences;
		words += sentence->end - sentence->first;
	}
	return words;
}

static bool m_length(const struct moment *m, int *value)
{
	uint32_t sentences;

	*value = (int)said_words(m->text, &sentences);
	return m->text->nr_words > 0;
}

static bool m_sentence_words(const struct moment *m, int *value)
{
	uint32_t sentences, words = said_words(m->text, &sentences);

	if (!sentences)
		return false;
	*value = (int)(words / sentences);
	return true;
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

/* "your mother" for "my mother" is the same words from the other side. */
static bool is_turned_round(struct str mine, struct str theirs)
{
	static const char *const pairs[][2] = {
		{ "you", "i" },     { "you", "me" },    { "your", "my" },
		{ "yours", "mine" }, { "you", "we" },   { "you", "us" },
		{ "your", "our" },  { "yours", "ours" },
	};

	for (size_t i = 0; i < ARRAY_LEN(pairs); i++)
		for (size_t side = 0; side < 2; side++)
			if (str_equal(mine, str_from(pairs[i][side])) &&
			    str_equal(theirs, str_from(pairs[i][!side])))
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

enum { ECHO_LEAST_WORDS = 3 };

static bool m_echo(const struct moment *m, int *value)
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
	*value = percent(copied, mine->nr_words);
	return true;
}

/* How many of the client's content words come back in one's own words, and
 * of how many: to hand the line back is no uptake. */
static bool taken_up(const struct moment *m, int *taken, int *content)
{
	const struct text *theirs = &m->client->text;
	int echoed;

	if (!m_echo(m, &echoed) || echoed >= MOSTLY)
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

static bool m_overlap(const struct moment *m, int *value)
{
	int taken, content;

	if (!taken_up(m, &taken, &content))
		return false;
	*value = percent((size_t)taken, (size_t)content);
	return true;
}

static bool m_shared(const struct moment *m, int *value)
{
	int content;

	return taken_up(m, value, &content);
}

static bool m_told(const struct moment *m, int *value)
{
	*value = __builtin_popcountll(m->said->told & m->setting->must &
				      ~m->memory->told);
	return m->setting->scripted && m->setting->must;
}

static bool m_told_good(const struct moment *m, int *value)
{
	*value = __builtin_popcountll(m->said->told & m->setting->good &
				      ~m->memory->told);
	return m->setting->scripted && m->setting->good;
}

/* The first word of the first hit of a merit with this behaviour. */
static bool first_word_of(const struct moment *m, enum behaviour behaviour,
			  uint32_t *word)
{
	bool found = false;

	for (size_t i = 0; i < m->hits.nr; i++) {
		const struct hit *hit = &m->hits.hits[i];
		const struct rule *rule;

		if (RUBRIC_HIT_KIND(hit->id) != RUBRIC_HIT_FIND)
			continue;
		rule = &m->rubric->rules[RUBRIC_HIT_VALUE(hit->id)];
		if (rule->behaviour != (int)behaviour || rule->points <= 0 ||
		    moment_objection(m, RUBRIC_HIT_VALUE(hit->id), hit))
			continue;
		if (!found || hit->first < *word)
			*word = hit->first;
		found = true;
	}
	return found;
}

static bool m_news_at(const struct moment *m, int *value)
{
	uint32_t word;

	if (!first_word_of(m, BEHAVIOUR_NEWS, &word))
		return false;
	*value = (int)word + 1;
	return true;
}

static bool m_order(const struct moment *m, int *value)
{
	uint32_t bad, good;

	if (!first_word_of(m, BEHAVIOUR_NEWS, &bad) ||
	    !first_word_of(m, BEHAVIOUR_GOOD_NEWS, &good))
		return false;
	*value = bad < good;
	/* "I'll not change it" is one thing or the other */
	return m->text->words[bad].clause != m->text->words[good].clause;
}

/* Is the clause an own act with a time: "I will call you by noon"? */
static bool is_commitment(const struct text *text, const struct clause *c)
{
	if (c->subject != SUBJECT_SELF || c->tense != TENSE_FUTURE ||
	    !c->has_when || c->negative || c->mood == MOOD_QUESTION)
		return false;
	for (uint32_t i = 0; i < text->nr_scopes; i++) {
		const struct scope *scope = &text->scopes[i];

		if (scope->kind != SCOPE_CONDITION &&
		    scope->kind != SCOPE_WISH && scope->kind != SCOPE_QUOTE)
			continue;
		if (scope->first <= c->subject_at && scope->end > c->subject_at)
			return false;
	}
	return true;
}

unsigned text_commitments(const struct text *text, uint32_t *first,
			  uint32_t *end)
{
	unsigned nr = 0;

	for (uint32_t i = 0; i < text->nr_clauses; i++) {
		const struct clause *clause = &text->clauses[i];

		if (!is_commitment(text, clause))
			continue;
		if (!nr++) {
			*first = clause->subject_at;
			*end = clause->end;
		}
	}
	return nr;
}

static bool m_commitment(const struct moment *m, int *value)
{
	uint32_t first, end;

	*value = (int)text_commitments(m->text, &first, &end);
	return m->text->nr_words > 0;
}

static bool m_specifics(const struct moment *m, int *value)
{
	const uint16_t specific = WORD_NUMBER | WORD_MONEY | WORD_DATE |
				  WORD_TIME;
	uint32_t last = UINT32_MAX;

	*value = 0;
	for (uint32_t i = 0; i < m->text->nr_words; i++) {
		const struct word *word = &m->text->words[i];
		const struct clause *clause = &m->text->clauses[word->clause];

		/* a phrase of several such words is one; theirs are none */
		if (!(word->classes & specific) ||
		    (word->classes & WORD_QUOTED)) {
			last = UINT32_MAX;
			continue;
		}
		if (last == UINT32_MAX && clause->verb_at < clause->end &&
		    !is_said_again(m->text, word->sentence))
			++*value;
		last = i;
	}
	return m->text->nr_words > 0;
}

/* "..., isn't it?" asks for a nod, not for an answer. */
static bool ends_in_tag(const struct text *text, const struct sentence *s)
{
	return s->end_clause > s->first_clause &&
	       text->clauses[s->end_clause - 1].mood == MOOD_TAG;
}

/* "Isn't the weather glorious?" asks nothing. */
static bool is_exclaimed(const struct text *text, const struct sentence *s)
{
	static const char *const verbs[] = { "is", "are", "was", "were", "does",
					     "do", "did", "has", "have" };

	if (s->end < s->first + 2 ||
	    !str_equal(text->words[s->first + 1].key, STR("not")))
		return false;
	for (size_t i = 0; i < ARRAY_LEN(verbs); i++)
		if (str_equal(text->words[s->first].key, str_from(verbs[i])))
			return true;
	return false;
}

static bool m_questions(const struct moment *m, int *value)
{
	*value = 0;
	for (uint32_t i = 0; i < m->text->nr_sentences; i++)
		*value += m->text->sentences[i].question &&
			  !ends_in_tag(m->text, &m->text->sentences[i]) &&
			  !is_exclaimed(m->text, &m->text->sentences[i]);
	return m->text->nr_words > 0;
}

/* HTML and ASAP are written so; NEVER is shouted. */
static bool is_shouted(const struct moment *m, const struct word *word)
{
	return word->classes & WORD_SHOUTED &&
	       (!m->rubric->spelling.nr ||
		spelling_has(&m->rubric->spelling, word->hash));
}

static bool m_shouting(const struct moment *m, int *value)
{
	*value = 0;
	for (uint32_t i = 0; i < m->text->nr_words; i++)
		*value += is_shouted(m, &m->text->words[i]);
	for (uint32_t i = 0; i < m->text->nr_sentences; i++) {
		const struct sentence *s = &m->text->sentences[i];

		*value += s->exclamations + s->question_marks > 1;
	}
	return m->text->nr_words > 0;
}

static bool m_hollow(const struct moment *m, int *value)
{
	uint32_t words = 0, sentences;

	for (size_t i = 0; i < m->hits.nr; i++) {
		const struct hit *hit = &m->hits.hits[i];

		if (RUBRIC_HIT_KIND(hit->id) == RUBRIC_HIT_HOLLOW &&
		    says_something(m->text,
				   m->text->words[hit->first].sentence))
			words += hit->end - hit->first;
	}
	*value = percent(words, said_words(m->text, &sentences));
	return m->text->nr_words > 0;
}

/* No verb was found in it, and nobody in it could do anything: "This one I
 * can't" is talk, a row of nouns is not. */
static bool is_verbless(const struct text *text, const struct clause *clause)
{
	static const char *const persons[] = { "i", "you", "we", "he", "she",
					       "they", "me", "us" };

	if (clause->verb_at < clause->end)
		return false;
	for (uint32_t i = clause->first; i < clause->end; i++)
		for (size_t p = 0; p < ARRAY_LEN(persons); p++)
			if (str_equal(text->words[i].key,
				      str_from(persons[p])))
				return false;
	return true;
}

/* People do answer in fragments: a few words are never a list of words. */
enum { VERBLESS_LEAST_WORDS = 8 };

static bool m_verbless(const struct moment *m, int *value)
{
	uint32_t words = 0;

	for (uint32_t i = 0; i < m->text->nr_clauses; i++) {
		const struct clause *clause = &m->text->clauses[i];

		if (is_verbless(m->text, clause))
			words += clause->end - clause->first;
	}
	*value = percent(words, m->text->nr_words);
	return m->text->nr_words >= VERBLESS_LEAST_WORDS;
}

static bool m_known(const struct moment *m, int *value)
{
	const uint16_t fine = WORD_NUMBER | WORD_MONEY | WORD_DATE |
			      WORD_TIME | WORD_NAME | WORD_MENDED;
	uint32_t known = 0;

	if (!m->rubric->spelling.nr || !m->text->nr_words)
		return false;
	for (uint32_t i = 0; i < m->text->nr_words; i++) {
		const struct word *word = &m->text->words[i];

		known += (word->classes & fine) || !is_content(word) ||
			 spelling_has(&m->rubric->spelling, word->hash);
	}
	*value = percent(known, m->text->nr_words);
	return true;
}

static bool same_words(const struct text *text, const struct sentence *a,
		       const struct sentence *b)
{
	if (a->end - a->first != b->end - b->first)
		return false;
	return common_run(text, a->first, text, b->first) >=
	       a->end - a->first;
}

static bool m_repeats(const struct moment *m, int *value)
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
	*value = percent(words, text->nr_words);
	return text->nr_words > 0;
}

/* The share of the turn's content words that the client did not just say. */
static bool m_own_words(const struct moment *m, int *value)
{
	size_t content = 0, own = 0;

	if (!m->client->spoken)
		return false;
	for (uint32_t i = 0; i < m->text->nr_words; i++) {
		const struct word *word = &m->text->words[i];

		if (!is_content(word) || (word->classes & WORD_QUOTED))
			continue;
		content++;
		own += !has_stem(&m->client->text, word->stem);
	}
	*value = percent(own, content);
	return content >= OWN_LEAST_WORDS;
}

/* The share of small words, which tie the others into sentences. */
static bool m_small_words(const struct moment *m, int *value)
{
	size_t small = 0;

	for (uint32_t i = 0; i < m->text->nr_words; i++)
		small += !is_content(&m->text->words[i]);
	*value = percent(small, m->text->nr_words);
	return m->text->nr_words >= SMALL_LEAST_WORDS;
}

/* "Right. Okay. Got it.": sentences that say no more than that one heard. */
static bool m_bare_sentences(const struct moment *m, int *value)
{
	*value = 0;
	for (uint32_t i = 0; i < m->text->nr_sentences; i++) {
		const struct sentence *s = &m->text->sentences[i];

		*value += s->end - s->first <= BARE_MOST_WORDS && !s->question;
	}
	return m->text->nr_words > 0;
}

/* How often the commonest word of content stands. */
static bool m_harped(const struct moment *m, int *value)
{
	const struct text *text = m->text;
	uint32_t end = text->nr_words < HARPED_MOST_WORDS ? text->nr_words :
							    HARPED_MOST_WORDS;

	*value = 0;
	for (uint32_t i = 0; i < end; i++) {
		int times = 0;

		if (!is_content(&text->words[i]))
			continue;
		for (uint32_t j = i; j < end; j++)
			times += text->words[j].stem == text->words[i].stem;
		if (times > *value)
			*value = times;
	}
	return text->nr_words > 0;
}

/* Places left to fill in: "[Client name]", "{date}", "<issue>". */
static bool m_blanks(const struct moment *m, int *value)
{
	static const char open[] = "[{<", close[] = "]}>";
	const struct str source = m->text->source;
	size_t kind = ARRAY_LEN(open);
	bool letters = false;

	*value = 0;
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
	}
	return m->text->nr_words > 0;
}

static const char *const measure_names[] = {
	"act", "length", "sentence_words", "overlap", "echo", "answers",
	"told", "told_good", "news_at", "order", "commitment", "specifics",
	"questions", "shouting", "hollow", "verbless", "known", "repeats",
	"figures", "times", "adverbs", "long_words", "we", "you",
	"exclamations", "longest_sentence", "last_question", "same_openings",
	"blanks", "own_words", "small_words",
	"bare_sentences", "harped",
	"unheard", "shared", "i",
	"news_turn", "chased", "dated_close", "good_news", "unanswered",
	"reflections_per_question", "talk_share", "live_news",
	"ideas_taken", "repaired", "in_order", "defence_first",
	"contradictions",
};

/* In the order of the names; the measures of the whole talk come last. */
static bool (*const of_turn[])(const struct moment *m, int *value) = {
	m_act, m_length, m_sentence_words, m_overlap, m_echo, measure_answers,
	m_told, m_told_good, m_news_at, m_order, m_commitment, m_specifics,
	m_questions, m_shouting, m_hollow, m_verbless, m_known, m_repeats,
	measure_figures, measure_times, measure_adverbs, measure_long_words,
	measure_we, measure_you, measure_exclamations,
	measure_longest_sentence, measure_last_question, measure_same_openings,
	m_blanks, m_own_words, m_small_words,
	m_bare_sentences, m_harped,
	measure_unheard, m_shared, measure_i,
};
_Static_assert(ARRAY_LEN(measure_names) ==
	       ARRAY_LEN(of_turn) + MEASURE_OF_TALK_NR, "names");

const struct terms measure_terms = {
	.what = "a measure",
	.names = measure_names,
	.nr = (int)ARRAY_LEN(measure_names),
};

bool measure_is_of_talk(int measure)
{
	return measure >= (int)ARRAY_LEN(of_turn);
}

/* What a measure's rule gives for a value it holds for: its points grow from
 * one step above none at `min` to all of them at `full`, rounded away from
 * zero. */
int rule_points(const struct rule *rule, int value)
{
	int64_t steps, all, points = rule->points;

	if (rule->full <= rule->min || value >= rule->full)
		return rule->points;
	steps = (int64_t)value - rule->min + 1;
	all = (int64_t)rule->full - rule->min + 1;
	points *= steps;
	return (int)((points + (points < 0 ? 1 - all : all - 1)) / all);
}

bool moment_measure(const struct moment *moment, int measure, int *value)
{
	if (measure_is_of_talk(measure))
		return false;
	return of_turn[measure](moment, value);
}

bool talk_measure(const struct talk_setting *setting,
		  const struct memory *memory, int measure, int *value)
{
	if (!measure_is_of_talk(measure))
		return false;
	return measure_of_talk(setting, memory,
			       measure - (int)ARRAY_LEN(of_turn), value);
}

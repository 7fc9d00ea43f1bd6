/*
 * Measures: what rules count besides words. Each is one function of the
 * moment (or, for conversation rules, of the memory at the end); it says
 * whether it applies and gives a whole number.
 */
#include "moment.h"

#include <string.h>

enum { QUESTIONS_WELCOME = 3 };

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

/* Who types without a stop anywhere has not said it in one breath. */
static bool has_stops(const struct text *text)
{
	for (size_t i = 0; i < text->source.len; i++)
		if (memchr(".,;:!?", text->source.ptr[i], 6))
			return true;
	return false;
}

static bool m_sentence_words(const struct moment *m, int *value)
{
	uint32_t sentences, words = said_words(m->text, &sentences);

	if (!sentences || !has_stops(m->text))
		return false;
	*value = (int)(words / sentences);
	return true;
}

static bool m_told(const struct moment *m, int *value)
{
	*value = script_set_count(m->said->told & m->setting->must &
				  ~m->memory->told);
	return m->setting->scripted && m->setting->must;
}

static bool m_told_good(const struct moment *m, int *value)
{
	*value = script_set_count(m->said->told & m->setting->good &
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
	const uint16_t specific =
		WORD_NUMBER | WORD_MONEY | WORD_DATE | WORD_TIME;
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

static bool m_questions(const struct moment *m, int *value)
{
	*value = 0;
	for (uint32_t i = 0; i < m->text->nr_sentences; i++)
		*value += is_asked_for_real(m->text, &m->text->sentences[i]);
	return m->text->nr_words > 0;
}

/* The share of words that stand in questions. Three are none too many. */
static bool m_asked(const struct moment *m, int *value)
{
	unsigned questions = 0;
	uint32_t words = 0;

	for (uint32_t i = 0; i < m->text->nr_sentences; i++) {
		const struct sentence *s = &m->text->sentences[i];

		if (!is_asked_for_real(m->text, s))
			continue;
		questions++;
		words += s->end - s->first;
	}
	*value = percent_of(words, m->text->nr_words);
	return questions > QUESTIONS_WELCOME;
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

static const char *const measure_names[] = {
	"act", "length", "sentence_words", "overlap", "echo", "answers", "told",
	"told_good", "news_at", "order", "commitment", "specifics", "questions",
	"shouting", "hollow", "concrete", "abstract", "vague", "verbless",
	"known", "mashed", "repeats", "figures", "times", "adverbs",
	"long_words", "we", "you", "exclamations", "longest_sentence",
	"last_question", "same_openings", "strung", "pledges", "blanks", "own_words",
	"small_words",
	"harped", "circular", "substance", "quoted",
	"unheard", "shared", "i", "unsaid", "address", "rhymes", "beside",
	"costume", "absurd", "coaching", "office", "chatter", "nodding",
	"denials", "asked", "sham", "errands",
	"unchanged", "praise", "selling", "nods",
	"news_turn", "chased", "dated_close", "good_news", "unanswered",
	"reflections_per_question", "talk_share", "live_news", "ideas_taken",
	"repaired", "in_order", "defence_first", "contradictions",
};

/* In the order of the names; the measures of the whole talk come last. */
static bool (*const of_turn[])(const struct moment *m, int *value) = {
	m_act,
	m_length,
	m_sentence_words,
	measure_overlap,
	measure_echo,
	measure_answers,
	m_told,
	m_told_good,
	m_news_at,
	m_order,
	m_commitment,
	m_specifics,
	m_questions,
	m_shouting,
	measure_hollow,
	measure_concrete,
	measure_abstract,
	measure_vague,
	measure_verbless,
	measure_known,
	measure_mashed,
	measure_repeats,
	measure_figures,
	measure_times,
	measure_adverbs,
	measure_long_words,
	measure_we,
	measure_you,
	measure_exclamations,
	measure_longest_sentence,
	measure_last_question,
	measure_same_openings,
	measure_strung,
	measure_pledges,
	measure_blanks,
	measure_own_words,
	measure_small_words,
	measure_harped,
	measure_circular,
	measure_substance,
	measure_quoted,
	measure_unheard,
	measure_shared,
	measure_i,
	measure_unsaid,
	measure_address,
	measure_rhymes,
	measure_beside,
	measure_costume,
	measure_absurd,
	measure_coaching,
	measure_office,
	measure_chatter,
	measure_nodding,
	measure_denials,
	m_asked,
	measure_sham,
	measure_errands,
	measure_unchanged,
	measure_praise,
	measure_selling,
	measure_nods,
};
_Static_assert(ARRAY_LEN(measure_names) ==
		       ARRAY_LEN(of_turn) + MEASURE_OF_TALK_NR,
	       "names");

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
	struct measured *measured = &moment->measured[measure];

	if (measure_is_of_talk(measure))
		return false;
	if (!measured->counted) {
		measured->applies = of_turn[measure](moment, &measured->value);
		measured->counted = true;
	}
	*value = measured->value;
	return measured->applies;
}

/* The list whose share a measure is; RUBRIC_MEASURED_NR: of none. */
static enum rubric_measured list_of(int measure)
{
	static const struct {
		bool (*of)(const struct moment *m, int *value);
		enum rubric_measured list;
	} lists[] = {
		{ measure_hollow, RUBRIC_MEASURED_HOLLOW },
		{ measure_concrete, RUBRIC_MEASURED_CONCRETE },
		{ measure_vague, RUBRIC_MEASURED_VAGUE },
	};

	if (measure < 0 || measure_is_of_talk(measure))
		return RUBRIC_MEASURED_NR;
	for (size_t i = 0; i < ARRAY_LEN(lists); i++)
		if (of_turn[measure] == lists[i].of)
			return lists[i].list;
	return RUBRIC_MEASURED_NR;
}

bool measure_is_share_of_list(int measure)
{
	return list_of(measure) != RUBRIC_MEASURED_NR;
}

/* A share of good words rests on no one of them. */
const struct hit *moment_measured_hit(const struct moment *moment, int measure)
{
	enum rubric_measured list = list_of(measure);

	return list == RUBRIC_MEASURED_CONCRETE
		       ? NULL
		       : manner_first_hit(moment, list);
}

bool talk_measure(const struct talk_setting *setting,
		  const struct memory *memory, int measure, int *value)
{
	if (!measure_is_of_talk(measure))
		return false;
	return measure_of_talk(setting, memory,
			       measure - (int)ARRAY_LEN(of_turn), value);
}

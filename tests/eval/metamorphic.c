/*
 * Metamorphic tests: a change that alters what a sentence means must alter
 * its score the right way, and one that does not must leave it alone. The
 * sentences (sentences.txt) are `say:` lines of good turns and `slip:` lines
 * of poor ones; the relations stand in a table. What breaks one is printed
 * with both scores. And every slip's better sentence, as the coach offers
 * it, must score higher than the slip.
 *
 * Run: metamorphic FILE
 */
#include <stdio.h>
#include <stdlib.h>

#include "rehearse/embedded.h"
#include "rehearse/file.h"
#include "rehearse/talk.h"

/* One sentence with what was said before it. */
struct sample {
	struct str client, said;
	bool slip;
};

struct relation {
	const char *name;
	/* false: there is nothing to change in it */
	bool (*change)(const struct sample *sample, const struct text *text,
		       struct strbuf *out);
	int least, most; /* bounds of changed score - score */
	bool good_only;
	unsigned tolerated; /* sentences it is known to fail in; to go down */
};

enum { RELATIONS_MAX = 32 };

struct test {
	struct rubric rubric;
	struct arena arena;
	unsigned passed, failed;
	unsigned broken[RELATIONS_MAX]; /* by relation */
};

static int score_of(struct test *test, const struct sample *sample,
		    struct str line)
{
	const struct talk_setting setting = { .kind = KIND_OTHER };
	struct talk *talk = talk_new(&test->arena, &test->rubric, &setting);
	struct text text = rubric_read(&test->rubric, line, NULL, &test->arena);
	const struct said said = { .text = &text, .act = ACT_NONE };
	int score;

	talk_client(talk, sample->client, 0);
	score = talk_judge(talk, &said, &test->arena)->score;
	return score == SCORE_NONE ? 50 : score;
}

/* ---- changes ------------------------------------------------------------ */

static bool is_any(struct str key, const char *const *words, size_t nr)
{
	for (size_t i = 0; i < nr; i++)
		if (str_equal(key, str_from(words[i])))
			return true;
	return false;
}

/* The source with `with` in place of its bytes first..end. */
static void splice(const struct text *text, uint32_t first, uint32_t end,
		   const char *with, struct strbuf *out)
{
	strbuf_add(out, str_slice(text->source, 0, first));
	strbuf_add(out, str_from(with));
	strbuf_add(out, str_slice(text->source, end, text->source.len));
}

static bool add_not(const struct sample *sample, const struct text *text,
		    struct strbuf *out)
{
	static const char *const helpers[] = {
		"will", "am", "is", "are", "was", "were", "can", "have", "has",
	};

	(void)sample;
	for (uint32_t i = 0; i < text->nr_clauses; i++) {
		const struct clause *c = &text->clauses[i];

		if (c->negative || c->mood != MOOD_STATEMENT ||
		    c->subject != SUBJECT_SELF || c->verb_at >= c->end ||
		    !is_any(text->words[c->verb_at].key, helpers,
			    ARRAY_LEN(helpers)))
			continue;
		splice(text, text->words[c->verb_at].end,
		       text->words[c->verb_at].end, " not", out);
		return true;
	}
	return false;
}

static bool quote_client(const struct sample *sample, const struct text *text,
			 struct strbuf *out)
{
	strbuf_addf(out, STR_FMT " You said \"" STR_FMT "\"",
		    STR_ARG(text->source), STR_ARG(sample->client));
	return sample->client.len > 0;
}

static bool add_nice_words(const struct sample *sample,
			   const struct text *text, struct strbuf *out)
{
	(void)sample;
	strbuf_addf(out, STR_FMT " Sorry, thank you, understand, together, "
				 "solution, appreciate, support.",
		    STR_ARG(text->source));
	return true;
}

static bool say_twice(const struct sample *sample, const struct text *text,
		      struct strbuf *out)
{
	(void)sample;
	strbuf_addf(out, STR_FMT " " STR_FMT, STR_ARG(text->source),
		    STR_ARG(text->source));
	return true;
}

static bool curl_quotes(const struct sample *sample, const struct text *text,
			struct strbuf *out)
{
	bool any = false;

	(void)sample;
	for (size_t i = 0; i < text->source.len; i++) {
		bool quote = text->source.ptr[i] == '\'';

		strbuf_add(out, quote ? STR("\u2019") :
					str_slice(text->source, i, i + 1));
		any |= quote;
	}
	return any;
}

static bool lower_case(const struct sample *sample, const struct text *text,
		       struct strbuf *out)
{
	char first = text->source.ptr[0];

	(void)sample;
	if (first < 'A' || first > 'Z')
		return false;
	strbuf_addf(out, "%c" STR_FMT, first - 'A' + 'a',
		    STR_ARG(str_slice(text->source, 1, text->source.len)));
	return true;
}

/* Typed in haste: no capitals, no punctuation. */
static bool lose_punctuation(const struct sample *sample,
			     const struct text *text, struct strbuf *out)
{
	(void)sample;
	for (size_t i = 0; i < text->source.len; i++) {
		char c = text->source.ptr[i];
		bool amid = i && i + 1 < text->source.len &&
			    text->source.ptr[i + 1] != ' ';

		if (c >= 'A' && c <= 'Z')
			c = (char)(c - 'A' + 'a');
		/* 4.30, 1,000 and don't are words */
		if ((c == ',' || c == '.' || c == ';' || c == ':' ||
		     c == '?' || c == '!') && !amid)
			continue;
		strbuf_addc(out, c);
	}
	return !str_equal(strbuf_str(out), text->source);
}

/* Two inner letters of the first long plain word change places. */
static bool mistype(const struct sample *sample, const struct text *text,
		    struct strbuf *out)
{
	const unsigned special = WORD_NUMBER | WORD_MONEY | WORD_DATE |
				 WORD_TIME | WORD_WHEN | WORD_NAME |
				 WORD_SENTENCE_FIRST;

	(void)sample;
	for (uint32_t i = 0; i < text->nr_words; i++) {
		const struct word *word = &text->words[i];
		const char *letters = text->source.ptr + word->start;
		size_t len = word->end - word->start;

		if ((word->classes & special) || len < 7 ||
		    len != word->key.len || letters[3] == letters[4])
			continue;
		strbuf_add(out, str_slice(text->source, 0, word->start + 3));
		strbuf_addf(out, "%c%c", letters[4], letters[3]);
		strbuf_add(out, str_slice(text->source, word->start + 5,
					  text->source.len));
		return true;
	}
	return false;
}

static bool swap_gender(const struct sample *sample, const struct text *text,
			struct strbuf *out)
{
	static const char *const pairs[][2] = {
		{ "he", "she" }, { "she", "he" }, { "him", "her" },
		{ "his", "her" }, { "himself", "herself" },
	};

	(void)sample;
	for (uint32_t i = 0; i < text->nr_words; i++) {
		const struct word *word = &text->words[i];

		for (size_t p = 0; p < ARRAY_LEN(pairs); p++) {
			if (!str_equal(word->key, str_from(pairs[p][0])) ||
			    word->end - word->start != word->key.len)
				continue;
			splice(text, word->start, word->end, pairs[p][1], out);
			return true;
		}
	}
	return false;
}

static bool swap_name(const struct sample *sample, const struct text *text,
		      struct strbuf *out)
{
	(void)sample;
	for (uint32_t i = 0; i < text->nr_words; i++) {
		if (!(text->words[i].classes & WORD_NAME))
			continue;
		splice(text, text->words[i].start, text->words[i].end, "Ngozi",
		       out);
		return true;
	}
	return false;
}

/* "Sorry we kept you" becomes "Sorry if we kept you". */
static bool sorry_if(const struct sample *sample, const struct text *text,
		     struct strbuf *out)
{
	static const char *const subjects[] = { "i", "we", "you", "my", "our",
						"that" };

	(void)sample;
	for (uint32_t i = 0; i + 1 < text->nr_words; i++) {
		const struct word *next = &text->words[i + 1];
		bool that = str_equal(next->key, STR("that"));

		if (!str_equal(text->words[i].key, STR("sorry")) ||
		    !is_any(next->key, subjects, ARRAY_LEN(subjects)) ||
		    next->sentence != text->words[i].sentence)
			continue;
		splice(text, text->words[i].end,
		       that ? next->end : text->words[i].end, " if", out);
		return true;
	}
	return false;
}

static bool takes_back(const struct text *text, uint32_t but)
{
	for (uint32_t i = 0; i < text->nr_scopes; i++)
		if (text->scopes[i].kind == SCOPE_BUT &&
		    text->scopes[i].opener == but)
			return true;
	return false;
}

/* ", but it" becomes ". It": two sentences, nothing taken back. */
static bool stop_for_but(const struct sample *sample, const struct text *text,
			 struct strbuf *out)
{
	(void)sample;
	for (uint32_t i = 1; i + 1 < text->nr_words; i++) {
		if (!str_equal(text->words[i].key, STR("but")) ||
		    text->source.ptr[text->words[i].start - 2] != ',' ||
		    !takes_back(text, i))
			continue;
		splice(text, text->words[i].start - 2, text->words[i].end, ".",
		       out);
		return true;
	}
	return false;
}

/* The time goes out of a promise of one's own. */
static bool drop_when(const struct sample *sample, const struct text *text,
		      struct strbuf *out)
{
	(void)sample;
	for (uint32_t i = 0; i < text->nr_clauses; i++) {
		const struct clause *c = &text->clauses[i];
		uint32_t first = c->end, end;

		if (c->subject != SUBJECT_SELF || c->tense != TENSE_FUTURE ||
		    !c->has_when || c->negative || c->mood != MOOD_STATEMENT)
			continue;
		for (uint32_t w = c->first; w < c->end && first == c->end; w++)
			if (text->words[w].classes & WORD_WHEN)
				first = w;
		for (end = first; end < c->end &&
				  (text->words[end].classes & WORD_WHEN); end++)
			;
		if (first == c->end || first == 0)
			continue;
		splice(text, text->words[first - 1].end,
		       text->words[end - 1].end, "", out);
		return true;
	}
	return false;
}

static const struct relation relations[] = {
	{ "a not that takes it back", add_not, -100, 0, true, 4 },
	{ "the client's words, quoted", quote_client, -2, 2, false, 0 },
	{ "a list of nice words", add_nice_words, -100, 3, false, 1 },
	{ "said twice", say_twice, -100, 1, false, 0 },
	{ "curly quotes", curl_quotes, -2, 2, false, 0 },
	{ "no capital", lower_case, -2, 2, false, 0 },
	{ "no punctuation", lose_punctuation, -6, 6, false, 4 },
	{ "a slip of the keys", mistype, -2, 2, false, 0 },
	{ "he for she", swap_gender, 0, 0, false, 0 },
	{ "another name", swap_name, 0, 0, false, 0 },
	{ "an if after sorry", sorry_if, -100, -1, true, 0 },
	{ "a full stop for but", stop_for_but, 0, 100, false, 0 },
	{ "no date", drop_when, -100, -1, true, 0 },
};

/* ---- running ------------------------------------------------------------ */

static void try_relation(struct test *test, size_t index,
			 const struct sample *sample, const struct text *text)
{
	const struct relation *relation = &relations[index];
	struct strbuf changed = { 0 };
	int before, after;

	if (relation->change(sample, text, &changed)) {
		before = score_of(test, sample, sample->said);
		after = score_of(test, sample, strbuf_str(&changed));
		if (after - before >= relation->least &&
		    after - before <= relation->most) {
			test->passed++;
		} else if (test->broken[index]++ >= relation->tolerated) {
			printf("%s: %d -> %d\n    " STR_FMT "\n    " STR_FMT
			       "\n", relation->name, before, after,
			       STR_ARG(sample->said),
			       STR_ARG(strbuf_str(&changed)));
			test->failed++;
		}
	}
	strbuf_release(&changed);
}

static void try_sample(struct test *test, const struct sample *sample)
{
	struct text text = text_parse(&test->arena, sample->said);

	for (size_t i = 0; i < ARRAY_LEN(relations); i++)
		if (!sample->slip || !relations[i].good_only)
			try_relation(test, i, sample, &text);
	arena_clear(&test->arena);
}

static void try_samples(struct test *test, struct str bytes)
{
	struct sample sample = { 0 };
	struct str line;

	while (str_cut(&bytes, '\n', &line)) {
		size_t colon = str_find(line, STR(": "), 0);
		struct str key = str_slice(line, 0, colon);

		if (!line.len) {
			sample.client = STR("");
			continue;
		}
		if (line.ptr[0] == '#')
			continue;
		line = str_slice(line, colon + 2, line.len);
		if (str_equal(key, STR("client"))) {
			sample.client = line;
			continue;
		}
		sample.said = line;
		sample.slip = str_equal(key, STR("slip"));
		try_sample(test, &sample);
	}
}

/* How somebody would fill in what a better sentence leaves open. A hint that
 * is not here cannot be filled in by a reader either. */
static bool fill_hint(struct str hint, struct strbuf *out)
{
	static const char *const phrases[][2] = {
		{ "when", "by Friday at four" },
		{ "day", "Friday" },
		{ "time", "four" },
		{ "how long", "ten days" },
		{ "thing", "the boiler" },
		{ "what happened", "The boiler failed its test on Monday" },
		{ "what happened to them", "You waited two hours in the cold" },
		{ "what it cost them", "you lost the whole morning" },
		{ "what they feel", "how tired you are of this" },
		{ "what hangs on it", "your tenants need heating" },
		{ "what you did", "sent the wrong part" },
		{ "what you left undone", "checked the part" },
		{ "what you will do", "bring the right part myself" },
		{ "what you can do", "bring a spare heater tonight" },
		{ "what you can't do", "move the date" },
		{ "what you agree with", "Two weeks is too long" },
		{ "what is done", "The pipes are in and tested" },
		{ "what is not", "The boiler is not" },
		{ "what you know", "The part left the factory on Monday" },
		{ "the answer", "Yes, it is covered" },
		{ "the date", "14 March" },
		{ "the reason", "the maker sent a cracked valve" },
		{ "the risk", "the maker may be late again" },
		{ "the rule", "check every valve twice" },
		{ "the limit", "the second visit is not in the price" },
		{ "what it would cost", "two days more" },
		{ "their idea", "heating the upper floor first" },
		{ "their point", "the two invoices" },
		{ "one question", "Which room do you need first?" },
		{ "name", "Priya" },
		{ "number", "555 0134" },
		{ "change", "test each valve before it leaves the van" },
	};

	for (size_t i = 0; i < ARRAY_LEN(phrases); i++) {
		if (!str_equal(hint, str_from(phrases[i][0])))
			continue;
		strbuf_add(out, str_from(phrases[i][1]));
		return true;
	}
	return false;
}

/* False: a hint nobody could fill in. */
static bool fill_slots(struct str rewrite, struct strbuf *out)
{
	size_t at = 0;

	while (at < rewrite.len) {
		size_t open = str_find(rewrite, STR("["), at);
		size_t close = str_find(rewrite, STR("]"), open);

		strbuf_add(out, str_slice(rewrite, at, open));
		if (open == rewrite.len)
			return true;
		if (!fill_hint(str_slice(rewrite, open + 1, close), out))
			return false;
		at = close + 1;
	}
	return true;
}

static bool is_better(struct test *test, int index,
		      const struct rule_example *example, int before,
		      struct str rewrite)
{
	struct strbuf said = { 0 };
	bool filled = fill_slots(rewrite, &said);
	int score = SCORE_NONE;

	if (filled)
		score = rubric_example_judge(&test->rubric, index, example,
					     strbuf_str(&said),
					     &test->arena)->score;
	if (!filled)
		printf("a hint nobody can fill in: ");
	else if (score <= before)
		printf("the better sentence is none: %d -> %d " STR_FMT "\n"
		       "    ", before, score, STR_ARG(strbuf_str(&said)));
	strbuf_release(&said);
	return filled && score > before;
}

static void try_rewrite(struct test *test, int index,
			const struct rule_example *example)
{
	const struct rule *rule = &test->rubric.rules[index];
	const struct verdict *before = rubric_example_judge(
		&test->rubric, index, example,
		rubric_string(&test->rubric, example->text), &test->arena);

	for (size_t i = 0; i < before->nr_findings; i++) {
		const struct finding *slip = &before->findings[i];
		struct str rewrite;

		if (slip->rule != index)
			continue;
		rewrite = finding_rewrite(&test->rubric, slip, &before->slots,
					  &test->arena);
		if (is_better(test, index, example, before->score, rewrite)) {
			test->passed++;
			break;
		}
		printf(STR_FMT ": " STR_FMT " -> " STR_FMT "\n",
		       STR_ARG(rubric_string(&test->rubric, rule->id)),
		       STR_ARG(rubric_string(&test->rubric, example->text)),
		       STR_ARG(rewrite));
		test->failed++;
		break;
	}
	arena_clear(&test->arena);
}

static void try_rewrites(struct test *test)
{
	for (uint32_t i = 0; i < test->rubric.header->nr_rules; i++) {
		const struct rule *rule = &test->rubric.rules[i];

		if (rule->points >= 0 || !rule->rewrite ||
		    rule->principle < 0)
			continue;
		for (uint32_t e = 0; e < rule->nr_examples; e++) {
			const struct rule_example *example =
				&test->rubric.examples[rule->first_example + e];

			if (example->good)
				try_rewrite(test, (int)i, example);
		}
	}
}

int main(int argc, char **argv)
{
	struct test test = { 0 };
	struct arena file = { 0 };
	struct str bytes;
	struct error err;

	if (argc != 2 ||
	    !rubric_open(embedded()->rubric, &test.rubric, &err) ||
	    !file_read(&file, str_from(argv[1]), FILE_MAX_SCENARIO, &bytes,
		       &err)) {
		fprintf(stderr, "metamorphic: %s\n",
			argc == 2 ? err.text : "which file?");
		return 1;
	}
	test.rubric.spelling = embedded()->spelling;
	try_samples(&test, bytes);
	try_rewrites(&test);
	arena_release(&file);
	arena_release(&test.arena);
	printf("metamorphic: %u passed, %u failed\n", test.passed, test.failed);
	return test.failed || !test.passed;
}

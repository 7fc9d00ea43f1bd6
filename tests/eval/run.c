/*
 * The eval suite: sentences and what the shipped rubric must find in them.
 *
 *   # a comment
 *   client: What happened to my order?      what is said before (optional)
 *   channel: call                           (optional), stage: opening
 *   say: We sent it to the wrong address. That is on us.
 *   finds: ownership                        this behaviour is found
 *   not: blame, defend                      none of these is
 *   score: >= 60                            or <=
 *   unscored:                               nothing fires, nothing is due
 *   higher: That was sent to the wrong address.
 *                                           `say` scores higher than this
 *   lower: ...                              and lower than this
 *   same: 2 We sent it to teh wrong adress  within 2 points of this
 *
 * Blank lines part the cases. A failure names file:line, what was expected
 * and what was found.
 *
 * A file may instead count how well one behaviour (or one of several names
 * for it) is recognised in sentences written without sight of the rubric:
 *
 *   behaviour: empathy validation
 *   found: >= 32
 *   wrong: <= 2
 *   client: The cake was for my mother.
 *   yes: And you had to hand it to her like that.
 *   no: I understand, but cakes are cakes.
 *
 * So many of the `yes` must be found, and no more of the `no`. The context
 * lines hold for those behind them, until a blank line.
 *
 * Run: eval-run [--misses] FILE...       --misses names every one missed
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rehearse/embedded.h"
#include "rehearse/file.h"
#include "rehearse/talk.h"

struct test {
	struct rubric rubric;
	struct arena arena;
	const char *path;
	unsigned line;
	/* the case under way */
	struct str client, said;
	enum channel channel;
	enum stage stage;
	const struct verdict *verdict;
	bool failed;
	unsigned passed_cases, failed_cases;
	bool open;
	/* a behaviour counted */
	uint64_t counted; /* BEHAVIOUR_BIT of its names; 0: none */
	struct tally {
		unsigned nr, found;
		uint64_t bound; /* least found of yes, most of no */
	} yes, no;
	bool misses;
};

static const struct verdict *judge(struct test *test, struct str line)
{
	const struct talk_setting setting = { .kind = KIND_OTHER };
	struct talk *talk = talk_new(&test->arena, &test->rubric, &setting);
	struct text text = rubric_read(&test->rubric, line, NULL, &test->arena);
	const struct said said = {
		.text = &text,
		.act = ACT_NONE,
		.channel = test->channel,
		.stage = test->stage,
	};

	talk_client(talk, test->client, 0);
	return talk_judge(talk, &said, &test->arena);
}

static void print_found(const struct test *test)
{
	const struct verdict *verdict = test->verdict;

	printf("    \"" STR_FMT "\" scores %d:", STR_ARG(test->said),
	       verdict->score);
	for (size_t i = 0; i < verdict->nr_findings; i++) {
		const struct finding *f = &verdict->findings[i];
		const struct rule *rule = &test->rubric.rules[f->rule];

		printf(" " STR_FMT " %+d \"" STR_FMT "\";",
		       STR_ARG(rubric_string(&test->rubric, rule->id)),
		       f->points, STR_ARG(f->quote));
	}
	putchar('\n');
}

static void fail(struct test *test, const char *expected, struct str what)
{
	printf("%s:%u: expected %s " STR_FMT "\n", test->path, test->line,
	       expected, STR_ARG(what));
	print_found(test);
	test->failed = true;
}

static void expect_behaviours(struct test *test, struct str names, bool wanted)
{
	struct str name;

	while (str_cut(&names, ',', &name)) {
		int behaviour = terms_find(&behaviour_terms, str_trim(name));

		if (behaviour < 0)
			fail(test, "a known behaviour, not", name);
		else if (((test->verdict->behaviours >> behaviour & 1) != 0) !=
			 wanted)
			fail(test, wanted ? "to find" : "not to find", name);
	}
}

static void expect_score(struct test *test, struct str value)
{
	bool least = str_starts_with(value, STR(">="));
	struct str digits = str_trim(str_slice(value, 2, value.len));
	int score = test->verdict->score;
	uint64_t number = 0;

	if ((!least && !str_starts_with(value, STR("<="))) ||
	    !str_number(digits, 100, &number))
		fail(test, ">= N or <= N, not", value);
	else if (least ? score < (int)number : score > (int)number)
		fail(test, "a score", value);
}

static void expect_order(struct test *test, struct str other, int sign)
{
	int difference = test->verdict->score - judge(test, other)->score;

	if (difference * sign <= 0)
		fail(test, sign > 0 ? "to score higher than" :
				      "to score lower than", other);
}

static void expect_same(struct test *test, struct str value)
{
	size_t blank = str_find(value, STR(" "), 0);
	struct str other = str_trim(str_slice(value, blank, value.len));
	uint64_t within = 0;
	int difference;

	if (!str_number(str_slice(value, 0, blank), 100, &within)) {
		fail(test, "a number before the sentence, not", value);
		return;
	}
	difference = test->verdict->score - judge(test, other)->score;
	if (abs(difference) > (int)within)
		fail(test, "about the same score as", other);
}

static void set_counted(struct test *test, struct str names)
{
	struct str name;

	while (str_cut(&names, ' ', &name)) {
		int behaviour = terms_find(&behaviour_terms, name);

		if (behaviour >= 0) {
			test->counted |= BEHAVIOUR_BIT(behaviour);
			continue;
		}
		printf("%s:%u: no behaviour: " STR_FMT "\n", test->path,
		       test->line, STR_ARG(name));
		test->failed_cases++;
	}
}

static void set_bound(struct test *test, struct tally *tally,
		      struct str value, const char *sign)
{
	struct str digits = str_trim(str_slice(value, 2, value.len));

	if (str_starts_with(value, str_from(sign)) &&
	    str_number(digits, 1000, &tally->bound))
		return;
	printf("%s:%u: %s and a number, not " STR_FMT "\n", test->path,
	       test->line, sign, STR_ARG(value));
	test->failed_cases++;
}

static void count(struct test *test, struct tally *tally, struct str line,
		  bool wanted)
{
	bool found;

	test->said = line;
	test->verdict = judge(test, line);
	found = (test->verdict->behaviours & test->counted) != 0;
	tally->nr++;
	tally->found += found;
	if (test->misses && found != wanted) {
		printf("%s:%u: %s\n", test->path, test->line,
		       wanted ? "missed" : "found wrongly");
		if (test->client.len)
			printf("    client: " STR_FMT "\n",
			       STR_ARG(test->client));
		print_found(test);
	}
}

/* The figures of a file that counts a behaviour; one case passed or not. */
static void finish_tally(struct test *test)
{
	bool enough = test->yes.found >= test->yes.bound;
	bool precise = test->no.found <= test->no.bound;

	if (test->counted) {
		printf("%s: %u of %u found, %u of %u wrongly%s\n", test->path,
		       test->yes.found, test->yes.nr, test->no.found,
		       test->no.nr, enough && precise ? "" : " - FAILED");
		test->passed_cases += enough && precise;
		test->failed_cases += !enough || !precise;
	}
	test->counted = 0;
	test->yes = test->no = (struct tally){ 0 };
}

static void finish_case(struct test *test)
{
	if (test->open) {
		test->failed_cases += test->failed;
		test->passed_cases += !test->failed;
	}
	arena_clear(&test->arena);
	test->open = test->failed = false;
	test->client = test->said = STR("");
	test->channel = CHANNEL_NONE;
	test->stage = STAGE_NONE;
	test->verdict = NULL;
}

static void set_context(struct test *test, struct str key, struct str value)
{
	if (str_equal(key, STR("client"))) {
		test->client = value;
	} else if (str_equal(key, STR("channel"))) {
		int channel = terms_find(&channel_terms, value);

		test->channel = channel < 0 ? CHANNEL_NONE :
					      (enum channel)channel;
	} else if (str_equal(key, STR("stage"))) {
		int stage = terms_find(&stage_terms, value);

		test->stage = stage < 0 ? STAGE_NONE : (enum stage)stage;
	} else if (str_equal(key, STR("say"))) {
		test->open = true;
		test->said = value;
		test->verdict = judge(test, value);
	}
}

static void check(struct test *test, struct str key, struct str value)
{
	if (str_equal(key, STR("finds")))
		expect_behaviours(test, value, true);
	else if (str_equal(key, STR("not")))
		expect_behaviours(test, value, false);
	else if (str_equal(key, STR("score")))
		expect_score(test, value);
	else if (str_equal(key, STR("higher")))
		expect_order(test, value, 1);
	else if (str_equal(key, STR("lower")))
		expect_order(test, value, -1);
	else if (str_equal(key, STR("same")))
		expect_same(test, value);
	else if (str_equal(key, STR("unscored")) && test->verdict->scored)
		fail(test, "no score", STR(""));
}

/* False: no line of a file that counts a behaviour. */
static bool tally_line(struct test *test, struct str key, struct str value)
{
	if (str_equal(key, STR("behaviour")))
		set_counted(test, value);
	else if (!test->counted)
		return false;
	else if (str_equal(key, STR("found")))
		set_bound(test, &test->yes, value, ">=");
	else if (str_equal(key, STR("wrong")))
		set_bound(test, &test->no, value, "<=");
	else if (str_equal(key, STR("yes")))
		count(test, &test->yes, value, true);
	else if (str_equal(key, STR("no")))
		count(test, &test->no, value, false);
	else
		return false;
	return true;
}

static void run_line(struct test *test, struct str line)
{
	static const struct str checks[] = {
		{ "finds", 5 }, { "not", 3 }, { "score", 5 }, { "higher", 6 },
		{ "lower", 5 }, { "same", 4 }, { "unscored", 8 },
	};
	static const struct str contexts[] = {
		{ "client", 6 }, { "channel", 7 }, { "stage", 5 }, { "say", 3 },
	};
	size_t colon = str_find(line, STR(":"), 0);
	struct str key = str_slice(line, 0, colon);
	struct str value = str_trim(str_slice(line, colon + 1, line.len));

	if (tally_line(test, key, value))
		return;
	for (size_t i = 0; i < ARRAY_LEN(contexts); i++) {
		if (str_equal(contexts[i], key)) {
			set_context(test, key, value);
			return;
		}
	}
	for (size_t i = 0; i < ARRAY_LEN(checks); i++) {
		if (str_equal(checks[i], key) && test->verdict) {
			check(test, key, value);
			return;
		}
	}
	printf("%s:%u: unknown line, or a check before `say`: " STR_FMT "\n",
	       test->path, test->line, STR_ARG(line));
	test->open = test->failed = true;
}

static void run_file(struct test *test, struct str bytes)
{
	struct str line;

	test->line = 0;
	finish_case(test);
	while (str_cut(&bytes, '\n', &line)) {
		test->line++;
		line = str_trim(line);
		if (!line.len)
			finish_case(test);
		else if (line.ptr[0] != '#')
			run_line(test, line);
	}
	finish_case(test);
	finish_tally(test);
}

int main(int argc, char **argv)
{
	struct test test = { 0 };
	struct error err;

	if (!rubric_open(embedded()->rubric, &test.rubric, &err)) {
		fprintf(stderr, "%s\n", err.text);
		return 1;
	}
	test.rubric.spelling = embedded()->spelling;
	for (int i = 1; i < argc; i++) {
		struct arena file = { 0 };
		struct str bytes;

		if (strcmp(argv[i], "--misses") == 0) {
			test.misses = true;
			continue;
		}
		test.path = argv[i];
		if (file_read(&file, str_from(argv[i]), FILE_MAX_SCENARIO,
			      &bytes, &err)) {
			run_file(&test, bytes);
		} else {
			printf("%s: %s\n", argv[i], err.text);
			test.failed_cases++;
		}
		arena_release(&file);
	}
	arena_release(&test.arena);
	printf("eval: %u passed, %u failed\n", test.passed_cases,
	       test.failed_cases);
	return test.failed_cases || !test.passed_cases;
}

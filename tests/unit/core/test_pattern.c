/*
 * The language: what patterns and plain phrases find in what people write,
 * what users fill into them, and what is refused with which words.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <string.h>

#include "rehearse/matcher.h"

/* ---- what is found ------------------------------------------------------ */

static struct hits find(struct arena *arena, const struct pattern *pattern,
			const char *line)
{
	struct matcher_builder *builder = matcher_builder_new(arena);
	struct text text = text_parse(arena, str_from(line));
	struct matcher matcher;

	matcher_add(builder, pattern, 1);
	matcher = matcher_open(matcher_finish(builder, arena));
	return matcher_run(&matcher, &text, arena);
}

static void check(bool expected, const char *source, const char *line)
{
	struct arena arena = { 0 };
	struct pattern pattern;
	struct error err;

	if (!pattern_parse(&arena, str_from(source), NULL, &pattern, &err))
		fail_msg("%s: %s", source, err.text);
	if ((find(&arena, &pattern, line).nr > 0) != expected)
		fail_msg("\"%s\" is %sfound in \"%s\"", source,
			 expected ? "not " : "", line);
	arena_release(&arena);
}

static void test_words_are_read_as_texts_are(void **state)
{
	(void)state;
	check(true, "can not", "I can't.");
	check(true, "don't know", "I do not know");
	check(true, "dont know", "I don't know");
	check(true, "cannot promise", "We can’t promise that.");
	check(true, "gonna", "It is going to rain.");
	check(true, "apologize", "I apologise.");
	check(true, "Sorry", "sorry");
	check(true, "two weeks", "It takes 2 weeks.");
	check(true, "2 weeks", "It takes two weeks.");
	check(true, "two thousand copies", "2,000 copies");
	check(true, "(2000|three) copies", "two thousand copies");
	check(true, "two hundred and fifty or so", "250 or so");
	check(true, "two (of us)?", "two");
	check(true, "follow-up", "a follow up");
	check(true, "e-mail", "an email");
	check(true, "$650", "It is $650.");
	check(true, "client side", "the client's side");
	check(false, "missed", "miss");
}

static void test_every_element(void **state)
{
	(void)state;
	check(true, "apologi*", "my apologies");
	check(true, "(that is|this is|it is) on (us|me)", "That's on us.");
	check(true, "we (really)? (missed|dropped) ..", "We dropped the ball.");
	check(true, "i _ you", "I hear you.");
	check(true, "^ no $", "No.");
	check(false, "^ no $", "No way.");
	check(true, "( ( a | b c ) )?d", "b c d");
	check(true, "we..late", "we will be late");
	check(true, "<number> pages", "It is 40 pages.");
}

static void test_plain_phrases_are_told_from_patterns(void **state)
{
	(void)state;
	assert_true(pattern_is_plain(STR("not ready on friday")));
	assert_true(pattern_is_plain(STR("{delay} late, that is $650.")));
	assert_false(pattern_is_plain(STR("slip*")));
	assert_false(pattern_is_plain(STR("a .. b")));
	assert_false(pattern_is_plain(STR("(a)")));
	assert_false(pattern_is_plain(STR("^ no")));
	assert_false(pattern_is_plain(STR("no $")));
	assert_false(pattern_is_plain(STR("by <when>")));
}

static void check_plain(bool expected, const char *phrase, const char *line)
{
	struct arena arena = { 0 };
	struct pattern pattern;
	struct error err;

	assert_true(pattern_plain(&arena, str_from(phrase), &pattern, &err));
	if ((find(&arena, &pattern, line).nr > 0) != expected)
		fail_msg("\"%s\" is %sfound in \"%s\"", phrase,
			 expected ? "not " : "", line);
	arena_release(&arena);
}

static void test_plain_phrases_are_read_generously(void **state)
{
	(void)state;
	check_plain(true, "pilot passed", "The pilot has passed.");
	check_plain(true, "pilot passed", "Pilots pass.");
	check_plain(true, "the pilot has passed", "our pilot passed");
	check_plain(true, "pilot passed", "pilot one clearly passed");
	check_plain(false, "pilot passed", "pilot one and two clearly passed");
	check_plain(false, "pilot passed", "passed the pilot");
	check_plain(false, "pilot passed", "The pilot never passed.");
	check_plain(false, "pilot passed", "The pilot started. It passed.");
}

static void test_plain_phrases_keep_negations_and_numbers(void **state)
{
	(void)state;
	check_plain(true, "not ready", "We are not quite ready.");
	check_plain(true, "not ready", "It isn't ready.");
	check_plain(false, "not ready", "We are ready.");
	check_plain(true, "two weeks late", "2 weeks late");
	check_plain(false, "two weeks late", "3 weeks late");
}

static void test_plain_phrases_find_themselves(void **state)
{
	static const char *const phrases[] = {
		"what does that do to you",
		"how are you",
		"what would it be to the board of the company",
		"friday",
		"no",
		"we are not",
		"this has not been on the list of what was ordered",
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(phrases); i++)
		check_plain(true, phrases[i], phrases[i]);
	check_plain(false, "how are you", "how you are");
}

/* ---- what is filled in -------------------------------------------------- */

static void check_fill(bool expected, const char *source, const char *value,
		       const char *line)
{
	const struct pattern_fill fill = { STR("x"), str_from(value) };
	struct arena arena = { 0 };
	struct strbuf filled = { 0 };
	struct str str;
	struct pattern pattern;
	struct error err;

	if (!pattern_with_fills(&filled, str_from(source), &fill, 1, &err))
		fail_msg("%s: %s", source, err.text);
	str = strbuf_str(&filled);
	assert_int_equal(pattern_is_plain(str_from(source)),
			 pattern_is_plain(str));
	if (!(pattern_is_plain(str)
		      ? pattern_plain(&arena, str, &pattern, &err)
		      : pattern_parse(&arena, str, NULL, &pattern, &err)))
		fail_msg("%s: %s", source, err.text);
	if ((find(&arena, &pattern, line).nr > 0) != expected)
		fail_msg("\"%s\" with \"%s\" is %sfound in \"%s\"", source,
			 value, expected ? "not " : "", line);
	strbuf_release(&filled);
	arena_release(&arena);
}

static void test_fills_are_more_words(void **state)
{
	(void)state;
	check_fill(true, "{x} late", "two weeks", "It is two weeks late.");
	check_fill(true, "(slip*|behind) .. {x}", "two weeks",
		   "We slipped by two full weeks.");
	check_fill(true, "without .. ({x}|final (read*|check*))",
		   "the second review", "It went out without second reviews.");
	check_fill(false, "without .. ({x}|final (read*|check*))",
		   "the second review", "It went out without a review.");
	check_fill(true, "{x} .. late", "the Spanish manual for the pump",
		   "Our Spanish manuals of that pump are late.");
	check_fill(false, "{x} .. late", "the Spanish manual for the pump",
		   "The manual is late.");
	check_fill(true, "skip* {x}", "the second read",
		   "We skipped our second read.");
	check_fill(false, "skip* .. {x}", "the second read",
		   "We skipped the second page.");
}

/* A plain phrase stays plain, whatever signs somebody types. */
static void test_signs_in_fills_mean_nothing(void **state)
{
	(void)state;
	check_fill(true, "{x} late", "the (new) file?", "new file late");
	check_fill(true, "{x} ..", "a (b | c)*", "b c");
}

static void test_fills_match_by_value(void **state)
{
	(void)state;
	check_fill(true, "(by|before) {x}", "the 14th", "by 14 March");
	check_fill(true, "(by|before) {x}", "14 March", "by the 14th");
	check_fill(true, "(by|before) {x}", "14 March", "by 14 March");
	check_fill(false, "(by|before) {x}", "14 March", "by 14 May");
	check_fill(false, "(by|before) {x}", "14 March", "by the 15th");
	check_fill(true, "ready {x}", "14 March", "ready on the 14th");
	check_fill(true, "page .. {x}", "four o'clock",
		   "The page is with you by 16:00.");
	check_fill(true, "page .. {x}", "16:00",
		   "the page, by four o'clock. "
		   "A page comes by four.");
	check_fill(false, "page .. {x}", "16:00", "A page comes by five.");
	check_fill(true, "page .. {x}", "Thursday noon",
		   "The page comes on Thursday at noon.");
}

/* ---- what is refused ---------------------------------------------------- */

static void check_wrong(const char *source, unsigned column, const char *words)
{
	static const struct node any = { .kind = NODE_ANY };
	struct pattern_list we[] = { { STR("we"), &any } };
	struct pattern_lists lists = { .lists = we, .nr = 1 };
	struct arena arena = { 0 };
	struct pattern pattern;
	struct error err;

	if (pattern_parse(&arena, str_from(source), &lists, &pattern, &err))
		fail_msg("\"%s\" is accepted", source);
	assert_int_equal(ERROR_DATA, err.kind);
	if (err.column != column || !strstr(err.text, words))
		fail_msg("\"%s\": column %u: %s", source, err.column, err.text);
	arena_release(&arena);
}

static void test_mistakes_name_their_place(void **state)
{
	(void)state;
	check_wrong("we (missed it", 4, "a ) is missing");
	check_wrong("we (a|(b c|d)", 4, "a ) is missing");
	check_wrong("we missed) it", 10, "its ( is missing");
	check_wrong("a (b|) c", 6, "nothing before this )");
	check_wrong("a (|b) c", 4, "nothing before this |");
	check_wrong("a () c", 4, "nothing before this )");
	check_wrong("a | b", 3, "inside brackets");
	check_wrong("why?", 4, "follows a bracket");
	check_wrong("a * b", 3, "beginning of a word");
	check_wrong("a*b c", 1, "beginning of a word");
	check_wrong("été (b", 5, "a ) is missing");
	check_wrong("a ^ b", 3, "very start");
	check_wrong("a $ b", 5, "");
	check_wrong("(^ a|b)", 2, "very start");
	check_wrong("(a $|b)", 4, "very end");
	check_wrong("a ... b", 5, "no three");
	check_wrong("a {b} c", 3, "fills in");
	check_wrong("a , b", 3, "is no word");
	check_wrong("", 1, "Words are missing");
	check_wrong("^ $", 3, "very end");
	check_wrong("a <what: b", 3, "a > is missing");
	check_wrong("a > b", 3, "its < is missing");
	check_wrong("a < b", 3, "name of a list");
	check_wrong("<a: b> <c: d>", 8, "second");
	check_wrong("<a: b <c: d>>", 7, "second");
}

static void test_unknown_lists_name_the_nearest(void **state)
{
	(void)state;
	check_wrong("a <wee>", 3, "did you mean <we");
	check_wrong("a <tme>", 3, "did you mean <time>");
	check_wrong("a <zebra>", 3, "There is no list <zebra>");
}

static void test_what_finds_everything_is_refused(void **state)
{
	(void)state;
	check_wrong("(a)?", 1, "may be left out");
	check_wrong("(a)? (b|(c)?)", 1, "may be left out");
	check_wrong(".. a", 1, "begins with a word");
	check_wrong("(a)? .. b", 1, "begins with a word");
	check_wrong("(.. a|b) c", 1, "begins with a word");
}

static void test_limits(void **state)
{
	struct strbuf source = { 0 };

	(void)state;
	strbuf_pad(&source, '(', 17);
	strbuf_addc(&source, 'a');
	strbuf_pad(&source, ')', 17);
	strbuf_addc(&source, '\0');
	check_wrong(source.ptr, 17, "more than 16 deep");
	strbuf_truncate(&source, 0);
	strbuf_pad(&source, 'a', 2001);
	strbuf_addc(&source, '\0');
	check_wrong(source.ptr, 1, "longer than 2000 bytes");
	strbuf_release(&source);
}

/* A word, and nr others that may be left out. */
static void add_row(struct strbuf *source, int nr)
{
	strbuf_truncate(source, 0);
	strbuf_addc(source, 'z');
	for (int i = 0; i < nr; i++)
		strbuf_addf(source, " (%c%c)?", 'a' + i % 26, 'a' + i / 26);
	strbuf_addc(source, '\0');
}

static void test_rows_of_optional_words_are_bounded(void **state)
{
	struct strbuf source = { 0 };

	(void)state;
	add_row(&source, 170);
	check(true, source.ptr, "z bb cc");
	add_row(&source, 220);
	check_wrong(source.ptr, 1, "too many ways through this pattern; split");
	strbuf_release(&source);
}

/* What is counted keeps the automaton small, whatever nests in what. */
static void test_ways_bound_the_automaton(void **state)
{
	static const char *const sources[] = {
		"a",
		"a .. b .. c <when> d",
		"z (a)? (b)? (c)? (d)? (e)? (f)? (g)? (h)? (i)? (j)? (k)?",
		"z ((a)? (b)? (c)? (d)?|(e)? (f)? (g)? (h)?)? (i)? .. (j k)?",
		"z (((a)? b|(c)? (d)? .. (e)?|f)? (g|h (i)?)?)? <x: (j)? _>",
		"(a|b|c|d|e f|g h|i j|k l m n) (o|p|q r) (<time>)? (<name>)?",
	};
	enum { BYTES_A_WAY = 20, BYTES_OF_NONE = 600 };

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(sources); i++) {
		struct arena arena = { 0 };
		struct matcher_builder *builder = matcher_builder_new(&arena);
		struct pattern pattern;
		struct error err;
		size_t size;

		if (!pattern_parse(&arena, str_from(sources[i]), NULL, &pattern,
				   &err))
			fail_msg("%s: %s", sources[i], err.text);
		matcher_add(builder, &pattern, 1);
		size = matcher_finish(builder, &arena).len;
		if (size > BYTES_OF_NONE + BYTES_A_WAY * pattern_ways(&pattern))
			fail_msg("%s: %zu bytes, %u ways", sources[i], size,
				 pattern_ways(&pattern));
		arena_release(&arena);
	}
}

/* A list of 200 phrases a hundred times over is more than a pattern holds. */
static void test_lists_count_where_they_are_used(void **state)
{
	struct node word = { .kind = NODE_WORD, .key = STR("a") };
	struct node *kids[200];
	const struct node choice = { .kind = NODE_CHOICE,
				     .kids = kids,
				     .nr_kids = ARRAY_LEN(kids) };
	struct pattern_list list = { STR("long"), &choice };
	const struct pattern_lists lists = { .lists = &list, .nr = 1 };
	struct arena arena = { 0 };
	struct strbuf source = { 0 };
	struct pattern pattern = { 0 };
	struct error err;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(kids); i++)
		kids[i] = &word;
	for (int i = 0; i < 101; i++)
		strbuf_add(&source, STR("<long> "));
	assert_false(pattern_parse(&arena, strbuf_str(&source), &lists,
				   &pattern, &err));
	assert_non_null(strstr(err.text, "more than 20000 words"));
	assert_null(pattern.root);
	strbuf_release(&source);
	arena_release(&arena);
}

static void test_unknown_fills_name_the_nearest(void **state)
{
	const struct pattern_fill fill = { STR("delay"), STR("two weeks") };
	struct strbuf out = { 0 };
	struct error err;

	(void)state;
	assert_false(pattern_with_fills(&out, STR("so {dealy} late"), &fill, 1,
					&err));
	assert_int_equal(4, err.column);
	assert_non_null(strstr(err.text, "did you mean {delay}?"));
	assert_false(pattern_with_fills(&out, STR("{zebra}"), &fill, 1, &err));
	assert_non_null(strstr(err.text, "under fill:"));
	assert_false(pattern_with_fills(&out, STR("a {delay"), &fill, 1, &err));
	assert_non_null(strstr(err.text, "a } is missing"));
	assert_int_equal(0, out.len);
	strbuf_release(&out);
}

static void test_phrases_without_words_are_refused(void **state)
{
	struct arena arena = { 0 };
	struct pattern pattern = { 0 };
	struct error err;

	(void)state;
	assert_false(pattern_plain(&arena, STR(" ! "), &pattern, &err));
	assert_non_null(strstr(err.text, "no words"));
	assert_null(pattern.root);
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_words_are_read_as_texts_are),
		cmocka_unit_test(test_every_element),
		cmocka_unit_test(test_plain_phrases_are_told_from_patterns),
		cmocka_unit_test(test_plain_phrases_are_read_generously),
		cmocka_unit_test(test_plain_phrases_keep_negations_and_numbers),
		cmocka_unit_test(test_plain_phrases_find_themselves),
		cmocka_unit_test(test_fills_are_more_words),
		cmocka_unit_test(test_signs_in_fills_mean_nothing),
		cmocka_unit_test(test_fills_match_by_value),
		cmocka_unit_test(test_mistakes_name_their_place),
		cmocka_unit_test(test_unknown_lists_name_the_nearest),
		cmocka_unit_test(test_what_finds_everything_is_refused),
		cmocka_unit_test(test_limits),
		cmocka_unit_test(test_lists_count_where_they_are_used),
		cmocka_unit_test(test_unknown_fills_name_the_nearest),
		cmocka_unit_test(test_rows_of_optional_words_are_bounded),
		cmocka_unit_test(test_ways_bound_the_automaton),
		cmocka_unit_test(test_phrases_without_words_are_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

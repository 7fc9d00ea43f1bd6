/* The automaton over words, on texts made by hand (matching.h). */
#include "matching.h"

/* "first-end[capture]" of every hit of one pattern in the line. */
static void check(const char *source, const char *line, const char *expected)
{
	struct arena arena = { 0 };
	struct matcher_builder *builder = matcher_builder_new(&arena);
	struct text text = say(&arena, line);
	struct strbuf found = { 0 };
	struct matcher matcher;
	struct hits hits;

	add(builder, &arena, source, 7);
	matcher = matcher_open(matcher_finish(builder, &arena));
	hits = matcher_run(&matcher, &text, &arena);
	for (size_t i = 0; i < hits.nr; i++) {
		const struct hit *hit = &hits.hits[i];

		assert_int_equal(7, hit->id);
		strbuf_addf(&found, "%s%u-%u", i ? " " : "", hit->first,
			    hit->end);
		if (hit->capture_first < hit->capture_end)
			strbuf_addf(&found, "[%u-%u]", hit->capture_first,
				    hit->capture_end);
	}
	strbuf_addc(&found, '\0');
	if (strcmp(found.ptr, expected))
		fail_msg("\"%s\" in \"%s\": %s, not %s", source, line,
			 found.ptr, expected);
	strbuf_release(&found);
	arena_release(&arena);
}

static void test_words(void **state)
{
	(void)state;
	check("we missed it", "well we missed it", "1-4");
	check("we missed it", "we missed the", "");
	check("sorry", "sorry . so sorry", "0-1 2-3");
	check("we missed", "we . missed", "");
	check("we missed", "we , missed", "0-2");
	check("_ sorry", "sorry very sorry", "1-3");
}

static void test_prefixes(void **state)
{
	(void)state;
	check("apologi*", "we apologise", "1-2");
	check("apologi*", "apologi", "0-1");
	check("apologi*", "apology", "");
	check("(re*|report*|report) it", "report it . reports it . read it",
	      "0-2 2-4 4-6");
	check("a*", "b a ab", "1-2 2-3");
}

static void test_choices_and_options(void **state)
{
	(void)state;
	check("(that is|this is) on us", "this is on us", "0-4");
	check("(that is|this is) on us", "that this is on us", "1-5");
	check("we (really)? missed it", "we missed it we really missed it",
	      "0-3 3-7");
	check("(very)? (very)? sorry", "very very very sorry", "1-4");
	check("(sorry|sorry about that)", "sorry about that", "0-3");
	check("((a|b) (c)?|d)", "d , a c", "0-1 1-3");
}

static void test_leftmost_then_longest(void **state)
{
	(void)state;
	check("a (b)? (c)?", "a b c", "0-3");
	check("a .. b", "a a b b", "0-4");
	check("(a b|b c d)", "a b c d", "0-2");
	check("a b", "a b a b", "0-2 2-4");
}

/* What is ruled out may have hidden what stands behind. */
static void test_a_hit_may_begin_within_one_ruled_out(void **state)
{
	(void)state;
	check("(z a|(a)? b)", "z a b", "0-2 2-3");
	check("(even|a small|small) _", "even a small sum", "0-2 2-4");
	check("(z a|(a)? b ..)", "z a b c , b", "0-2 2-4 4-5");
	check("(a|(a)? <number>) b", "a b , a 4/n b", "0-2 2-5");
	check("(z a|(a)? (b)? (c)? d)", "z a b c d", "0-2 2-5");
	check("(z a|(a)? <it: b> c)", "z a b c", "0-2 2-4[2-3]");
}

static void test_gaps(void **state)
{
	(void)state;
	check("a .. b", "a b", "0-2");
	check("a .. b", "a 1 2 3 4 5 6 b", "0-8");
	check("a .. b", "a 1 2 3 4 5 6 7 b", "");
	check("a ..", "a 1 2 3 4 5 6 7", "0-7");
	check("a .. .. b", "a 1 2 3 4 5 6 7 8 b", "0-10");
	check("a .. (x)? .. b", "a 1 x 2 b", "0-5");
}

static void test_gaps_refuse_negation_and_borders(void **state)
{
	(void)state;
	check("we .. ready", "we are not/! ready", "");
	check("we .. not ready", "we are not/! ready", "0-4");
	check("never .. ready", "never/! quite ready", "0-3");
	check("a ..", "a b not/! c", "0-2");
	check("a .. b", "a x , b", "");
	check("a .. b", "a , x b", "");
	check("a .. b", "a , b", "0-2");
	check("a ..", "a b , c", "0-2");
	check("a .. (b)? .. c", "a x , c", "");
	check("a .. (b)? .. c", "a x b , c", "0-4");
	check("a .. b", "a . b", "");
}

static void test_anchors(void **state)
{
	(void)state;
	check("^ no", "no no . well no . no", "0-1 4-5");
	check("no $", "no no . no well", "1-2");
	check("^ no $", "no . no no . no", "0-1 3-4");
	check("^ (well)? no", "well no . no", "0-2 2-3");
	check("^ (well)? (no|yes) $", "well no yes . yes", "3-4");
}

static void test_classes_take_all_their_words(void **state)
{
	(void)state;
	check("ready <when>", "ready by/w noon/wt tomorrow/w or so", "0-4");
	check("<when>", "by/w noon/wt", "0-2");
	check("by <time> today", "by four/wt pm/wt today/w", "0-4");
	check("by <when>", "by/w four/wt", "0-2");
	check("<when> ..", "by/w noon/w or so", "0-4");
	check("<number> weeks", "two/n weeks", "0-2");
	check("<money>", "650/m dollars/m", "0-2");
	check("dear <name>", "dear Dana/N", "0-2");
	check("<date>", "friday", "");
}

static void test_captures(void **state)
{
	(void)state;
	check("i will <what: _ ..> <when>", "i will ring you by/w noon/w",
	      "0-6[2-4]");
	check("<what: (a b|c)> d", "a b d", "0-3[0-2]");
	check("a <what: ..> b", "a b", "0-2");
	check("a <what: ..> b", "a x y b", "0-4[1-3]");
	check("a .. <what: b ..>", "a x b c , d", "0-4[2-4]");
	check("a <what: <when>>", "a by/w noon/w", "0-3[1-3]");
	check("a <what: <when>> ..", "a by/w noon/w b", "0-4[1-3]");
	check("<what: a (b)?> c", "a b c", "0-3[0-2]");
}

/* Values are made by fills; here is one without. */
static void test_values(void **state)
{
	struct arena arena = { 0 };
	struct node value = { .kind = NODE_VALUE, .value = 240 };
	struct pattern pattern = { .root = &value };
	struct matcher_builder *builder = matcher_builder_new(&arena);
	struct text text = say(&arena, "by/w 4/t=240 pm/t on monday/d . 4/n=3");
	struct matcher matcher;
	struct hits hits;

	(void)state;
	matcher_add(builder, &pattern, 1);
	matcher = matcher_open(matcher_finish(builder, &arena));
	hits = matcher_run(&matcher, &text, &arena);
	assert_int_equal(1, hits.nr);
	assert_int_equal(1, hits.hits[0].first);
	assert_int_equal(3, hits.hits[0].end);
	arena_release(&arena);
}

static void test_hits_are_sorted_by_id(void **state)
{
	struct arena arena = { 0 };
	struct matcher_builder *builder = matcher_builder_new(&arena);
	struct text text = say(&arena, "a b c");
	struct matcher matcher;
	struct hits hits;

	(void)state;
	add(builder, &arena, "c", 1);
	add(builder, &arena, "b c", 9);
	add(builder, &arena, "a", 9);
	add(builder, &arena, "a b", 4);
	add(builder, &arena, "a c", 9);
	matcher = matcher_open(matcher_finish(builder, &arena));
	hits = matcher_run(&matcher, &text, &arena);
	assert_int_equal(4, hits.nr);
	assert_int_equal(1, hits.hits[0].id);
	assert_int_equal(4, hits.hits[1].id);
	assert_int_equal(9, hits.hits[2].id);
	assert_int_equal(0, hits.hits[2].first);
	assert_int_equal(1, hits.hits[2].end);
	assert_int_equal(1, hits.hits[3].first);
	assert_int_equal(3, hits.hits[3].end);
	arena_release(&arena);
}

static struct str build_many(struct arena *arena, unsigned nr)
{
	struct matcher_builder *builder = matcher_builder_new(arena);

	for (unsigned i = 0; i < nr; i++) {
		struct str source = arena_printf(
			arena, "(i|we|you) w%c%c .. (x%c|y%c*) <when>",
			'a' + i % 26, 'a' + i / 26 % 26, 'a' + i % 26,
			'a' + i / 26 % 26);

		add(builder, arena, source.ptr, i);
	}
	return matcher_finish(builder, arena);
}

static void test_a_thousand_patterns_at_once(void **state)
{
	struct arena arena = { 0 };
	struct matcher matcher = matcher_open(build_many(&arena, 600));
	struct text text = say(&arena, "and we wca oh well xc now/w");
	struct hits hits = matcher_run(&matcher, &text, &arena);

	(void)state;
	assert_int_equal(1, hits.nr);
	assert_int_equal(2, hits.hits[0].id);
	assert_int_equal(1, hits.hits[0].first);
	assert_int_equal(7, hits.hits[0].end);
	arena_release(&arena);
}

static void test_the_same_patterns_make_the_same_bytes(void **state)
{
	struct arena one = { 0 }, other = { 0 };
	struct str first, second;

	(void)state;
	arena_alloc(&other, 1000, 1);
	first = build_many(&one, 60);
	second = build_many(&other, 60);
	assert_true(str_equal(first, second));
	assert_int_equal(0, first.len % 4);
	arena_release(&one);
	arena_release(&other);
}

static void test_equal_ends_and_beginnings_are_shared(void **state)
{
	struct arena arena = { 0 };
	struct matcher_builder *one = matcher_builder_new(&arena);
	struct matcher_builder *twice = matcher_builder_new(&arena);

	(void)state;
	add(one, &arena, "(i|we) (missed|dropped) .. (ball|deadline)", 1);
	add(twice, &arena, "(i|we) (missed|dropped) .. (ball|deadline)", 1);
	add(twice, &arena, "(i|we) (missed|dropped) .. (ball|deadline)", 1);
	assert_int_equal(matcher_finish(one, &arena).len,
			 matcher_finish(twice, &arena).len);
	arena_release(&arena);
}

static void test_what_is_no_block_is_not_opened(void **state)
{
	struct arena arena = { 0 };
	struct matcher_builder *builder = matcher_builder_new(&arena);
	struct str block = matcher_finish(builder, &arena);
	struct text text = say(&arena, "a b");
	struct matcher matcher = matcher_open(block);

	(void)state;
	assert_int_equal(0, matcher_run(&matcher, &text, &arena).nr);
	matcher = matcher_open(str_slice(block, 0, block.len - 4));
	assert_null(matcher.block);
	assert_int_equal(0, matcher_run(&matcher, &text, &arena).nr);
	assert_null(matcher_open(STR("")).block);
	arena_release(&arena);
}

/* A hundred places where one of a hundred words may stand: the words are one
 * edge in each, but for what one of them does beside. */
static void test_words_that_lead_the_same_way_are_folded(void **state)
{
	struct arena arena = { 0 };
	struct strbuf words = { 0 };
	struct matcher_builder *builder = matcher_builder_new(&arena);
	struct text text = say(&arena, "p7 w99 q7 p8 w3 q9 w5 x p9 q9");
	struct matcher matcher;
	struct str block;
	struct hits hits;

	(void)state;
	strbuf_addf(&words, "w0");
	for (int i = 1; i < 100; i++)
		strbuf_addf(&words, "|w%d", i);
	for (unsigned i = 0; i < 100; i++)
		add(builder, &arena,
		    arena_printf(&arena, "p%u (%s)? q%u", i, words.ptr, i).ptr,
		    i);
	add(builder, &arena, "w5 x", 200);
	block = matcher_finish(builder, &arena);
	assert_in_range(block.len, 1, 100 * 100 * 4 * 3 / 4);
	matcher = matcher_open(block);
	hits = matcher_run(&matcher, &text, &arena);
	assert_int_equal(3, hits.nr);
	assert_int_equal(7, hits.hits[0].id);
	assert_int_equal(3, hits.hits[0].end);
	assert_int_equal(9, hits.hits[1].id);
	assert_int_equal(200, hits.hits[2].id);
	strbuf_release(&words);
	arena_release(&arena);
}

static void test_more_than_a_block_holds_is_none(void **state)
{
	struct arena arena = { 0 };
	struct matcher_builder *builder = matcher_builder_new(&arena);

	(void)state;
	for (uint32_t id = 0; id <= UINT16_MAX; id++)
		add(builder, &arena, "a b", id);
	assert_int_equal(0, matcher_finish(builder, &arena).len);
	arena_release(&arena);
}

/* Every word begins and goes on with everything: still one step a state. */
static void test_pathological_patterns_stay_linear(void **state)
{
	struct arena arena = { 0 };
	struct strbuf source = { 0 }, line = { 0 };
	struct matcher_builder *builder = matcher_builder_new(&arena);
	struct matcher matcher;
	struct text text;
	struct hits hits;

	(void)state;
	strbuf_addc(&source, 'a');
	for (int i = 0; i < 100; i++)
		strbuf_add(&source, STR(" (a)?"));
	for (int i = 0; i < 100; i++)
		strbuf_add(&source, STR(" .. a"));
	strbuf_addc(&source, '\0');
	for (int i = 0; i < 2000; i++)
		strbuf_add(&line, STR("a "));
	strbuf_addc(&line, 'a');
	add(builder, &arena, source.ptr, 1);
	text = say(&arena, line.ptr);
	matcher = matcher_open(matcher_finish(builder, &arena));
	hits = matcher_run(&matcher, &text, &arena);
	assert_int_equal(3, hits.nr);
	assert_int_equal(801, hits.hits[0].end);
	assert_int_equal(1602, hits.hits[1].end);
	assert_int_equal(2001, hits.hits[2].end);
	strbuf_release(&source);
	strbuf_release(&line);
	arena_release(&arena);
}

static void test_scopes_cancel_from_outside(void **state)
{
	struct scope scopes[] = { { SCOPE_NEGATED, 1, 2, 5 } };
	struct text text = { .scopes = scopes, .nr_scopes = 1 };
	const struct hit inside = { .first = 2, .end = 4 };
	const struct hit says_so = { .first = 1, .end = 4 };
	const struct hit before = { .first = 0, .end = 1 };
	const struct hit behind = { .first = 5, .end = 6 };
	const struct hit overlaps = { .first = 4, .end = 6 };
	const unsigned negated = SCOPE_BIT(SCOPE_NEGATED);

	(void)state;
	assert_true(hit_in_scope(&inside, &text, negated));
	assert_true(hit_in_scope(&overlaps, &text, negated));
	assert_false(hit_in_scope(&says_so, &text, negated));
	assert_false(hit_in_scope(&before, &text, negated));
	assert_false(hit_in_scope(&behind, &text, negated));
	assert_false(hit_in_scope(&inside, &text, SCOPE_BIT(SCOPE_QUOTE)));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_prefixes),
		cmocka_unit_test(test_choices_and_options),
		cmocka_unit_test(test_leftmost_then_longest),
		cmocka_unit_test(test_a_hit_may_begin_within_one_ruled_out),
		cmocka_unit_test(test_gaps),
		cmocka_unit_test(test_gaps_refuse_negation_and_borders),
		cmocka_unit_test(test_anchors),
		cmocka_unit_test(test_classes_take_all_their_words),
		cmocka_unit_test(test_captures),
		cmocka_unit_test(test_values),
		cmocka_unit_test(test_hits_are_sorted_by_id),
		cmocka_unit_test(test_a_thousand_patterns_at_once),
		cmocka_unit_test(test_the_same_patterns_make_the_same_bytes),
		cmocka_unit_test(test_equal_ends_and_beginnings_are_shared),
		cmocka_unit_test(test_what_is_no_block_is_not_opened),
		cmocka_unit_test(test_words_that_lead_the_same_way_are_folded),
		cmocka_unit_test(test_more_than_a_block_holds_is_none),
		cmocka_unit_test(test_pathological_patterns_stay_linear),
		cmocka_unit_test(test_scopes_cancel_from_outside),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

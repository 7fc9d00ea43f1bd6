/* Typing slips: which are mended, and which words are left alone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "rehearse/matcher.h"

struct fixture {
	struct arena arena;
	struct matcher matcher;
	struct spelling spelling;
};

static struct spelling spell(struct arena *arena, const char *words)
{
	struct str rest = str_from(words), word;
	uint32_t *hashes = ARENA_ARRAY(arena, uint32_t, rest.len);
	struct strbuf key = { 0 };
	size_t nr = 0;

	while (str_cut(&rest, ' ', &word)) {
		strbuf_truncate(&key, 0);
		text_key(&key, word);
		hashes[nr++] = str_hash(strbuf_str(&key));
	}
	strbuf_release(&key);
	qsort(hashes, nr, sizeof(*hashes), compare_uint32);
	return (struct spelling){ hashes, nr };
}

static void add(struct matcher_builder *builder, struct arena *arena,
		const char *source)
{
	struct pattern pattern;
	struct error err;

	if (!pattern_parse(arena, str_from(source), NULL, &pattern, &err))
		fail_msg("%s: %s", source, err.text);
	matcher_add(builder, &pattern, 1);
}

static int set_up(void **state)
{
	struct fixture *fixture = calloc(1, sizeof(*fixture));
	struct arena *arena;
	struct matcher_builder *builder;
	struct pattern plain;
	struct error err;

	if (!fixture)
		return -1;
	arena = &fixture->arena;
	builder = matcher_builder_new(arena);
	add(builder, arena, "(contract|defect|deadline|deadlines|sorry)");
	add(builder, arena, "(apologi*|report*|cube*)");
	if (!pattern_plain(arena, STR("warehouse"), &plain, &err))
		return -1;
	matcher_add(builder, &plain, 1);
	fixture->matcher = matcher_open(matcher_finish(builder, arena));
	fixture->spelling =
		spell(arena, "contact contract detect defect apologise "
			     "apologised reported reporter reporting "
			     "warehouse warehouses word");
	*state = fixture;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;

	arena_release(&fixture->arena);
	free(fixture);
	return 0;
}

/* What one word has become, the rest of the line left out. */
static void check_known(struct fixture *fixture, const char *line,
			const char *expected, const struct text *known)
{
	struct text text = text_parse(&fixture->arena, str_from(line));
	struct word *last = &text.words[text.nr_words - 1];
	struct str before = last->key;

	matcher_mend(&fixture->matcher, &fixture->spelling, known, &text,
		     &fixture->arena);
	if (!str_equal(last->key, str_from(expected)))
		fail_msg("%s became " STR_FMT ", not %s", line,
			 STR_ARG(last->key), expected);
	assert_int_equal(str_hash(last->key), last->hash);
	assert_int_equal(text_stem(last->key), last->stem);
	assert_int_equal(!str_equal(before, last->key),
			 !!(last->classes & WORD_MENDED));
}

static void check(struct fixture *fixture, const char *line,
		  const char *expected)
{
	check_known(fixture, line, expected, NULL);
}

static void test_one_slip_is_mended(void **state)
{
	check(*state, "contrcat", "contract");
	check(*state, "contrct", "contract");
	check(*state, "conttract", "contract");
	check(*state, "contrakt", "contract");
	check(*state, "xcontract", "contract");
	check(*state, "contractz", "contract");
	check(*state, "appologise", "apologise");
	check(*state, "warehuose", "warehouse");
	/* all the right keys: not contact with an r too many */
	check(*state, "conrtact", "contract");
}

static void test_two_slips_are_not(void **state)
{
	check(*state, "kontrakt", "kontrakt");
	check(*state, "cnotrcat", "cnotrcat");
}

static void test_words_stay_what_they_are(void **state)
{
	check(*state, "contact", "contact");
	check(*state, "detect", "detect");
	check(*state, "contract", "contract");
	check(*state, "reported", "reported");
}

static void test_short_words_are_left_alone(void **state)
{
	check(*state, "sorrs", "sorrs");
	check(*state, "sory", "sory");
}

static void test_what_may_be_two_words_is_left_alone(void **state)
{
	check(*state, "deadlins", "deadlins");
}

static void test_patterns_that_cannot_tell_need_no_choice(void **state)
{
	/* reported or reporter: one prefix for both */
	check(*state, "rpeorted", "reported");
	check(*state, "reporteq", "reporteq"); /* the prefix has it already */
	check(*state, "repoted", "reported");
}

static void test_a_prefix_makes_no_word(void **state)
{
	check(*state, "kubernetes", "kubernetes"); /* cubernetes is none */
}

static void test_names_numbers_and_known_words_are_left_alone(void **state)
{
	struct fixture *fixture = *state;
	struct text known = text_parse(&fixture->arena, STR("contrackt"));
	struct text text = text_parse(&fixture->arena, STR("contrackt"));

	check_known(fixture, "contrackt", "contrackt", &known);
	check(fixture, "contrackt", "contract");
	text.words[0].classes |= WORD_NAME;
	matcher_mend(&fixture->matcher, &fixture->spelling, NULL, &text,
		     &fixture->arena);
	assert_true(str_equal(text.words[0].key, STR("contrackt")));
}

static void test_no_word_list_no_mending(void **state)
{
	struct fixture *fixture = *state;
	struct text text = text_parse(&fixture->arena, STR("contrcat"));
	const struct spelling none = { 0 };

	matcher_mend(&fixture->matcher, &none, NULL, &text, &fixture->arena);
	assert_true(str_equal(text.words[0].key, STR("contrcat")));
}

/* A mended word is read as what it is, on the bytes it was typed with. */
static void test_a_mended_word_is_read_again(void **state)
{
	struct fixture *fixture = *state;
	struct text text = text_parse(&fixture->arena,
				      STR("Fine. Nothng. We repotred it."));
	struct matcher_builder *builder = matcher_builder_new(&fixture->arena);
	struct matcher matcher;
	struct spelling words = spell(&fixture->arena, "nothing reported");
	const struct clause *clause;

	add(builder, &fixture->arena, "(nothing|reported)");
	matcher = matcher_open(matcher_finish(builder, &fixture->arena));
	matcher_mend(&matcher, &words, NULL, &text, &fixture->arena);
	assert_int_equal(5, text.nr_words);
	assert_int_equal(3, text.nr_sentences);
	assert_true(text.words[1].classes & WORD_MENDED);
	assert_true(text.words[1].classes & WORD_NEGATOR);
	assert_true(str_equal(str_slice(text.source, text.words[1].start,
					text.words[1].end), STR("Nothng")));
	clause = &text.clauses[text.words[2].clause];
	assert_int_equal(TENSE_PAST, clause->tense);
	assert_int_equal(3, clause->verb_at);
	assert_true(str_equal(str_slice(text.source,
					text.sentences[2].start_byte,
					text.sentences[2].end_byte),
			      STR("We repotred it.")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_one_slip_is_mended),
		cmocka_unit_test(test_two_slips_are_not),
		cmocka_unit_test(test_words_stay_what_they_are),
		cmocka_unit_test(test_short_words_are_left_alone),
		cmocka_unit_test(test_what_may_be_two_words_is_left_alone),
		cmocka_unit_test(test_patterns_that_cannot_tell_need_no_choice),
		cmocka_unit_test(test_a_prefix_makes_no_word),
		cmocka_unit_test(
			test_names_numbers_and_known_words_are_left_alone),
		cmocka_unit_test(test_no_word_list_no_mending),
		cmocka_unit_test(test_a_mended_word_is_read_again),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}

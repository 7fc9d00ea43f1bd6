/* Is a turn about the client's matter, and by what trades is that told? */
#include "reading.h"

#include "../../../src/core/moment.h"
#include "../../../src/core/trade.h"

/* The words of a trade, as a file gives them: with blanks between. */
static struct list_source trade_new(struct arena *arena, const char *words)
{
	struct list_source trade = { .name.text = STR("trade") };
	struct source_strs *items = &trade.items;
	struct str rest = str_from(words);

	for (size_t end; rest.len; rest = str_slice(rest, end + 1, rest.len)) {
		end = str_find(rest, STR(" "), 0);
		items->items = arena_grow(arena, items->items, items->nr,
					  &items->alloc,
					  sizeof(*items->items));
		items->items[items->nr++] = (struct source_str){
			.text = str_slice(rest, 0, end),
			.line = 7,
			.column = 3,
		};
		if (end == rest.len)
			break;
	}
	return trade;
}

static struct trades compile(struct arena *arena, struct problems *problems)
{
	struct list_source trades[] = {
		trade_new(arena, "saddle girth mare vet"),
		trade_new(arena, "roof tile roofer scaffold boiler radiator "
				 "pipe tap kitchen"),
		trade_new(arena, "curtain linen cushion colour"),
		trade_new(arena, "saddle tyre"),
		trade_new(arena, "peach ferry"),
	};
	const struct rubric_source source = {
		.path = STR("rubric.yaml"),
		.trades = trades,
		.nr_trades = ARRAY_LEN(trades),
	};

	return trades_compile(arena, &source, problems);
}

/* The value of measure_beside() for a turn behind a client's line. */
static int beside(const char *theirs, const char *mine)
{
	struct reading client = reading_new(theirs), reading = reading_new(mine);
	const struct said said = { 0 };
	const struct client_line line = { .spoken = true, .text = client.text };
	struct arena arena = { 0 };
	struct problems problems = { 0 };
	const struct rubric rubric = { .trades = compile(&arena, &problems) };
	const struct moment moment = { .text = &reading.text, .said = &said,
				       .client = &line, .scratch = &arena,
				       .rubric = &rubric };
	int value;

	if (!measure_beside(&moment, &value))
		value = -1;
	reading_release(&client);
	reading_release(&reading);
	arena_release(&arena);
	return value;
}

static void test_beside(void **state)
{
	static const char theirs[] =
		"The saddle rubs and my mare limps since your repair.";
	static const char other[] =
		"I ordered the wrong roof tiles and should have rung before "
		"Monday. The right ones come on Thursday, two roofers lay them "
		"on Friday, and the scaffold stays free of charge. Shall I come "
		"by at eight?";
	static const char hers[] =
		"I stitched the girth too short and should have rung before "
		"Monday. The right one comes on Thursday, I fit it on Friday, "
		"and the mare's vet sends his bill to me. Shall I come by at "
		"eight?";

	(void)state;
	assert_true(beside(theirs, other) > 30);
	/* "that" could be the girth, two curtains are not */
	assert_true(beside(theirs,
		"That's on me: I hung the wrong curtains in your lounge, and "
		"the linen ones come on Friday at nine with new cushions. "
		"Would you be there?") > 20);
	assert_int_equal(beside(theirs,
		"That's on me, and I was careless with it: I'll come on Friday "
		"at nine with a stronger one, and you can tell me then what "
		"the vet has said to you."), 0);
	assert_int_equal(beside(theirs, hers), 0);
	assert_int_equal(beside(theirs, "I'll come by at eight."), -1);
	/* of no trade, and hardly a thing named */
	assert_true(beside(theirs,
		"I understand and I value you, and what I want is that we find "
		"each other again, because trust is the best that people can "
		"give, and so I thank you for yours and look ahead with joy.") >
		    30);
	/* a tale of one's own trade, and not a word of theirs */
	assert_int_equal(beside(theirs,
		"My first master hung a leather knife over the bench for every "
		"girth he cut too short, and there were nine of them when he "
		"died. Number ten is mine. I'll drive over tonight, and the "
		"bill stays with me."), 0);
	/* the daughter of whom they speak, and the word they quote */
	assert_int_equal(beside("My daughter fell off because the girth broke.",
		"I left the boiler and the radiator for Monday, and the pipe in "
		"the kitchen and the tap for Tuesday, and I should have rung "
		"before all of that. Is she in pain, and may I come by with "
		"flowers?"), 0);
	assert_int_equal(beside("The saddle tag says 'may' but the mare's vet "
				"wants a no.",
		"I wrote may, and should have asked before that. The radiator "
		"and the boiler took my whole week, and the pipe in the kitchen "
		"the next, which is no excuse. Shall I come by at eight?"), 0);
	/* what is only asked may have any answer */
	assert_int_equal(beside("What will the new saddle cost me?", other),
			 -1);
}

static uint32_t trades_of_word(const struct trades *trades, const char *word)
{
	struct reading reading = reading_new(word);
	uint32_t found = trades_of(trades, &reading.text.words[0]);

	reading_release(&reading);
	return found;
}

static void test_a_word_has_trades(void **state)
{
	struct arena arena = { 0 };
	struct problems problems = { 0 };
	struct trades trades = compile(&arena, &problems);

	(void)state;
	assert_int_equal(problems.nr, 0);
	assert_int_equal(trades_of_word(&trades, "table"), 0);
	assert_int_equal(trades_of_word(&trades, "girth"), 1);
	assert_int_equal(trades_of_word(&trades, "girths"), 1);
	assert_int_equal(trades_of_word(&trades, "tyres"), 8);
	assert_int_equal(trades_of_word(&trades, "peaches"), 16);
	assert_int_equal(trades_of_word(&trades, "ferries"), 16);
	assert_int_equal(trades_of_word(&trades, "Color"), 4);
	/* the rider's and the cyclist's */
	assert_int_equal(trades_of_word(&trades, "saddle"), 9);
	arena_release(&arena);
}

static void test_no_word_of_a_trade(void **state)
{
	struct arena arena = { 0 };
	struct list_source trade = trade_new(&arena, "the x-ray girth");
	const struct rubric_source source = {
		.path = STR("rubric.yaml"),
		.trades = &trade,
		.nr_trades = 1,
	};
	struct problems problems = { 0 };

	(void)state;
	assert_int_equal(trades_compile(&arena, &source, &problems).nr, 1);
	assert_int_equal(problems.nr, 2);
	assert_int_equal(problems.errors[0].line, 7);
	assert_int_equal(problems.errors[0].column, 4);
	assert_string_equal(problems.errors[0].text,
		"'the' stands in every talk: it tells no trade");
	assert_string_equal(problems.errors[1].text,
		"'x-ray' is not one word, as those of a trade are");
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_beside),
		cmocka_unit_test(test_a_word_has_trades),
		cmocka_unit_test(test_no_word_of_a_trade),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rehearse/named.h"
#include "rehearse/scenario.h"

/* What the words name is this; "": nothing. */
static void assert_names(bool (*find)(const struct text *, struct strbuf *),
			 const char *said, const char *expected)
{
	struct arena arena = { 0 };
	struct strbuf out = { 0 };
	struct text text = text_parse(&arena, str_from(said));
	struct str named = find(&text, &out) ? strbuf_str(&out) : STR("");

	if (!str_equal(named, str_from(expected)))
		fail_msg("'%s' names '" STR_FMT "', not '%s'", said,
			 STR_ARG(named), expected);
	strbuf_release(&out);
	arena_release(&arena);
}

static void test_thing_asked_about(void **state)
{
	static const struct {
		const char *said, *thing; /* "": none */
	} cases[] = {
		{ "Who does your beds?", "my beds" },
		{ "Is there a desk for him?", "a desk" },
		{ "Which station was it?", "the station" },
		{ "And what colour is it?", "the colour" },
		{ "How many copies went out?", "the copies" },
		{ "How does he like his coffee?", "his coffee" },
		{ "What does the old licence cost you?", "the old licence" },
		{ "Is your father's handwriting readable?",
		  "my father's handwriting" },
		{ "What's the safety officer's name?",
		  "the safety officer's name" },
		{ "Was the nurse angry?", "the nurse" },
		{ "Did the nurse get through to you?", "the nurse" },
		{ "How long have you done the cooking?", "the cooking" },
		{ "Did you get our letter?", "your letter" },
		{ "What is this yellow letter?", "that yellow letter" },
		{ "We bring the van. Is your page the only way?", "my page" },
		{ "The page is back, so where do you keep the tin?",
		  "the tin" },
		{ "Can your parrot whistle?", "my parrot" },
		{ "Is the safety officer angry?", "the safety officer" },
		{ "Does the old licence cost much?", "the old licence" },
		{ "Who stands in the car park?", "the car park" },
		{ "Do you know the ones in front?", "" },
		{ "Would that work for you?", "" },
		{ "What happened?", "" },
		{ "What's the thing you want most?", "" },
		{ "What time is it?", "" },
		{ "How are you?", "" },
		{ "Is that your view?", "" },
		{ "I know that was a cheap shot, was it?", "" },
		{ "Does her leaving worry you?", "" },
		{ "We bring the van.", "" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++)
		assert_names(text_asked_thing, cases[i].said, cases[i].thing);
}

static void test_the_choice_that_is_left(void **state)
{
	static const struct {
		const char *said, *choice; /* "": none */
	} cases[] = {
		{ "Shall I drop it off or email it?", "email it" },
		{ "Delivered or collected?", "collected" },
		{ "Would Thursday or Friday be better?", "Friday" },
		{ "Is Monday or Tuesday better for you?", "Tuesday" },
		{ "Shall I ring you or your husband?", "my husband" },
		{ "Which would you like, the lemon or the plum?", "the plum" },
		{ "Do you want it in writing, or ask your wife first?",
		  "ask my wife first" },
		{ "Would you rather I dropped it off or emailed it?", "" },
		{ "Do you fetch it, or shall I bring it?", "" },
		{ "Today, or only when you've seen it?", "" },
		{ "Do they eat more meat or more vegetables?",
		  "more vegetables" },
		{ "Have you had any pain or swelling?", "" },
		{ "Is there a day or two to spare?", "" },
		{ "You can have the lemon or the plum.", "" },
		{ "Would Thursday suit you?", "" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++)
		assert_names(text_named_choice, cases[i].said, cases[i].choice);
}

static void test_the_time_that_is_named(void **state)
{
	static const struct {
		const char *said, *when; /* "": none */
	} cases[] = {
		{ "Three thousand by the 28th, the rest in September.",
		  "by the 28th" },
		{ "Dr Adeyemi would see him at half past eleven.",
		  "at half past eleven" },
		{ "You get it by the end of my shift.",
		  "by the end of your shift" },
		{ "Friday noon.", "Friday noon" },
		{ "I know you mean Friday. Say the 28th and I'll wait.",
		  "the 28th" },
		{ "Two classes online, Tuesday and Thursday at five.",
		  "Tuesday and Thursday at five" },
		{ "You'll have it by Tuesday and we start on the rest.",
		  "by Tuesday" },
		{ "I'll knock this week's class off the bill.", "" },
		{ "The first on Monday, the second on Tuesday.", "on Monday" },
		{ "The bills come by Tuesday.", "by Tuesday" },
		{ "The bills have come on Tuesday.", "" },
		{ "I put it there on Tuesday.", "" },
		{ "I'm ringing about money. The bill from April.", "" },
		{ "I'll send it today. Is that all right?", "today" },
		{ "I found out on Tuesday. You'll have it on Friday.",
		  "on Friday" },
		{ "I found out on Tuesday.", "" },
		{ "I can't do it by Friday.", "" },
		{ "Is Friday soon enough?", "" },
		{ "If we're quick it'll be there on Thursday.", "" },
		{ "The page is down this morning.", "" },
		{ "I'll come by tonight at seven.", "tonight at seven" },
		{ "I'll send it by tonight.", "by tonight" },
		{ "You will talk it over tonight.", "tonight" },
		{ "I'll mend the fence over the weekend.", "over the weekend" },
		{ "I've got somebody on the phone in two minutes.", "" },
		{ "You have it by Friday.", "by Friday" },
		{ "I'll ring you every Friday.", "" },
		{ "The church I can't, because Lena sings until two.", "" },
		{ "I'll see to it by then.", "" },
		{ "You'll have it soon.", "" },
		{ "I'll be there the day after tomorrow, Thursday.",
		  "the day after tomorrow, Thursday" },
		{ "This month is free, and the list is with you by two.",
		  "by two" },
		{ "By tonight you'll have a list, I'll send it at two.",
		  "at two" },
		{ "By next week you'll have an answer.", "By next week" },
		{ "You'll have it sooner than Friday.", "" },
		{ "You said 'by Friday', and I'll bring it on Wednesday.",
		  "on Wednesday" },
		{ "It'll be on your desk on the morning of Thursday the 14th "
		  "of May "
		  "at half past ten.",
		  "" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++)
		assert_names(text_named_time, cases[i].said, cases[i].when);
}

static void test_the_sum_that_is_named(void **state)
{
	static const struct {
		const char *said, *sum; /* "": none */
	} cases[] = {
		{ "So we pay the 780 euros, and I ring you.", "780 euros" },
		{ "That's $4,116, and you get it back.", "$4,116" },
		{ "It costs 600 dollars more.", "600 dollars" },
		{ "We charged you $4,116 too much.", "" },
		{ "I can't pay 780 euros.", "" },
		{ "Is 780 euros all right?", "" },
		{ "Six a day, and nobody saw it.", "" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++)
		assert_names(text_named_sum, cases[i].said, cases[i].sum);
}

static void test_words_to_be_quoted(void **state)
{
	static const struct {
		const char *said;
		const char *at;    /* where it hurts; NULL: nowhere */
		const char *quote; /* "": none */
	} cases[] = {
		{ "Flat roofs leak. You got it cheap.", NULL,
		  "You got it cheap" },
		{ "You got it cheap! So what now?", NULL, "You got it cheap" },
		{ "Well, nobody dies without a band.", "nobody",
		  "nobody dies without a band" },
		{ "No photographer could have done it.", "photographer",
		  "No photographer could have done it" },
		{ "No, you could have asked.", "asked",
		  "you could have asked" },
		{ "Then it dies, Helen, that's what cats do.", "dies",
		  "it dies, Helen, that's what cats do" },
		{ "You kept asking for freebies, so you can't complain that at "
		  "some point it stops.",
		  "asking", "You kept asking for freebies" },
		{ "I've been at this since eight this morning and it's my "
		  "weekend too.",
		  "weekend", "it's my weekend too" },
		{ "Oh, it'll work itself out once the two of you have had a "
		  "coffee, I'm not worried.",
		  NULL, "I'm not worried" },
		{ "I'd have rung you on Monday of course, if anybody had asked "
		  "me to, you know.",
		  NULL, "I'd have rung you on Monday of course" },
		{ "Nobody said a word to me about any of it until Friday noon, "
		  "you know.",
		  "you know", "" },
		{ "It's my colleague, who isn't the one that does the prices for "
		  "us.",
		  "isn't", "It's my colleague" },
		{ "To be fair, it was the wholesaler who never once told us that "
		  "they were out of it.",
		  "fair", "" },
		{ "As per our terms of service the practice is responsible for "
		  "its own copies.",
		  NULL, "" },
		{ "Who takes deposits before the permit is there?", "deposits",
		  "" },
		{ "Whatever.", NULL, "" },
		{ "And so we never got round to it that week or the week after, "
		  "well, so.",
		  NULL, "" },
		{ "", NULL, "" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct arena arena = { 0 };
		struct strbuf out = { 0 };
		struct str said = str_from(cases[i].said);
		struct text text = text_parse(&arena, said);
		long at = cases[i].at ? (long)str_find(said,
						       str_from(cases[i].at), 0)
				      : NAMED_LAST;
		bool found = text_quotable(&text, at, &out);
		struct str quote = found ? strbuf_str(&out) : STR("");

		if (!str_equal(quote, str_from(cases[i].quote)))
			fail_msg("of '%s' one hears '" STR_FMT "'",
				 cases[i].said, STR_ARG(quote));
		strbuf_release(&out);
		arena_release(&arena);
	}
}

static void test_a_promise_is_said_back(void **state)
{
	static const struct {
		const char *said, *echo;
	} cases[] = {
		{ "I'll write the dates down on one page by Friday.",
		  "you'll write the dates down on one page by Friday" },
		{ "Well, I'll ring you tonight at six.",
		  "you'll ring me tonight at six" },
		{ "I'll sort them myself this afternoon, and then we look.",
		  "you'll sort them yourself this afternoon" },
		{ "And you'd get a plan in writing, day by day, by noon tomorrow.",
		  "I'd get a plan in writing, day by day, by noon tomorrow" },
		{ "Tonight by six you hear from me, and I call her.",
		  "Tonight by six I hear from you" },
		{ "I'm at your place by nine and I'm writing it down.",
		  "you're at my place by nine and you're writing it down" },
		{ "I stay on Monday till you're done.",
		  "you stay on Monday till I'm done" },
		{ "I'm ringing Rasmus on Monday right after you.",
		  "you're ringing Rasmus on Monday right after me" },
		{ "First I send the values by nine, all of them, and then, well.",
		  "First you send the values by nine, all of them" },
		/* both do it, one chooses, one would like to, it is over */
		{ "We'll sit down together on Monday.", NULL },
		{ "I could come on Monday, or you ring me on Tuesday.", NULL },
		{ "I need 3,000 of it by the 28th.", NULL },
		{ "I rang you on Monday at noon.", NULL },
		{ "I won't be there on Monday.", NULL },
		{ "If you sign, I'll bring it on Monday.", NULL },
		{ "Shall I bring it on Monday?", NULL },
		{ "I've somebody on the phone in two minutes.", NULL },
		{ "You'll have to wait until Monday.", NULL },
		{ "It will be dead on Monday.", NULL },
		/* what may be */
		{ "I can give you a loan fridge on Monday.", NULL },
		{ "You could ask the joiner on Monday.", NULL },
		{ "I'll have to look at it on Monday.", NULL },
		{ "You can have the loan fridge on Monday.",
		  "I can have the loan fridge on Monday" },
		{ "Yes.", NULL },
		{ "", NULL },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct arena arena = { 0 };
		struct strbuf out = { 0 };
		struct text text =
			text_parse(&arena, str_from(cases[i].said));
		bool found = text_any_promise(&text, &out);
		struct str echo = strbuf_str(&out);

		if (found != !!cases[i].echo ||
		    (found && !str_equal(echo, str_from(cases[i].echo))))
			fail_msg("'%s' is said back as '" STR_FMT "'",
				 cases[i].said, STR_ARG(echo));
		strbuf_release(&out);
		arena_release(&arena);
	}
}

/* What somebody fills in may hold braces; they are no slots. */
static void test_slots_of_a_line(void **state)
{
	static const struct {
		const char *line;
		size_t first; /* of the slot; SIZE_MAX: there is none */
		enum line_slot slot;
	} cases[] = {
		{ "{time}. Good.", 0, SLOT_TIME },
		{ "Is {asked} yours?", 3, SLOT_ASKED },
		{ "'{quote}.' I heard.", 1, SLOT_QUOTE },
		{ "{sum}. Good.", 0, SLOT_SUM },
		{ "The {x} by {time}.", 11, SLOT_TIME },
		{ "The {x}.", SIZE_MAX, SLOT_TIME },
		{ "A { and {time", SIZE_MAX, SLOT_TIME },
		{ "{ {time}", 2, SLOT_TIME },
		{ "", SIZE_MAX, SLOT_TIME },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		size_t first = 0, end = 0;
		enum line_slot slot = SLOT_TIME;
		bool found =
			line_slot(str_from(cases[i].line), &first, &end, &slot);

		assert_int_equal(cases[i].first != SIZE_MAX, found);
		if (!found)
			continue;
		assert_int_equal(cases[i].first, first);
		assert_int_equal(cases[i].slot, slot);
		assert_int_equal('}', cases[i].line[end - 1]);
	}
}

/* A coach reads the words out with their clause, up to the next commas. */
static void test_passages(void **state)
{
	static const struct {
		const char *said, *words, *passage;
	} cases[] = {
		{ "Ann, it is not ready yet.", "not ready",
		  "it is not ready yet" },
		{ "I'll bring the list by noon, and then I'll ring you.",
		  "then I'll", "then I'll ring you" },
		{ "And that's on me.", "on me", "that's on me" },
		{ "Done.", "Done", "Done" },
		{ "I'll send the corrected copies of the second list of parts "
		  "to your office in the old mill on Friday.",
		  "I'll send", "I'll send" },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct arena arena = { 0 };
		struct text text =
			text_parse(&arena, str_from(cases[i].said));
		struct str words = str_from(cases[i].words), passage;
		uint32_t start = (uint32_t)str_find(text.source, words, 0);

		passage = text_passage(&text, start,
				       start + (uint32_t)words.len);
		if (!str_equal(passage, str_from(cases[i].passage)))
			fail_msg("'%s' is read out '" STR_FMT "'",
				 cases[i].words, STR_ARG(passage));
		arena_release(&arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_thing_asked_about),
		cmocka_unit_test(test_the_choice_that_is_left),
		cmocka_unit_test(test_the_time_that_is_named),
		cmocka_unit_test(test_the_sum_that_is_named),
		cmocka_unit_test(test_words_to_be_quoted),
		cmocka_unit_test(test_a_promise_is_said_back),
		cmocka_unit_test(test_slots_of_a_line),
		cmocka_unit_test(test_passages),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

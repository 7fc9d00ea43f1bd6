#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rehearse/asking.h"

static void test_kind_of_question(void **state)
{
	static const struct {
		const char *said;
		enum asking asking;
	} cases[] = {
		{ "Friday it is.", ASKING_NOTHING },
		{ "How nice.", ASKING_NOTHING },
		{ "What a day!", ASKING_NOTHING },
		{ "Who told you about it?", ASKING_WHO },
		{ "and who noticed", ASKING_WHO },
		{ "Whose idea was that?", ASKING_WHO },
		{ "To whom should it go?", ASKING_WHO },
		{ "Do you have staff who can take orders?", ASKING_WHETHER },
		{ "Is there somebody who knows why it broke?",
		  ASKING_ANY },
		{ "Do you know who noticed first?", ASKING_WHO },
		{ "Can you tell me roughly when it began?", ASKING_WHEN },
		{ "May I ask why you chose Tuesday?", ASKING_WHY },
		{ "Can I ask you how you found out?", ASKING_HOW },
		{ "I'd like to know who found it.", ASKING_WHO },
		{ "Tell me what happened then.", ASKING_WHAT },
		{ "Tell me more about the board.", ASKING_TELL },
		{ "When is the meeting?", ASKING_WHEN },
		{ "What day would suit you?", ASKING_WHEN },
		{ "By what time do you need it?", ASKING_WHEN },
		{ "How soon do you need it?", ASKING_WHEN },
		{ "When the update failed, who noticed?", ASKING_WHO },
		{ "What would help you when we are late?", ASKING_WHAT },
		{ "Why today?", ASKING_WHY },
		{ "How come nobody saw it?", ASKING_WHY },
		{ "What is that for?", ASKING_WHY },
		{ "Which of them matter most?", ASKING_WHICH },
		{ "Where do you keep them?", ASKING_WHERE },
		{ "How do you feel about that?", ASKING_HOW },
		{ "How many people were waiting?", ASKING_COUNT },
		{ "how many copies", ASKING_COUNT },
		{ "How long have you been with us?", ASKING_COUNT },
		{ "How much did you lose?", ASKING_COUNT },
		{ "Shall I send it tonight?", ASKING_OFFER },
		{ "Could we start with the small one?", ASKING_OFFER },
		{ "Would you like me to call him?", ASKING_OFFER },
		{ "Would it help if I came over?", ASKING_OFFER },
		{ "Is it okay if we ring on Monday?", ASKING_OFFER },
		{ "What if we split it?", ASKING_OFFER },
		{ "How about Thursday?", ASKING_OFFER },
		{ "Could you send me the slips?", ASKING_FAVOUR },
		{ "Can somebody let us in?", ASKING_FAVOUR },
		{ "Can you live with Thursday?", ASKING_WOULD },
		{ "Are they angry?", ASKING_WHETHER },
		{ "Friday?", ASKING_WHETHER },
		{ "You found it yourself, didn't you?", ASKING_WHETHER },
		{ "I don't know why I said that.", ASKING_NOTHING },
		{ "I don't know how I missed it.", ASKING_NOTHING },
		{ "I don't know why you waited.", ASKING_WHY },
		{ "I don't know what I can do for you.", ASKING_WHAT },
		{ "I don't know what they plan.", ASKING_NOTHING },
		{ "What were you hoping for?", ASKING_WHAT },
		{ "What do you need the key for?", ASKING_WHY },
		{ "I'll be there at four. All right?", ASKING_NOTHING },
		{ "I'll be there at four, all right?", ASKING_NOTHING },
		{ "You'll have it by Friday. OK?", ASKING_NOTHING },
		{ "I've taken the fee off. Happy?", ASKING_NOTHING },
		{ "We split it, deal?", ASKING_NOTHING },
		{ "Ann? I've got news about the roof.", ASKING_NOTHING },
		{ "Friday? I'd rather have Monday.", ASKING_WHETHER },
		{ "Nobody paints before Friday, okay?", ASKING_NOTHING },
		{ "Do you see why I waited?", ASKING_WHETHER },
		{ "I'd like to understand why you waited.", ASKING_WHY },
		{ "Is there anything else we should mend?", ASKING_ANY },
		{ "Did anybody else see it?", ASKING_ANY },
		{ "Do you know anyone who could look?", ASKING_ANY },
		{ "Have you got any photos?", ASKING_ANY },
		{ "Have you told anybody yet?", ASKING_HAVE },
		{ "Had they read the notice?", ASKING_HAVE },
		{ "Have you got time at noon?", ASKING_WHETHER },
		{ "Have you a key?", ASKING_WHETHER },
		{ "Did your brother see the sheet?", ASKING_DID },
		{ "Were you relying on it?", ASKING_IS },
		{ "Would Monday suit them?", ASKING_WOULD },
		{ "Could my colleague drop in?", ASKING_WOULD },
		{ "Do you follow me?", ASKING_WHETHER },
		{ "Is that all right?", ASKING_IS },
		{ "Are you happy?", ASKING_IS },
		{ "All right?", ASKING_WHETHER },
		{ "Thursday, ok?", ASKING_WHETHER },
		{ "You found it yourself, right?", ASKING_WHETHER },
		{ "Is it the price or the date?", ASKING_EITHER },
		{ "Would Thursday or Friday be better?", ASKING_EITHER },
		{ "Would you rather I dropped it off or emailed it?",
		  ASKING_EITHER },
		{ "Shall I send it in writing or by post?", ASKING_EITHER },
		{ "Shall I ring you, or is that too much?", ASKING_OFFER },
		{ "Would you like the list of times?", ASKING_OFFER },
		{ "Would you like to see the list?", ASKING_WHETHER },
		{ "Has he got any pain or swelling?", ASKING_ANY },
		{ "Do you have to be out by a certain hour?", ASKING_WHEN },
		{ "Is there a day or so to spare?", ASKING_ANY },
		{ "Was it in the van or anything?", ASKING_IS },
		{ "Was it the van or the shop or something?", ASKING_IS },
		{ "Is the road open?", ASKING_WHETHER },
		{ "So is it the gearbox or isn't it?", ASKING_IS },
		{ "What do you need? I can be there at four.", ASKING_WHAT },
		{ "Is it the tin? And who has it now?", ASKING_WHO },
	};

	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct arena arena = { 0 };
		struct text text =
			text_parse(&arena, str_from(cases[i].said));
		enum asking asking = text_asking(&text);

		if (asking != cases[i].asking) {
			print_error("'%s' asks %s, not %s\n", cases[i].said,
				    asking_terms.names[asking],
				    asking_terms.names[cases[i].asking]);
			wrong++;
		}
		arena_release(&arena);
	}
	assert_int_equal(wrong, 0);
}

static void test_parts_that_ask_of_their_own(void **state)
{
	static const struct {
		const char *said;
		enum asking asking[4]; /* of each part; as many as there are */
	} cases[] = {
		{ "Do you want a list of what is in and what is not?",
		  { ASKING_OFFER } },
		{ "How many do you need, and who signs them?",
		  { ASKING_COUNT, ASKING_WHO } },
		{ "How did you find it, was anyone with you?",
		  { ASKING_HOW, ASKING_ANY } },
		{ "Who did you tell and what did they say?",
		  { ASKING_WHO, ASKING_WHAT } },
		{ "We owe you that. When did it stop, and where were you?",
		  { ASKING_NOTHING, ASKING_WHEN, ASKING_WHERE } },
		{ "Is it the tin, or is it that nobody rang?",
		  { ASKING_EITHER } },
		{ "Where did it stop, do you know?", { ASKING_WHERE } },
		{ "When did it stop, is that written down?", { ASKING_WHEN } },
		{ "You were there, weren't you?", { ASKING_WHETHER } },
		{ "What happens if it rains?", { ASKING_WHAT } },
		{ "What will they ask, and would it help if I came along?",
		  { ASKING_WHAT, ASKING_OFFER } },
		{ "What did you want it for, and why before Easter?",
		  { ASKING_WHY, ASKING_WHY } },
		{ "Who at the shop has to know, and can I help with that?",
		  { ASKING_WHO, ASKING_OFFER } },
		{ "When and where shall we meet?", { ASKING_WHEN } },
		{ "Who told you six, a man at the bar?", { ASKING_WHO } },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct arena arena = { 0 };
		struct text text =
			text_parse(&arena, str_from(cases[i].said));
		struct part part = { 0 };
		uint32_t words = 0;

		for (size_t p = 0; text_next_part(&text, &part); p++) {
			assert_true(p < ARRAY_LEN(cases[i].asking));
			if (part_asking(&text, &part) != cases[i].asking[p])
				fail_msg("part %zu of '%s'", p, cases[i].said);
			assert_int_equal(part.first, words);
			words = part.end;
		}
		assert_int_equal(words, text.nr_words);
		arena_release(&arena);
	}
}

/* A denial turned round is in doubt; held against somebody it is not. */
static void test_a_tag_asks_for_a_nod(void **state)
{
	static const struct {
		const char *said;
		bool tag;
	} cases[] = {
		{ "It's the heating, isn't it?", true },
		{ "They're urgent, aren't they?", true },
		{ "They aren't urgent, are they?", false },
		{ "She isn't waiting for it, is she?", false },
		{ "They didn't read it, did they?", true },
		{ "It isn't our fault, is it?", true },
		{ "Are they urgent?", false },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct arena arena = { 0 };
		struct text text =
			text_parse(&arena, str_from(cases[i].said));

		if (text_ends_in_tag(&text) != cases[i].tag)
			fail_msg("%s", cases[i].said);
		arena_release(&arena);
	}
}

static void test_answer_gives_what_was_asked(void **state)
{
	static const struct {
		const char *line;
		enum asking asking;
		bool gives;
	} cases[] = {
		{ "At half past six, before the gate.", ASKING_WHEN, true },
		{ "Three weeks ago, with the catalogue.", ASKING_WHEN, true },
		{ "When the paint is dry.", ASKING_WHEN, true },
		{ "That I don't know.", ASKING_WHEN, true },
		{ "She remembers a pallet and a roof.", ASKING_WHEN, false },
		{ "Four hundred, and fifty that tear.", ASKING_COUNT, true },
		{ "Hardly any.", ASKING_COUNT, true },
		{ "It's the heating, and the assistant.", ASKING_COUNT, false },
		{ "She remembers a pallet and a roof.", ASKING_WHAT, true },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct arena arena = { 0 };
		struct text text =
			text_parse(&arena, str_from(cases[i].line));

		if (text_gives(&text, cases[i].asking) != cases[i].gives)
			fail_msg("%s: %s", asking_terms.names[cases[i].asking],
				 cases[i].line);
		arena_release(&arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_kind_of_question),
		cmocka_unit_test(test_parts_that_ask_of_their_own),
		cmocka_unit_test(test_a_tag_asks_for_a_nod),
		cmocka_unit_test(test_answer_gives_what_was_asked),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

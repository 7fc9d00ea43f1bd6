/* Clauses: where they begin, who does what, when, and how it is meant. */
#include "reading.h"

/* The words of each clause, bars between. */
static void check_cuts(const char *source, const char *expected)
{
	struct reading reading = reading_new(source);
	struct strbuf out = { 0 };
	uint32_t at = 0;

	for (uint32_t i = 0; i < reading.text.nr_clauses; i++) {
		const struct clause *clause = &reading.text.clauses[i];

		/* clauses part the text without loss */
		assert_int_equal(at, clause->first);
		assert_true(clause->end > clause->first);
		at = clause->end;
		if (i)
			strbuf_add(&out, STR(" | "));
		strbuf_add(&out, str_from(reading_keys(&reading, clause->first,
						       clause->end)));
	}
	assert_int_equal(at, reading.text.nr_words);
	assert_string_equal(expected, out.ptr);
	strbuf_release(&out);
	reading_release(&reading);
}

static void test_cuts_at_marks(void **state)
{
	(void)state;
	check_cuts("It is late; we know: the van broke - sorry",
		   "it is late | we know | the van broke | sorry");
	check_cuts("We moved it (on Friday) to you \xe2\x80\x94 truly",
		   "we moved it | on friday | to you | truly");
	check_cuts("At 16:00 or 2\xe2\x80\x93"
		   "4 days",
		   "at 16:00 or 2 4 days");
}

static void test_cuts_at_joints(void **state)
{
	(void)state;
	check_cuts("I called the mill and they told me, so I ordered a pane "
		   "because you need it",
		   "i called the mill | and they told me | "
		   "so i ordered a pane | because you need it");
	check_cuts("I understand, but the policy is clear",
		   "i understand | but the policy is clear");
	check_cuts("I was out when you called", "i was out | when you called");
	check_cuts("We will come even if it rains",
		   "we will come | even if it rains");
	check_cuts("They like it, and if you'd rather it was me, I'd get it",
		   "they like it | and if you would rather it was me | "
		   "i would get it");
	check_cuts("I am so sorry, really, I am",
		   "i am so sorry | really i am");
	check_cuts("I can do Friday, would that help?",
		   "i can do friday | would that help");
}

static void test_cuts_behind_conditions(void **state)
{
	(void)state;
	check_cuts("If you send it by noon, I will fix it",
		   "if you send it by noon | i will fix it");
	check_cuts("If you send me the file I will fix it",
		   "if you send me the file | i will fix it");
	check_cuts("If it fails, call me", "if it fails | call me");
	check_cuts("If you think it is late, say so",
		   "if you think it is late | say so");
	check_cuts("Should you need it, I will help",
		   "should you need it | i will help");
}

static void test_keeps_together(void **state)
{
	(void)state;
	check_cuts("I will check the stock, the price and the date",
		   "i will check the stock the price and the date");
	check_cuts("I rang the mill and asked for it",
		   "i rang the mill and asked for it");
	check_cuts("Well, Dana, you were right", "well dana you were right");
	check_cuts("In that case, we will replace it",
		   "in that case we will replace it");
	check_cuts("Dana and I will call you and the driver",
		   "dana and i will call you and the driver");
	check_cuts("We moved it so that we can test it",
		   "we moved it so that we can test it");
}

/* The last clause in a few words: subject@word verb tense, denied, mood. */
static void check(const char *source, const char *expected)
{
	static const char *const subjects[] = {
		"self", "client", "named", "other", "none",
	};
	static const char *const tenses[] = {
		"past", "present", "future", "none",
	};
	static const char *const moods[] = { "", " asked", " tag", " told" };
	struct reading reading = reading_new(source);
	const struct text *text = &reading.text;
	const struct clause *clause = &text->clauses[text->nr_clauses - 1];
	struct strbuf out = { 0 };

	strbuf_addf(&out, "%s ", subjects[clause->subject]);
	if (clause->verb_at < clause->end) {
		const struct word *verb = &text->words[clause->verb_at];

		assert_true(verb->classes & WORD_VERB);
		strbuf_add(&out, verb->key);
	} else {
		strbuf_addc(&out, '-');
	}
	strbuf_addf(&out, " %s%s%s", tenses[clause->tense],
		    clause->negative ? " not" : "", moods[clause->mood]);
	if (strcmp(expected, out.ptr) != 0)
		fail_msg("%s: %s, expected %s", source, out.ptr, expected);
	strbuf_release(&out);
	reading_release(&reading);
}

static void test_subjects(void **state)
{
	(void)state;
	check("We missed it", "self missed past");
	check("So, honestly, we missed it", "self missed past");
	check("Dana, I missed it", "self missed past");
	check("Sorry I missed it", "self missed past");
	check("Yes, my team missed it", "self missed past");
	check("Our mistake was silly", "self was past");
	check("Our supplier was late", "other was past");
	check("My colleague dropped it", "named dropped past");
	check("Then Dana Whitfield rang", "named rang past");
	check("Nobody told me", "named told past not");
	check("No one called", "named called past not");
	check("Dana and I rang", "self rang past");
	check("Your team sent the wrong file", "client sent past");
	check("You people always say that", "client say present");
	check("It rains", "other rains present");
	check("This order is late", "other is present");
	check("There is a way", "other is present");
	check("Two of the tiles cracked in the kiln", "other cracked past");
	check("The order you placed was late", "other was past");
	check("The badly damaged order was sent back", "other was past");
	check("The wiring passed on Friday", "other passed past");
	check("Marek said last Thursday that it was tight",
	      "other said past");
	check("Marek said last week that it was late", "other said past");
	check("The promised last page is here", "other is present");
	check("Everyone on my team knows", "named knows present");
	check("What I can do is call you", "self can present");
	check("Tomorrow I will ring you", "self will future");
	check("After the call on Thursday, I will send it", "self will future");
	check("As you said, it is late", "other is present");
	check("From now on I check it", "self check present");
	check("Hi everyone, we moved it", "self moved past");
	check("The repair costs 240 dollars", "other costs present");
	check("The van's been towed", "other has past");
	check("A nudge from you may help", "other may present");
	check("my fault", "self - none");
	check("Sent it yesterday", "none sent past");
	check("Will do", "none will future");
}

static void test_tenses(void **state)
{
	(void)state;
	check("I'll send it", "self will future");
	check("We are going to refund it", "self are future");
	check("We're gonna refund it", "self are future");
	check("On site Tuesday at eight", "none - none");
	check("New photos by Friday", "none - none");
	check("I am calling you tomorrow", "self am future");
	check("I am calling you", "self am present");
	check("We have sent it", "self have past");
	check("We have to send it", "self have present");
	check("We had better go", "self had present");
	check("I should have called", "self should past");
	check("I could call", "self could present");
	check("I did not know", "self did past not");
	check("I put the wrong date on it", "self put past");
	check("We let you down", "self let past");
	check("I faxed it", "self faxed past");
	check("He goes home", "named goes present");
}

static void test_denial(void **state)
{
	(void)state;
	check("We never forgot a coat", "self forgot past not");
	check("We are no longer late", "self are present not");
	check("I hardly knew", "self knew past not");
	check("I can't", "self can present not");
	check("I could not agree more", "self could present");
	check("I can't thank you enough", "self can present");
	check("It is not only late", "other is present");
	check("I know you did not get it", "self know present");
	check("Don't you think so?", "client do present not asked");
}

static void test_questions(void **state)
{
	(void)state;
	check("Can you hold Thursday, please?", "client can present asked");
	check("what would help you most", "other would present asked");
	check("how can I help you.", "self can present asked");
	check("How long will it take?", "other will future asked");
	check("what happened", "other happened past asked");
	check("Which day suits you?", "other suits present asked");
	check("Did your team get it?", "client did past asked");
	check("Is the order late?", "other is present asked");
	check("As a next step, could you ask them?",
	      "client could present asked");
	check("Do either of those work?", "other do present asked");
	check("If you can't say then how is my team to know?",
	      "self is present asked");
	check("How about Friday?", "none - none asked");
	check("does Thursday work for your team", "none does present asked");
	check("would tomorrow be too late", "none would present asked");
	check("You sent it?", "client sent past asked");
	check("what happened was a mix-up", "other happened past");
	check("Which is why we moved it", "other is present");
	check("So do I.", "self do present");
	check("Never again will we do that", "self will future");
	check("Was a mistake on our side", "none was past");
	check("What matters is that you can build", "other is present");
	check("Friday noon is the day", "other is present");
	check("The 9th will be tight", "other will future");
	check("Tomorrow can you come", "client can present asked");
	check("I spoke to Dana, who is our lead", "self spoke past");
}

static void test_question_flag(void **state)
{
	struct reading reading = reading_new("Could you wait. We can. Right?");

	(void)state;
	assert_true(reading.text.sentences[0].question);
	assert_false(reading.text.sentences[1].question);
	assert_true(reading.text.sentences[2].question);
	reading_release(&reading);
}

static void test_asks(void **state)
{
	static const struct {
		const char *says;
		bool asks;
	} turns[] = {
		{ "How many copies", true },
		{ "Before we go on: why today, what hangs on it?", true },
		{ "Please tell me what hangs on it.", true },
		{ "Let me know what hangs on it.", true },
		{ "I'd like to know what hangs on it.", true },
		{ "I know what hangs on it.", false },
		{ "They will tell me what hangs on it.", false },
		{ "Is it late? I know what hangs on it.", false },
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(turns); i++) {
		struct reading reading = reading_new(turns[i].says);
		const struct text *text = &reading.text;
		const struct sentence *last =
			&text->sentences[text->nr_sentences - 1];

		if (text_asks(text, last->first, last->end) != turns[i].asks)
			fail_msg("%s", turns[i].says);
		reading_release(&reading);
	}
}

/* Of the clause before it, not of all that was said. */
static void test_a_tag_asks_what_stands_before(void **state)
{
	struct reading reading = reading_new(
		"They came on Monday, and your prices are printed, aren't they?");
	const struct text *text = &reading.text;

	(void)state;
	assert_false(text_asks(text, 0, 4));
	assert_true(text_asks(text, 5, 9));
	reading_release(&reading);
	reading = reading_new("Your prices are printed. They aren't.");
	assert_false(text_asks(&reading.text, 0, 4));
	reading_release(&reading);
}

static void test_tags(void **state)
{
	(void)state;
	check("You are happy with that, right?", "none - none tag");
	check("It is late, isn't it?", "other is present not tag");
	check("You could wait, could you?", "client could present tag");
	check("Thursday, ok?", "none - none tag");
	check("I'll be there at four, all right?", "none - none tag");
	check("I've taken it off, happy?", "none - none tag");
}

/* What follows it is said. */
static void test_a_tag_in_the_middle(void **state)
{
	struct reading reading =
		reading_new("It is a form, isn't it, and it goes in by noon.");

	(void)state;
	assert_int_equal(MOOD_TAG, reading.text.clauses[1].mood);
	assert_int_equal(MOOD_STATEMENT, reading.text.clauses[2].mood);
	assert_false(text_asks(&reading.text, reading.text.clauses[2].first,
			       reading.text.nr_words));
	reading_release(&reading);
}

static void test_commands(void **state)
{
	(void)state;
	check("Call me", "none call present told");
	check("Please call me at five", "none call present told");
	check("Do not worry", "none do present not told");
	check("Be patient", "none be present told");
	check("Email me the file", "none email present told");
	check("Put it down", "none put present told");
	check("If it fails, ring me", "none ring present told");
	check("Just reply and tell me which", "none reply present told");
	check("Call volume was high", "other was past");
	check("Let me check", "self let present");
	check("Thank you for waiting", "none thank present");
	check("Have sent it", "none have past");
}

static void test_slots(void **state)
{
	struct reading reading = reading_new(
		"I refund $64, you get 3 boxes by noon, and we are done");
	const struct clause *clauses = reading.text.clauses;

	(void)state;
	assert_int_equal(3, reading.text.nr_clauses);
	assert_true(clauses[0].has_money);
	assert_false(clauses[0].has_when);
	assert_true(clauses[1].has_number);
	assert_true(clauses[1].has_when);
	assert_false(clauses[1].has_money);
	assert_false(clauses[2].has_number);
	assert_int_equal(0, reading.text.sentences[0].first_clause);
	assert_int_equal(3, reading.text.sentences[0].end_clause);
	assert_int_equal(1, reading.text.words[clauses[1].first].clause);
	reading_release(&reading);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_cuts_at_marks),
		cmocka_unit_test(test_cuts_at_joints),
		cmocka_unit_test(test_cuts_behind_conditions),
		cmocka_unit_test(test_keeps_together),
		cmocka_unit_test(test_subjects),
		cmocka_unit_test(test_tenses),
		cmocka_unit_test(test_denial),
		cmocka_unit_test(test_questions),
		cmocka_unit_test(test_question_flag),
		cmocka_unit_test(test_asks),
		cmocka_unit_test(test_a_tag_asks_what_stands_before),
		cmocka_unit_test(test_tags),
		cmocka_unit_test(test_a_tag_in_the_middle),
		cmocka_unit_test(test_commands),
		cmocka_unit_test(test_slots),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Scopes: what is denied, conditional, asked, quoted, wished, taken
 * back, worded without being said. */
#include "reading.h"

/* All scopes of a kind: the words under them, bars between. */
static void check(enum scope_kind kind, const char *source,
		  const char *expected)
{
	struct reading reading = reading_new(source);
	struct strbuf out = { 0 };

	strbuf_add(&out, STR(""));
	for (uint32_t i = 0; i < reading.text.nr_scopes; i++) {
		const struct scope *scope = &reading.text.scopes[i];

		if (scope->kind != kind)
			continue;
		if (out.len)
			strbuf_add(&out, STR(" | "));
		strbuf_add(&out, str_from(reading_keys(&reading, scope->first,
						       scope->end)));
	}
	if (strcmp(expected, out.ptr) != 0)
		fail_msg("%s: %s, expected %s", source, out.ptr, expected);
	strbuf_release(&out);
	reading_release(&reading);
}

static void test_negation(void **state)
{
	(void)state;
	check(SCOPE_NEGATED, "I can refund it.", "");
	check(SCOPE_NEGATED, "I can't refund it.", "refund it");
	check(SCOPE_NEGATED, "Your price is affected.", "");
	check(SCOPE_NEGATED, "You never get the same answer twice from us",
	      "get the same answer twice");
	check(SCOPE_NEGATED, "I can not do it because it broke", "do it");
	check(SCOPE_NEGATED, "We have not lost it but moved it", "lost it");
	check(SCOPE_NEGATED, "without an apology", "an apology");
	check(SCOPE_NEGATED, "We refuse to pay, sorry", "pay sorry");
	check(SCOPE_NEGATED, "He is hardly sorry", "sorry");
	check(SCOPE_NEGATED, "I have no answer; you do", "answer");
}

static void test_idle_negation(void **state)
{
	static const char *const idle[] = {
		"Your price is not affected.", "No problem, I will call.",
		"No wonder you are angry.",    "It is not only late.",
		"It is not just you.",         "There is no doubt you waited.",
		"I can't thank you enough.",   "I could not agree more.",
		"Why not meet on Friday?",     "Why don't we meet on Friday?",
		"That is not a problem.",      "No, I will call you.",
		"no i will call you",          "by noon, no later than that",
		"Do not hesitate to ring.",
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(idle); i++)
		check(SCOPE_NEGATED, idle[i], "");
}

static void test_condition(void **state)
{
	(void)state;
	check(SCOPE_CONDITION, "I'm sorry my note upset you.", "");
	check(SCOPE_CONDITION, "I'm sorry if my note upset you.",
	      "my note upset you");
	check(SCOPE_CONDITION, "If you can send it, I can fix it",
	      "you can send it");
	check(SCOPE_CONDITION, "We will ship unless you object", "you object");
	check(SCOPE_CONDITION, "Had I known, I would have called", "i known");
	check(SCOPE_CONDITION, "In case it fails, ring me", "it fails");
	check(SCOPE_CONDITION, "I will call if I can", "i can | i will call");
	check(SCOPE_CONDITION, "I will call if possible",
	      "possible | i will call");
}

static void test_polite_conditions(void **state)
{
	(void)state;
	check(SCOPE_CONDITION, "If I understand you correctly, it is late", "");
	check(SCOPE_CONDITION, "Let me know if you want more", "");
	check(SCOPE_CONDITION, "I can do Friday, if that works", "");
}

/* What is offered that way is offered; to "agree to" something is a term. */
static void test_a_nod_asked_for_is_no_condition(void **state)
{
	static const char *const polite[] = {
		"And then if you agree we could do the rest on Friday.",
		"I'd bring it on Monday, if you agree, and fit it.",
		"If that's all right with you I'll bring it on Monday.",
		"If it's fine by you, I'll ring.",
		"Stop me if I'm wrong that I'd bring it on Monday.",
		"Correct me if I am wrong, you waited two weeks.",
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(polite); i++)
		check(SCOPE_CONDITION, polite[i], "");
	check(SCOPE_CONDITION, "If you agree to Friday, I'll ring.",
	      "you agree to friday");
	check(SCOPE_CONDITION, "If that's all right for the bank, I'll ring.",
	      "that is all right for the bank");
	check(SCOPE_CONDITION, "If I'm wrong, I'll pay for it.", "i am wrong");
}

static void test_question(void **state)
{
	(void)state;
	check(SCOPE_QUESTION, "I missed the call.", "");
	check(SCOPE_QUESTION, "Did I miss the call?", "did i miss the call");
	check(SCOPE_QUESTION, "did i miss the call", "did i miss the call");
	check(SCOPE_QUESTION, "I am sorry, what happened?", "what happened");
	check(SCOPE_QUESTION, "Would it help if I called at four?",
	      "would it help if i called at 4");
	check(SCOPE_QUESTION, "You sent it?", "you sent it");
	check(SCOPE_QUESTION, "I missed it, right?", "");
	check(SCOPE_QUESTION, "What I can do is call.", "");
	check(SCOPE_QUESTION, "What would help is a list.", "");
	check(SCOPE_QUESTION, "What would be different is me.", "");
	check(SCOPE_QUESTION, "What would be of use", "what would be of use");
}

/* The first scope's opener, as a key. */
static void check_opener(const char *source, const char *expected)
{
	struct reading reading = reading_new(source);
	uint32_t opener = reading.text.scopes[0].opener;

	assert_string_equal(expected,
			    reading_keys(&reading, opener, opener + 1));
	reading_release(&reading);
}

/* Only its mark makes a question of it: no word of it can be excused. */
static void test_a_statement_with_a_mark_has_no_opener(void **state)
{
	struct reading reading = reading_new("You sent it?");

	(void)state;
	assert_int_equal(reading.text.nr_scopes, 1);
	assert_int_equal(reading.text.scopes[0].opener, reading.text.nr_words);
	reading_release(&reading);
}

static void test_openers(void **state)
{
	(void)state;
	check_opener("Well, did I miss it?", "did");
	check_opener("What would help?", "what");
	check_opener("The van?", "van");
	check_opener("It was \"a disaster\"", "was");
	check_opener("\"A disaster\" it was", "it");
	check_opener("You said it leaked", "said");
	check_opener("I see, but no", "but");
	check_opener("We never called", "never");
	check_opener("In case it fails", "in");
}

static void test_quotation_marks(void **state)
{
	(void)state;
	check(SCOPE_QUOTE, "It was \"a disaster\"; I see why.", "a disaster");
	check(SCOPE_QUOTE, "\xe2\x80\x9cYou should have called.\xe2\x80\x9d",
	      "you should have called");
	check(SCOPE_QUOTE, "\xc2\xabNever.\xc2\xbb I get it", "never");
	check(SCOPE_QUOTE, "the words 'never again' stay", "never again");
	check(SCOPE_QUOTE, "\xe2\x80\x98never again\xe2\x80\x99 stays",
	      "never again");
	check(SCOPE_QUOTE, "the clients' pipe is 5\" wide, it's 6\"", "");
	check(SCOPE_QUOTE, "'til then the drivers' van waits", "");
	check(SCOPE_QUOTE, "an \"open one stays open", "");
	check(SCOPE_QUOTE, "a \"line\nfeed\" ends it", "");
}

static void test_reports(void **state)
{
	(void)state;
	check(SCOPE_QUOTE, "You said it was a disaster; I see why.",
	      "it was a disaster");
	check(SCOPE_QUOTE, "You told us that it leaked, and we checked",
	      "it leaked");
	check(SCOPE_QUOTE, "You have just mentioned a fee", "a fee");
	check(SCOPE_QUOTE, "You called it a mess", "a mess");
	check(SCOPE_QUOTE, "The client says we lied", "we lied");
	check(SCOPE_QUOTE, "As you said, we missed it", "");
	check(SCOPE_QUOTE, "What you said is right", "");
	check(SCOPE_QUOTE, "You called me at noon", "");
	check(SCOPE_QUOTE, "You never told us that", "");
}

static void test_wish(void **state)
{
	(void)state;
	check(SCOPE_WISH, "I'll call by 4.", "");
	check(SCOPE_WISH, "I'd call if I could.", "call");
	check(SCOPE_WISH, "If I could, I would call you", "call you");
	check(SCOPE_WISH, "I wish I had called", "i had called");
	check(SCOPE_WISH, "We could have called you", "have called you");
	check(SCOPE_WISH, "I was going to call you", "going to call you");
	check(SCOPE_WISH, "I should have called", "");
	check(SCOPE_WISH, "We could have a call on Friday", "");
	check(SCOPE_WISH, "I would be happy to call if you like", "");
	check(SCOPE_WISH, "Would it help if I called?", "");
	check(SCOPE_WISH, "As you wish, with best wishes", "");
}

static void test_but(void **state)
{
	(void)state;
	check(SCOPE_BUT, "I understand. What I can do is call you.", "");
	check(SCOPE_BUT, "I understand, but the policy is clear.",
	      "i understand");
	check(SCOPE_BUT, "I understand, but I can't do it.", "i understand");
	check(SCOPE_BUT, "I see. But we are right.", "i see");
	check(SCOPE_BUT, "I see. However, the fee stands.", "i see");
	check(SCOPE_BUT, "I am sorry, though I did warn you", "i am sorry");
	check(SCOPE_BUT,
	      "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, but so it goes",
	      "2 3 4 5 6 7 8 9 10 11 12 13");
}

static void test_but_that_helps(void **state)
{
	static const char *const sources[] = {
		"I understand, but here is what I can do.",
		"It is late, but I can bring it on Friday.",
		"It is late, but we will pay.",
		"I see. But let me check.",
		"I see, but what I can do is call.",
		"I am sorry, but first the news.",
		"It is nothing but a slip.",
		"It was not the van but us.",
		"Not only did we lose it, but we hid it.",
		"It is late, though.",
		"I can not help but agree.",
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(sources); i++)
		check(SCOPE_BUT, sources[i], "");
}

static void test_unsaid(void **state)
{
	(void)state;
	check(SCOPE_UNSAID, "I won't say that we dropped the harp.",
	      "that we dropped the harp");
	check(SCOPE_UNSAID, "I refuse to offer you a new one.",
	      "you a new 1");
	check(SCOPE_UNSAID, "If I were to apologise, I'd say it was us.",
	      "if i were to apologise i would say it was us");
	check(SCOPE_UNSAID, "Suppose I knew: I'd tell you that at once.",
	      "suppose i knew i would tell you that at once");
	check(SCOPE_UNSAID, "A good roofer would tell you it leaks.",
	      "a good roofer would tell you it leaks");
	check(SCOPE_UNSAID, "She said: it was my fault, I rang too late.",
	      "it was my fault i rang too late");
	check(SCOPE_UNSAID, "The baker wrote: we dropped your loaf.",
	      "we dropped your loaf");
	check(SCOPE_UNSAID, "We broke it. That's what I'd say today.",
	      "we broke it that is what i would say today");
}

static void test_what_is_said_all_the_same(void **state)
{
	static const char *const sources[] = {
		"I did not tell you that we broke it.",
		"We hadn't asked you to wait.",
		"I can't promise Friday, but I'll ring you.",
		"You shouldn't have to ask the foreman.",
		"No, I'd say it was us.",
		"If I were you I'd say the same.",
		"If I were in your shoes I'd ask that too.",
		"Suppose we met on Friday: would that help?",
		"What would a later start do to you?",
		"I'd offer you the blue one.",
		"Would your sister say yes?",
		"I can't tell you who will win it.",
		"You never asked what it would cost.",
		"Omar would like to tell you that himself.",
		"I suppose I'd better say how it came about.",
		"I suppose you had no other way.",
		"I'm not telling it to look better.",
		"I said: it was my fault.",
		"That said: I burnt your loaf.",
		"Our baker says: the loaf is done by noon.",
		"She said it was dry, and I believed her.",
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(sources); i++)
		check(SCOPE_UNSAID, sources[i], "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_negation),
		cmocka_unit_test(test_idle_negation),
		cmocka_unit_test(test_condition),
		cmocka_unit_test(test_polite_conditions),
		cmocka_unit_test(test_a_nod_asked_for_is_no_condition),
		cmocka_unit_test(test_question),
		cmocka_unit_test(test_a_statement_with_a_mark_has_no_opener),
		cmocka_unit_test(test_openers),
		cmocka_unit_test(test_quotation_marks),
		cmocka_unit_test(test_reports),
		cmocka_unit_test(test_wish),
		cmocka_unit_test(test_but),
		cmocka_unit_test(test_but_that_helps),
		cmocka_unit_test(test_unsaid),
		cmocka_unit_test(test_what_is_said_all_the_same),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

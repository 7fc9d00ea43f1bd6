/* Words and sentences: where they begin and end, and what they keep. */
#include "reading.h"

/* Sentences come out with a bar between. */
static void check(const char *source, const char *expected)
{
	struct reading reading = reading_new(source);
	struct strbuf out = { 0 };

	strbuf_add(&out, STR(""));
	for (uint32_t i = 0; i < reading.text.nr_sentences; i++) {
		const struct sentence *sentence = &reading.text.sentences[i];

		if (i)
			strbuf_add(&out, STR(" | "));
		strbuf_add(&out,
			   str_from(reading_keys(&reading, sentence->first,
						 sentence->end)));
	}
	assert_string_equal(expected, out.ptr);
	strbuf_release(&out);
	reading_release(&reading);
}

static void test_sentences(void **state)
{
	(void)state;
	check("We are late. Sorry!  What now?",
	      "we are late | sorry | what now");
	check("we are late. sorry about that",
	      "we are late | sorry about that");
	check("one line\nanother line\r\n\r\nthe last",
	      "1 line | another line | the last");
	check("It is late... We know.", "it is late | we know");
	check("It is late... but coming", "it is late but coming");
	check("It is late\xe2\x80\xa6 We know", "it is late | we know");
	check("Late.We know.", "late | we know");
	check("Really?! Yes.", "really | yes");
	check("Hello . . . You", "hello | you");
}

static void test_dots_that_end_nothing(void **state)
{
	(void)state;
	check("Mr. Dunn and Dr. Lee saw it, e.g. on Monday.",
	      "mr dunn and dr lee saw it eg on monday");
	check("It is No. 5 of 7.", "it is no 5 of 7");
	check("No. We can do it.", "no | we can do it");
	check("It cost 12.50 in all.", "it cost 12.50 in all");
	check("Come at 4 p.m. on Friday.", "come at 4 pm on friday");
	check("Come at 4 p.m. We will be there.",
	      "come at 4 pm | we will be there");
	check("J. Smith called.", "j smith called");
	check("So do I. We agree.", "so do i | we agree");
	check("Acme Ltd. paid. Acme Ltd. They paid.",
	      "acme ltd paid | acme ltd | they paid");
	check("See example.com for it.", "see example com for it");
	check("1. Call the driver.", "1 call the driver");
}

static void test_marks_are_counted(void **state)
{
	struct reading reading = reading_new("What ?!! Fine.");

	(void)state;
	assert_int_equal(2, reading.text.nr_sentences);
	assert_int_equal(1, reading.text.sentences[0].question_marks);
	assert_int_equal(2, reading.text.sentences[0].exclamations);
	assert_true(reading.text.sentences[0].question);
	assert_false(reading.text.sentences[1].question);
	reading_release(&reading);
}

static void test_words_keep_their_bytes(void **state)
{
	struct reading reading = reading_new("Well, I can\xe2\x80\x99t.");
	const struct word *words = reading.text.words;

	(void)state;
	assert_string_equal("well i can not", reading_keys(&reading, 0, 4));
	assert_int_equal(6, words[1].start);
	assert_int_equal(7, words[1].end);
	assert_int_equal(8, words[2].start);
	assert_int_equal(15, words[2].end);
	assert_int_equal(words[2].start, words[3].start);
	assert_int_equal(words[2].end, words[3].end);
	assert_int_equal(0, reading.text.sentences[0].start_byte);
	assert_int_equal(16, reading.text.sentences[0].end_byte);
	assert_true(words[0].classes & WORD_SENTENCE_FIRST);
	assert_true(words[3].classes & WORD_SENTENCE_LAST);
	assert_false(words[1].classes & WORD_SENTENCE_LAST);
	reading_release(&reading);
}

static void check_class(const char *source, unsigned class,
			const char *expected)
{
	struct reading reading = reading_new(source);

	assert_string_equal(expected, reading_class(&reading, class));
	reading_release(&reading);
}

static void test_names(void **state)
{
	(void)state;
	check_class("Then I told Dana Whitfield about it.", WORD_NAME,
		    "dana whitfield");
	check_class("Dana is here. The VAT is due, and I'm late.", WORD_NAME,
		    "");
	check_class("He said \"Call me\" to Ana\xc3\xafs.", WORD_NAME,
		    "ana\xc3\xafs");
}

static void test_shouting(void **state)
{
	(void)state;
	check_class("This is NEVER ok, the VAT is OFF", WORD_SHOUTED, "never");
	check_class("I CAN'T do that", WORD_SHOUTED, "can not");
}

static void test_negators(void **state)
{
	(void)state;
	check_class("We cannot, never, without it; no one won't", WORD_NEGATOR,
		    "not never without no not");
}

/* Hyphens part words, other signs are read aloud or passed over. */
static void test_signs(void **state)
{
	(void)state;
	check("follow-up & 50 % of well-known e-mails",
	      "follow up and 50 percent of well known emails");
	check("\xf0\x9f\x98\x80 great :) \xe2\x80\x94 (yes)", "great yes");
	check("caf\xc3\xa9 \xc3\x89T\xc3\x89 \xc5\xa0koda",
	      "caf\xc3\xa9 \xc3\xa9t\xc3\xa9 \xc5\xa1koda");
	check("  \t\n . ! \n", "");
	check("", "");
}

/* What is no text must do no harm. */
static void test_odd_bytes(void **state)
{
	(void)state;
	check("ab\xff\xfe"
	      "cd \xe2\x80",
	      "ab cd");
	check("\xc3", "");
	check("' '' \" '\"' a' 'b", "a b");
}

/* A minute of these would be noticed: all must be read in one go. */
static void test_long_texts(void **state)
{
	static const char *const pieces[] = {
		"a.",           ". ",      "' ",      "\"a ",      "i'm ",
		"'a ",          ".. ",     "5,",      "im ",       "not ",
		"if i ",        "but ",    "a",       "at 4 ",     "i said ",
		"\xe2\x80\x98", "twenty ", ", i ",    "you said ", "a-",
		"1.",           "and 5 ",  "in the ", "2 or ",     "the next ",
		"first thing ",
	};
	static char source[65536];

	(void)state;
	for (size_t i = 0; i < ARRAY_LEN(pieces); i++) {
		struct arena arena = { 0 };
		size_t len = strlen(pieces[i]), at;

		for (at = 0; at + len <= sizeof(source); at += len)
			memcpy(source + at, pieces[i], len);
		text_parse(&arena, (struct str){ source, at });
		arena_release(&arena);
	}
}

/* What holds of every text, whatever it says. */
static void check_whole(struct str source)
{
	struct arena arena = { 0 };
	struct text text = text_parse(&arena, source);
	uint32_t word = 0, clause = 0;

	for (uint32_t i = 0; i < text.nr_sentences; i++) {
		const struct sentence *sentence = &text.sentences[i];

		assert_int_equal(word, sentence->first);
		assert_int_equal(clause, sentence->first_clause);
		assert_true(sentence->end > word);
		for (; clause < sentence->end_clause; clause++) {
			const struct clause *part = &text.clauses[clause];

			assert_int_equal(word, part->first);
			assert_true(part->end > word);
			assert_true(part->verb_at <= part->end);
			assert_true(part->subject_at <= part->end);
			word = part->end;
		}
		assert_int_equal(word, sentence->end);
		assert_true(sentence->start_byte < sentence->end_byte);
	}
	assert_int_equal(word, text.nr_words);
	assert_int_equal(clause, text.nr_clauses);
	for (uint32_t i = 0; i < text.nr_words; i++) {
		assert_true(text.words[i].start < text.words[i].end);
		assert_true(text.words[i].end <= source.len);
		assert_true(text.words[i].key.len > 0);
	}
	for (uint32_t i = 0; i < text.nr_scopes; i++) {
		assert_true(text.scopes[i].first < text.scopes[i].end);
		assert_true(text.scopes[i].end <= text.nr_words);
		assert_true(text.scopes[i].opener <= text.nr_words);
	}
	arena_release(&arena);
}

static void test_any_words(void **state)
{
	static const char *const pieces[] = {
		"i",
		"we",
		"you",
		"my",
		"our team",
		"the",
		"this",
		"Dana",
		"and",
		"but",
		"so",
		"if",
		"because",
		"when",
		"that",
		"what",
		"how",
		"who",
		"not",
		"never",
		"no",
		"without",
		"only",
		"can",
		"would",
		"have",
		"had",
		"should",
		"is",
		"was",
		"do",
		"did",
		"call",
		"called",
		"said",
		"told",
		"wish",
		"let",
		"going to",
		"sorry",
		"please",
		"right",
		"at",
		"by",
		"in",
		"on",
		"4",
		"two",
		"twenty",
		"hundred",
		"14th",
		"March",
		"may",
		"noon",
		"half",
		"past",
		"first",
		"thing",
		"next",
		"week",
		"end of",
		"$5",
		"16:00",
		"1/2",
		"4.30",
		"pm",
		"p.m.",
		"e.g.",
		"can't",
		"it's",
		"don\xe2\x80\x99t",
		",",
		".",
		"?",
		"!",
		";",
		" - ",
		"\"",
		"'",
		"(",
		"\n",
		"...",
		"\xff",
		"\xc3",
		"%",
		"&",
	};
	uint32_t random = 1;

	(void)state;
	for (unsigned round = 0; round < 3000; round++) {
		struct strbuf source = { 0 };

		for (unsigned i = 0; i < 1 + round % 24; i++) {
			random = random * 1664525u + 1013904223u;
			strbuf_add(&source,
				   str_from(pieces[(random >> 8) %
						   ARRAY_LEN(pieces)]));
			if (random >> 30)
				strbuf_addc(&source, ' ');
		}
		check_whole(strbuf_str(&source));
		strbuf_release(&source);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_sentences),
		cmocka_unit_test(test_dots_that_end_nothing),
		cmocka_unit_test(test_marks_are_counted),
		cmocka_unit_test(test_words_keep_their_bytes),
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_shouting),
		cmocka_unit_test(test_negators),
		cmocka_unit_test(test_signs),
		cmocka_unit_test(test_odd_bytes),
		cmocka_unit_test(test_long_texts),
		cmocka_unit_test(test_any_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

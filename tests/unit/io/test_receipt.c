/*
 * A receipt must add up from its printed text alone: this re-adds every
 * number of reports on conversations of all sorts, knowing the report only
 * as text.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <ctype.h>

#include "rehearse/embedded.h"
#include "rehearse/report.h"

/* All whole numbers of a line, with their signs. */
static size_t numbers_of(struct str line, int *numbers, size_t max)
{
	size_t nr = 0, at = 0;

	while (at < line.len && nr < max) {
		bool minus = at && line.ptr[at - 1] == '-';
		int value = 0;

		if (!isdigit((unsigned char)line.ptr[at])) {
			at++;
			continue;
		}
		while (at < line.len && isdigit((unsigned char)line.ptr[at]))
			value = value * 10 + line.ptr[at++] - '0';
		numbers[nr++] = minus ? -value : value;
	}
	return nr;
}

static int half_up(int a, int b)
{
	return (2 * a + b) / (2 * b);
}

/*
 * "(20 x 86 + 15 x 71) / 35": the quotient, rounded half up. Weights and
 * scores come in pairs; what stands behind the bracket is the divisor.
 */
static int mean_of(struct str line, size_t *used)
{
	size_t close = str_find(line, STR(")"), 0), pairs;
	int numbers[32], rest[4], sum = 0, weights = 0;

	pairs = numbers_of(str_slice(line, 0, close), numbers, 32);
	assert_true(pairs > 0 && pairs % 2 == 0);
	for (size_t i = 0; i < pairs; i += 2) {
		weights += numbers[i];
		sum += numbers[i] * numbers[i + 1];
	}
	assert_true(numbers_of(str_slice(line, close, line.len), rest, 4) > 0);
	assert_int_equal(weights, rest[0]);
	*used = pairs + 1;
	return half_up(sum, weights);
}

struct checker {
	bool in_turn, in_talk, open; /* a principle's lines are under way */
	int stated, sum;
	int talk_score;
	unsigned checked;
};

static void close_principle(struct checker *c)
{
	if (!c->open)
		return;
	c->open = false;
	c->sum = c->sum < 0 ? 0 : c->sum > 100 ? 100 : c->sum;
	assert_int_equal(c->stated, c->sum);
	c->checked++;
}

static void check_turn_line(struct checker *c, struct str line)
{
	int numbers[64];
	size_t nr = numbers_of(line, numbers, 64), used;
	size_t weight = str_find(line, STR(" (weight "), 0);

	if (str_starts_with(line, STR("  = ("))) {
		close_principle(c);
		c->sum = mean_of(line, &used);
		assert_int_equal(c->sum, numbers[used]);
		c->checked++;
	} else if (str_starts_with(line, STR("  = "))) {
		assert_int_equal(c->sum, numbers[0]);
	} else if (weight < line.len && line.ptr[2] != ' ') {
		close_principle(c);
		c->open = true;
		c->stated = numbers[0];
		c->sum = 0;
	} else if (str_starts_with(line, STR("    ")) && nr &&
		   (isdigit((unsigned char)line.ptr[7]) ||
		    isdigit((unsigned char)line.ptr[6]))) {
		c->sum += numbers[0];
	}
}

static void check_talk_principle(struct checker *c, struct str line)
{
	int n[16], best, called, expected;
	size_t nr = numbers_of(line, n, 16);

	best = half_up(n[1], n[2]);
	expected = best;
	if (nr == 7) { /* score, sum / nr, called, sum / nr, weight */
		called = half_up(n[4], n[5]);
		assert_int_equal(n[3], n[5]);
		expected = half_up(best + 4 * called, 5);
	}
	assert_int_equal(expected, n[0]);
	c->checked++;
}

static void check_talk_line(struct checker *c, struct str line)
{
	int numbers[64];
	size_t nr = numbers_of(line, numbers, 64), used;

	if (str_find(line, STR("best "), 0) < line.len) {
		check_talk_principle(c, line);
	} else if (str_starts_with(line, STR("  = ("))) {
		c->sum = mean_of(line, &used);
	} else if (str_starts_with(line, STR("  = "))) {
		c->sum = c->sum < 0 ? 0 : c->sum > 100 ? 100 : c->sum;
		assert_int_equal(c->sum, numbers[0]);
		c->talk_score = numbers[0];
		c->in_talk = false;
	} else if (nr && str_starts_with(line, STR("    "))) {
		c->sum += numbers[0];
	}
}

static unsigned check_report(struct str text)
{
	struct checker c = { 0 };
	struct str line;

	while (str_cut(&text, '\n', &line)) {
		if (str_starts_with(line, STR("Turn "))) {
			c.in_turn = true;
		} else if (str_equal(line, STR("The whole talk"))) {
			c.in_turn = false;
			c.in_talk = true;
		} else if (!line.len) {
			c.in_turn = false;
		} else if (c.in_turn) {
			check_turn_line(&c, line);
		} else if (c.in_talk) {
			check_talk_line(&c, line);
		}
	}
	return c.checked;
}

static const char *const lines[] = {
	"-I have the report in front of me and page four is wrong.",
	"You're right, page four is wrong, and that is on us. We missed it.",
	"-And when did you plan to tell me?",
	"I should have called you on Monday. I'm sorry I didn't. I will send "
	"the corrected page by noon today and ring you at four.",
	"-That is the third time this year.",
	"You never sent the figures. You should have checked. Calm down, it's "
	"just a small mistake, and these things happen in this industry.",
	"-Excuse me?",
	"I'm sorry if you were upset. I understand, but that's our policy.",
	"-What do I tell my board?",
	"What would help you most? I could come by at two, or send the figures "
	"tonight. The good news is that the other pages passed both checks.",
	"-Two is fine. Thank you.",
	"I will be there at two on Thursday. Does that work for you? Thank you "
	"for telling me so plainly.",
	"ok",
};

static void test_receipts_add_up_from_their_text(void **state)
{
	struct arena arena = { 0 };
	struct rubric rubric;
	struct error err;
	struct spoken spoken[ARRAY_LEN(lines)];
	unsigned checked = 0;

	(void)state;
	assert_true(rubric_open(embedded()->rubric, &rubric, &err));
	for (size_t i = 0; i < ARRAY_LEN(lines); i++) {
		bool client = lines[i][0] == '-';

		spoken[i] = (struct spoken){
			.mine = !client,
			.speaker = client ? STR("Client") : STR("You"),
			.text = str_from(lines[i] + client),
			.channel = CHANNEL_CALL,
			.stage = STAGE_NONE,
		};
	}
	/* every stretch of it, in every kind of talk */
	for (int kind = 0; kind < KIND_NR; kind++) {
		for (size_t from = 0; from < ARRAY_LEN(lines); from++) {
			const struct report_options options = {
				.scores = true, .turns = true,
			};
			struct talk_setting setting = {
				.kind = (enum kind)kind,
			};
			struct strbuf out = { 0 };

			report_text(report_spoken(&rubric, &setting,
						  spoken + from,
						  ARRAY_LEN(lines) - from,
						  STR("A talk"), &arena),
				    &options, &out);
			checked += check_report(strbuf_str(&out));
			strbuf_release(&out);
		}
	}
	assert_true(checked > 500);
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_receipts_add_up_from_their_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

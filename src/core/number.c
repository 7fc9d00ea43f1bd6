#include "text_parts.h"

/*
 * Numbers as they are written: 1,000 and 2.5, 16:00 and 4.30pm, 14/3 and
 * 2026-03-14, 14th; and as they are spelt: twenty-five, two hundred and
 * fifty.
 */

static bool is_digit(struct str source, size_t at)
{
	return at < source.len && source.ptr[at] >= '0' &&
	       source.ptr[at] <= '9';
}

static bool is_char(struct str source, size_t at, char c)
{
	return at < source.len && source.ptr[at] == c;
}

static bool is_ascii_letter(struct str source, size_t at)
{
	char c = at < source.len ? (char)(source.ptr[at] | 0x20) : '\0';

	return c >= 'a' && c <= 'z';
}

struct digits {
	uint32_t value; /* stays at its greatest when it would overflow */
	size_t nr, end;
};

static struct digits read_digits(struct str source, size_t at)
{
	struct digits digits = { 0, 0, at };

	while (is_digit(source, digits.end)) {
		uint32_t digit = (uint32_t)(source.ptr[digits.end] - '0');

		if (digits.value > (UINT32_MAX - digit) / 10)
			digits.value = UINT32_MAX;
		else
			digits.value = digits.value * 10 + digit;
		digits.end++;
		digits.nr++;
	}
	return digits;
}

/* am or pm right here or behind one blank: 4.30 is a time then. */
static bool noon_follows(struct str source, size_t at)
{
	char c;

	if (is_char(source, at, ' '))
		at++;
	c = at < source.len ? (char)(source.ptr[at] | 0x20) : '\0';
	if (c != 'a' && c != 'p')
		return false;
	at += is_char(source, at + 1, '.') ? 2 : 1;
	return (is_char(source, at, 'm') || is_char(source, at, 'M')) &&
	       !is_ascii_letter(source, at + 1);
}

static bool read_clock(struct str source, struct digits hour,
		       struct number *number)
{
	struct digits minute;

	if (hour.nr > 2 || hour.value > 24)
		return false;
	if (!is_char(source, hour.end, ':') && !is_char(source, hour.end, '.'))
		return false;
	minute = read_digits(source, hour.end + 1);
	if (minute.nr != 2 || minute.value > 59)
		return false;
	if (source.ptr[hour.end] == '.' && !noon_follows(source, minute.end))
		return false;
	number->shape = SHAPE_CLOCK;
	number->whole = hour.value * 60 + minute.value;
	number->end = minute.end;
	return true;
}

static bool set_date(struct number *number, uint32_t day, uint32_t month,
		     size_t end)
{
	if (month > 12 && day <= 12) {
		uint32_t swap = day;

		day = month;
		month = swap;
	}
	if (!day || day > 31 || !month || month > 12)
		return false;
	number->shape = SHAPE_DATE;
	number->whole = day + 32 * month;
	number->end = end;
	return true;
}

/* Day first unless it cannot be; halves and quarters are none. */
static bool read_date(struct str source, struct digits first,
		      struct number *number)
{
	char mark = first.end < source.len ? source.ptr[first.end] : '\0';
	struct digits second, third;
	bool three;

	if (mark != '/' && mark != '.' && mark != '-')
		return false;
	second = read_digits(source, first.end + 1);
	if (!second.nr || second.nr > 2)
		return false;
	three = is_char(source, second.end, mark) &&
		is_digit(source, second.end + 1);
	if (three) {
		third = read_digits(source, second.end + 1);
		if (first.nr == 4 && mark == '-' && third.nr == 2)
			return set_date(number, third.value, second.value,
					third.end);
		if (first.nr > 2 || (third.nr != 2 && third.nr != 4))
			return false;
		return set_date(number, first.value, second.value, third.end);
	}
	if (mark != '/' || first.nr > 2 ||
	    (first.value < second.value && second.value < 5) ||
	    (first.value == 24 && second.value == 7))
		return false;
	return set_date(number, first.value, second.value, second.end);
}

static uint32_t times(uint32_t value, uint32_t factor)
{
	return value > UINT32_MAX / factor ? UINT32_MAX : value * factor;
}

static void read_groups(struct str source, struct number *number)
{
	for (;;) {
		struct digits group;

		if (!is_char(source, number->end, ','))
			return;
		group = read_digits(source, number->end + 1);
		if (group.nr != 3)
			return;
		number->whole = times(number->whole, 1000);
		if (number->whole < UINT32_MAX - 1000)
			number->whole += group.value;
		number->end = group.end;
	}
}

static void read_fraction(struct str source, struct number *number)
{
	uint32_t scale = 100, thousandths = 0;

	if (!is_char(source, number->end, '.') ||
	    !is_digit(source, number->end + 1))
		return;
	for (number->end++; is_digit(source, number->end); number->end++) {
		thousandths +=
			scale * (uint32_t)(source.ptr[number->end] - '0');
		scale /= 10;
	}
	number->thousandths = (uint16_t)thousandths;
}

/* st nd rd th; k for thousand, and m for million behind a currency. */
static void read_suffix(struct str source, struct number *number, bool money)
{
	struct str two = str_slice(source, number->end, number->end + 2);
	uint32_t factor;

	if (!is_ascii_letter(source, number->end + 2) &&
	    (str_equal_nocase(two, STR("st")) ||
	     str_equal_nocase(two, STR("nd")) ||
	     str_equal_nocase(two, STR("rd")) ||
	     str_equal_nocase(two, STR("th")))) {
		number->shape = SHAPE_ORDINAL;
		number->end += 2;
		return;
	}
	if (!two.len || is_ascii_letter(source, number->end + 1))
		return;
	factor = (two.ptr[0] | 0x20) == 'k'            ? 1000
		 : money && (two.ptr[0] | 0x20) == 'm' ? 1000000
						       : 0;
	if (!factor)
		return;
	number->whole = times(number->whole, factor) +
			number->thousandths * (factor / 1000);
	number->thousandths = 0;
	number->end++;
}

struct number number_read(struct str source, size_t at, bool money)
{
	struct digits digits = read_digits(source, at);
	struct number number = {
		.start = at,
		.end = digits.end,
		.whole = digits.value,
		.shape = SHAPE_NUMBER,
	};

	if (!money && (read_clock(source, digits, &number) ||
		       read_date(source, digits, &number)))
		return number;
	if (digits.nr <= 3)
		read_groups(source, &number);
	read_fraction(source, &number);
	read_suffix(source, &number, money);
	return number;
}

/* ---- spelt numbers ------------------------------------------------------ */

/* What two number words make together; 0 when they don't. */
static uint32_t together(uint32_t a, uint32_t b, bool spelt)
{
	if (b == 100 && spelt && a > 1000 && a % 100 && a % 1000 < 10)
		return a - a % 10 + a % 10 * 100;
	if ((b == 100 && a < 100) || (b == 1000 && a < 1000) ||
	    (b == 1000000 && a < 1000))
		return a * b;
	if (!spelt || !b)
		return 0;
	if (a >= 20 && a < 100 && a % 10 == 0 && b < 10)
		return a + b;
	if ((a >= 100 && a % 100 == 0 && b < 100) ||
	    (a >= 1000 && a % 1000 == 0 && b < 1000))
		return a + b;
	return 0;
}

void number_join(struct draft *draft)
{
	struct text *text = draft->text;
	uint32_t last = text->nr_words - 1, first = last - 1, sum;
	struct note *notes = draft->notes;

	if (!last || notes[last].gap ||
	    text->words[first].sentence != text->words[last].sentence)
		return;
	if (first && word_is(text, first, STR("and")) && !notes[first].gap &&
	    notes[last].number < 100 && notes[first - 1].number >= 100)
		first--;
	if (notes[first].shape != SHAPE_SPELT &&
	    notes[first].shape != SHAPE_NUMBER)
		return;
	sum = notes[first].fraction
		      ? 0
		      : together(notes[first].number, notes[last].number,
				 notes[first].shape == SHAPE_SPELT);
	if (!sum)
		return;
	notes[first].number = sum;
	text->words[first].key =
		arena_printf(draft->arena, "%u", (unsigned)sum);
	text->words[first].end = text->words[last].end;
	text->nr_words = first + 1;
}

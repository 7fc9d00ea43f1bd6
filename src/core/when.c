#include "text_parts.h"

/* The kind of value stands in the upper bits, so that kinds never meet. */
enum {
	VALUE_CLOCK = 1 << 16,
	VALUE_DATE = 2 << 16,
};

uint32_t word_value_number(uint32_t whole, uint32_t thousandths)
{
	uint32_t hash = (whole * 1000 + thousandths) * 2654435761u;

	return hash | 1u << 31;
}

uint32_t word_value_clock(unsigned minutes)
{
	return VALUE_CLOCK | minutes % (12 * 60);
}

uint32_t word_value_date(unsigned day, unsigned month)
{
	return VALUE_DATE | (day % 32 + 32 * (month % 16));
}

void find_times(struct draft *draft)
{
	for (uint32_t i = 0; i < draft->text->nr_words; i++) {
		const struct note *note = &draft->notes[i];

		if (note->shape != SHAPE_NUMBER && note->shape != SHAPE_SPELT)
			continue;
		draft->text->words[i].classes |= WORD_NUMBER;
		draft->text->words[i].value =
			word_value_number(note->number, note->fraction);
	}
}

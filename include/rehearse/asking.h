/*
 * What a turn asks for: the kind of thing an answer to its last question
 * would have to be. A script can meet a question nobody foresaw by its kind:
 * `{if: asks(when), say: "I'd have to look in the diary."}`.
 *
 * The kind is read from the word that makes the question one (when, could),
 * or from the question word behind an asking verb ("do you know who ..."),
 * never from a question word elsewhere: "do you have staff who can help"
 * asks whether, not who.
 *
 * Layer: core.
 */
#ifndef REHEARSE_ASKING_H
#define REHEARSE_ASKING_H

#include "rehearse/terms.h"
#include "rehearse/text.h"

enum asking {
	ASKING_NOTHING,
	ASKING_WHETHER, /* yes or no */
	ASKING_EITHER,  /* one of what is named: now or on Monday? */
	ASKING_WHO,
	ASKING_WHAT,
	ASKING_WHICH,
	ASKING_WHEN, /* also what day, how soon */
	ASKING_WHERE,
	ASKING_WHY, /* also how come, what for */
	ASKING_HOW,
	ASKING_COUNT, /* how many, how much, how long, how often, how far */
	ASKING_OFFER, /* shall I, may we, do you want me to, what if we */
	ASKING_FAVOUR, /* could you */
	ASKING_TELL,   /* tell me more, without a question word */
	/* whether, by what opens the question: no is said in another way to
	 * "have you told them?" than to "is there anything I can read?" */
	ASKING_ANY,   /* is there, did anybody, do you know any */
	ASKING_HAVE,  /* have you told them */
	ASKING_DID,   /* did he write */
	ASKING_IS,    /* are you, was it; not: is the road open */
	ASKING_WOULD, /* would it, could she, can you live with */
	ASKING_NR,
};
extern const struct terms asking_terms;

/* Is it of the kind? Whether is also said of those by what opens them. */
bool asking_is(enum asking asking, enum asking kind);

/* A sentence, or the part of one that asks for something of its own: "How
 * many do you need, | and who signs them off?" */
struct part {
	uint32_t sentence;
	uint32_t first, end; /* words, end exclusive */
};
/* The next part of the text, from { 0 } on; false: there was no more. */
bool text_next_part(const struct text *text, struct part *part);

/* Of the last part that asks for something; a question that ends in a full
 * stop ("How nice.") does not, nor "I'll be there at four. All right?" */
enum asking text_asking(const struct text *text);

/* "..., isn't it?" at the very end asks for a nod, not for an answer. */
bool text_ends_in_tag(const struct text *text);

/* "I'll be there at four. All right?": the last words of the part ask for no
 * more than a nod to what stands before them, which is no question. Nor does
 * a name by itself that others follow: "Ann? I've got news." */
bool part_seeks_agreement(const struct text *text, const struct part *part);
/* Of this part. */
enum asking part_asking(const struct text *text, const struct part *part);
/* The last of what it lets one choose from begins with this word; its end:
 * nothing is to be chosen. */
uint32_t part_choice(const struct text *text, const struct part *part);
/* The word its question begins with; its first word when in doubt. */
uint32_t part_asks_from(const struct text *text, const struct part *part);

/* Has the text what an answer to that would have to hold: a time, an amount,
 * an honest "I don't know"? True for kinds that no single word gives. */
bool text_gives(const struct text *text, enum asking asking);

#endif

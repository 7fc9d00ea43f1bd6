/*
 * A call of one's own: six answers, each a line, and a template become a
 * scenario file. What was answered stands in the file as the defaults of its
 * fills, so that it can be read, edited and swapped like any other; all else
 * is the template's, its author's comments too.
 *
 * An answer can be anything somebody types. What cannot stand in a scenario
 * (control characters, braces, bytes that are no UTF-8) is left out or
 * written another way, what is too long is cut, and where no words remain the
 * template's default stays: the file always loads.
 *
 * Layer: core. Strings live in the arena handed in.
 */
#ifndef REHEARSE_OWN_CALL_H
#define REHEARSE_OWN_CALL_H

#include "rehearse/error.h"
#include "rehearse/terms.h"

enum own_question {
	OWN_WHO,
	OWN_WHAT,
	OWN_FAULT,
	OWN_OFFER,
	OWN_CANNOT,
	OWN_FEAR,
	OWN_QUESTION_NR,
};

enum own_kind {
	OWN_LATE,
	OWN_EXTRA,
	OWN_QUALITY,
	OWN_PRICE,
	OWN_MISTAKE,
	OWN_CANCELLED,
	OWN_OTHER,
	OWN_KIND_NR,
};
/* The ids of the templates. */
extern const struct terms own_kind_terms;

enum { OWN_FEARS = 2 };

/* How what happened speaks of the client ("her dog"): then him is another. */
enum own_client {
	OWN_CLIENT, /* not at all, or it can't be told */
	OWN_CLIENT_SHE,
	OWN_CLIENT_HE,
};

/* What was answered; an empty string: nothing, the template's default. */
struct own_call {
	struct str name, role, company;
	enum own_kind kind;
	struct str thing;
	enum own_client client;
	int fault; /* enum fault; FAULT_NR: not answered */
	struct str offer, when;
	bool offer_has_when; /* it names its time itself */
	struct str cannot;
	struct str fear[OWN_FEARS];
	bool one_fear; /* the second is a question that suits any call */
};

/* Before the first answer. */
#define OWN_CALL_NEW ((struct own_call){ .fault = FAULT_NR })

/* What is asked, and in which form to answer. */
struct str own_call_ask(enum own_question question);
struct str own_call_hint(enum own_question question);
/*
 * What an empty answer means, as it could be typed: it stands in the template
 * of the call's kind.
 */
struct str own_call_default(const struct own_call *call,
			    enum own_question question, struct str yaml,
			    struct arena *arena);

/* Takes an answer; an empty one is the default. False, and the call as it
 * was, for one that means nothing here; err says what would. */
bool own_call_answer(struct own_call *call, enum own_question question,
		     struct str line, struct arena *arena, struct error *err);

/* The scenario: the template's text with the answers and this id. */
struct str own_call_yaml(const struct own_call *call, struct str yaml,
			 struct str id, struct arena *arena);

#endif

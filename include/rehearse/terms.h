/*
 * The closed vocabularies: words that scenarios, rubrics, transcripts and
 * outputs share. Every one is an enum and a table of its names in the same
 * order; NAME_nr is no value.
 *
 * Layer: core.
 */
#ifndef REHEARSE_TERMS_H
#define REHEARSE_TERMS_H

#include "rehearse/str.h"

struct terms {
	const char *what; /* "a channel", for messages */
	const char *const *names;
	int nr;
};

/* The value of a name, or -1. */
int terms_find(const struct terms *terms, struct str name);
/* The name of a value. */
struct str terms_name(const struct terms *terms, int value);
/*
 * The name nearest to a misspelt one, or an empty string when none is near
 * enough to be meant.
 */
struct str terms_nearest(const struct terms *terms, struct str name);
/* All names: "call, video, meeting". */
void terms_list(const struct terms *terms, struct strbuf *out);

/* The seven principles (Ferrone & Associates, "7 Ways to Handle Difficult
 * Conversations at Work"). */
enum principle {
	PRINCIPLE_DIRECT,
	PRINCIPLE_KIND,
	PRINCIPLE_GOOD_NEWS,
	PRINCIPLE_PHONE,
	PRINCIPLE_INITIATE,
	PRINCIPLE_TOGETHER,
	PRINCIPLE_TEACHABLE,
	PRINCIPLE_NR,
};
extern const struct terms principle_terms;
/* "good news": the name for people. */
struct str principle_title(enum principle principle);

/* What makes a conversation difficult; it decides the weights. */
enum kind {
	KIND_BAD_NEWS,
	KIND_COMPLAINT,
	KIND_BOUNDARY,
	KIND_OTHER,
	KIND_NR,
};
extern const struct terms kind_terms;

enum fault {
	FAULT_YOURS,
	FAULT_SHARED,
	FAULT_THEIRS,
	FAULT_NOBODY,
	FAULT_NR,
};
extern const struct terms fault_terms;

enum level {
	LEVEL_GENTLE,
	LEVEL_FIRM,
	LEVEL_TOUGH,
	LEVEL_NR,
};
extern const struct terms level_terms;

enum channel {
	CHANNEL_CALL,
	CHANNEL_VIDEO,
	CHANNEL_MEETING,
	CHANNEL_VOICEMAIL,
	CHANNEL_EMAIL,
	CHANNEL_MESSAGE,
	CHANNEL_NR,
	CHANNEL_NONE = CHANNEL_NR, /* not known: channel rules are silent */
};
extern const struct terms channel_terms;
/* Somebody answers at once: call, video, meeting. */
bool channel_is_live(enum channel channel);
/* Words on a page: email, message. */
bool channel_is_written(enum channel channel);

/* What one can do without words. */
enum act {
	ACT_CALL,
	ACT_MEET,
	ACT_EMAIL,
	ACT_MESSAGE,
	ACT_VOICEMAIL,
	ACT_DELEGATE,
	ACT_WAIT,
	ACT_NR,
	ACT_NONE = ACT_NR,
};
extern const struct terms act_terms;

/* How somebody goes about a talk that is played by machine. */
enum conduct {
	CONDUCT_GOOD,
	CONDUCT_NEUTRAL,
	CONDUCT_BAD,
	CONDUCT_MIXED, /* now so, now so */
	CONDUCT_NR,
};
extern const struct terms conduct_terms;

enum stage {
	STAGE_OPENING,
	STAGE_MIDDLE,
	STAGE_CLOSING,
	STAGE_NR,
	STAGE_NONE = STAGE_NR, /* not given: derived */
};
extern const struct terms stage_terms;

/* What a client's line does; one line may do several (a set of bits). */
enum client_act {
	CLIENT_COMPLAINT,
	CLIENT_ACCUSATION,
	CLIENT_ANGER,
	CLIENT_WORRY,
	CLIENT_QUESTION,
	CLIENT_REQUEST,
	CLIENT_PROPOSAL,
	CLIENT_STATUS_QUERY,
	CLIENT_THANKS,
	CLIENT_THREAT,
	CLIENT_ADMISSION, /* of a slip, or of what is hard for them */
	CLIENT_DETAIL, /* asks for one small thing: a number, a time, a name */
	CLIENT_IN_WRITING, /* wants to read it, or cannot talk now */
	CLIENT_ACT_NR,
};
extern const struct terms client_act_terms;
#define CLIENT_BIT(act) (1u << (act))

/* What a finding is evidence of; the same names in every rubric. */
enum behaviour {
	BEHAVIOUR_OWNERSHIP,
	BEHAVIOUR_APOLOGY,
	BEHAVIOUR_NON_APOLOGY,
	BEHAVIOUR_EXPLANATION,
	BEHAVIOUR_EXCUSE,
	BEHAVIOUR_BLAME,
	BEHAVIOUR_DEFEND,
	BEHAVIOUR_EVADE,
	BEHAVIOUR_HOSTILE,
	BEHAVIOUR_BELITTLE,
	BEHAVIOUR_SARCASM,
	BEHAVIOUR_EMPATHY,
	BEHAVIOUR_VALIDATION,
	BEHAVIOUR_REASSURANCE,
	BEHAVIOUR_ENCOURAGEMENT,
	BEHAVIOUR_THANKS,
	BEHAVIOUR_COURTESY,
	BEHAVIOUR_QUESTION,
	BEHAVIOUR_OPEN_QUESTION,
	BEHAVIOUR_RHETORICAL_QUESTION,
	BEHAVIOUR_REFLECTION,
	BEHAVIOUR_CLARIFICATION,
	BEHAVIOUR_INVITES_RESPONSE,
	BEHAVIOUR_ANSWER,
	BEHAVIOUR_DODGE,
	BEHAVIOUR_NEWS,
	BEHAVIOUR_NEXT_STEP,
	BEHAVIOUR_DATED_COMMITMENT,
	BEHAVIOUR_VAGUE_COMMITMENT,
	BEHAVIOUR_OVERPROMISE,
	BEHAVIOUR_OFFER,
	BEHAVIOUR_OPTIONS,
	BEHAVIOUR_ASKS_FOR_IDEAS,
	BEHAVIOUR_BUILDS_ON_IDEA,
	BEHAVIOUR_BOUNDARY,
	BEHAVIOUR_ALTERNATIVE,
	BEHAVIOUR_AGREEMENT_CHECK,
	BEHAVIOUR_GOOD_NEWS,
	BEHAVIOUR_CALL,
	BEHAVIOUR_VOICEMAIL,
	BEHAVIOUR_EMAIL_FOLLOWUP,
	BEHAVIOUR_BAD_CHANNEL,
	BEHAVIOUR_EARLY_NOTICE,
	BEHAVIOUR_STATUS_UPDATE,
	BEHAVIOUR_PUT_OFF,
	BEHAVIOUR_PASSES_ON,
	BEHAVIOUR_DEAD_END,
	BEHAVIOUR_DISMISSES_IDEA,
	BEHAVIOUR_OVER_APOLOGY,
	BEHAVIOUR_HONEST_UNKNOWN,
	BEHAVIOUR_RECAP,
	BEHAVIOUR_GOODBYE,
	BEHAVIOUR_UNCLEAR,
	BEHAVIOUR_LEARNING,
	BEHAVIOUR_ASKS_FEEDBACK,
	BEHAVIOUR_BEST_INTEREST,
	BEHAVIOUR_REFRAMING,
	BEHAVIOUR_CATASTROPHISING,
	BEHAVIOUR_ABSOLUTES,
	BEHAVIOUR_JARGON,
	BEHAVIOUR_FILLER,
	BEHAVIOUR_HEDGE,
	BEHAVIOUR_RECITAL,
	BEHAVIOUR_SMALL_TALK,
	BEHAVIOUR_NR,
};
extern const struct terms behaviour_terms;
/* A set of behaviours: one bit each. */
#define BEHAVIOUR_BIT(behaviour) ((uint64_t)1 << (behaviour))

#endif

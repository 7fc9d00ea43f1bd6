/*
 * How a sheet puts things: behaviours as a team hears them ("5 of 6 ..."),
 * what to practise, and what counts as left out.
 */
#include "group_parts.h"

const struct practice_words practice_words[PRACTICE_NR] = {
	[PRACTICE_RESPECT] = {
		"respect", "Keep it off the person.",
		"Talk about the work and the agreement, never about the "
		"client. When it has slipped out, stop, take it back in one "
		"sentence and begin again.",
		"One reads the sharpest line of the client's. The next counts "
		"to three and answers with one fact and one question.",
	},
	[PRACTICE_ANSWER] = {
		"answer", "Answer first, then explain.",
		"When they ask, the first sentence is the answer: a yes, a "
		"no, a number, a day, or \"I do not know yet; I will by "
		"four.\" The reason comes after it.",
		"Take turns asking the client's three hardest questions. Who "
		"answers has ten words before anything else may be said.",
	},
	[PRACTICE_OWN] = {
		"own", "Own your part, without a reason attached.",
		"Say in the first person what you did or left out, and stop "
		"there. No \"but\", nobody else in the sentence; how it came "
		"about is for when they ask.",
		"Everybody says one real slip of last month as \"I ...\" with "
		"a full stop after it. The others listen for a \"but\".",
	},
	[PRACTICE_FEELING] = {
		"feeling", "Take up what they feel before you go on.",
		"One sentence about their side - what it costs them, what "
		"it upsets - and only then your facts. Name it; do not tell "
		"them how to take it.",
		"One reads an angry or worried line. The next answers in one "
		"sentence that is only about the client, without \"but\".",
	},
	[PRACTICE_DATE] = {
		"date", "Say what you will do, and by when.",
		"Within your first two turns, and once more at the end: an "
		"act of your own with a day and an hour you can keep. \"As "
		"soon as possible\" is no date.",
		"Everybody says the next step of a real job with a day and "
		"an hour. The others name what is still open to reading.",
	},
	[PRACTICE_EARLY] = {
		"early", "Bring it up yourself, early and by voice.",
		"Call before they have to ask, and say the hard part in the "
		"first two sentences. Mail is for what was agreed.",
		"Rehearse only the opening, three tries each, "
		"with the news in the second sentence at the latest.",
	},
	[PRACTICE_TOGETHER] = {
		"together", "Work it out with them.",
		"Ask what matters most to them, take up what they propose, "
		"and put a way on the table beside every no.",
		"One proposes something that will not work as it is. The next "
		"begins with what is good about it and ends with a question.",
	},
	[PRACTICE_PROMISE] = {
		"promise", "Promise only what is yours to give.",
		"Promise the act, not the result: \"I call you at five with "
		"what the test says\" can be kept, \"it will work\" cannot.",
		"Collect the promises made today. For each: who could break "
		"it besides you? Say it again so that nobody can.",
	},
	[PRACTICE_GOOD_NEWS] = {
		"good-news", "Share what is good, too.",
		"After the hard part, one true thing that is done, safe or "
		"coming. Not before it and not in its place.",
		"Write down for each scenario the one good fact; say the bad "
		"news and then that, in two sentences.",
	},
	[PRACTICE_PLAIN] = {
		"plain", "Say it as you would across a kitchen table.",
		"Short sentences and plain words; no stock phrases, no "
		"\"maybe\" before a fact, no word from inside the office.",
		"Read your longest turn aloud. Say it again in half the "
		"words.",
	},
};

const struct behaviour_words behaviour_words[BEHAVIOUR_NR] = {
	[BEHAVIOUR_OWNERSHIP] = { "owned their part", NULL, PRACTICE_OWN },
	[BEHAVIOUR_APOLOGY] = { "said they were sorry", NULL, PRACTICE_OWN },
	[BEHAVIOUR_NON_APOLOGY] = {
		NULL, "apologised without owning anything", PRACTICE_OWN },
	[BEHAVIOUR_EXPLANATION] = {
		"gave facts that can be checked", NULL, PRACTICE_PLAIN },
	[BEHAVIOUR_EXCUSE] = {
		NULL, "gave an excuse in place of a remedy", PRACTICE_OWN },
	[BEHAVIOUR_BLAME] = {
		NULL, "put it on the client or on somebody else",
		PRACTICE_OWN },
	[BEHAVIOUR_DEFEND] = {
		NULL, "defended themselves", PRACTICE_OWN },
	[BEHAVIOUR_EVADE] = {
		NULL, "went round the point", PRACTICE_ANSWER },
	[BEHAVIOUR_HOSTILE] = {
		NULL, "attacked the client", PRACTICE_RESPECT },
	[BEHAVIOUR_BELITTLE] = {
		NULL, "made it smaller than it is for the client",
		PRACTICE_FEELING },
	[BEHAVIOUR_SARCASM] = {
		NULL, "mocked the client", PRACTICE_RESPECT },
	[BEHAVIOUR_EMPATHY] = {
		"said what it is like for the client", NULL, PRACTICE_FEELING },
	[BEHAVIOUR_VALIDATION] = {
		"granted that the client's reaction makes sense", NULL,
		PRACTICE_FEELING },
	[BEHAVIOUR_REASSURANCE] = {
		"took something off the client's shoulders", NULL,
		PRACTICE_FEELING },
	[BEHAVIOUR_ENCOURAGEMENT] = {
		"gave credit or a reason to go on", NULL, PRACTICE_FEELING },
	[BEHAVIOUR_THANKS] = { "thanked the client", NULL, PRACTICE_FEELING },
	[BEHAVIOUR_OPEN_QUESTION] = {
		"asked an open question", NULL, PRACTICE_TOGETHER },
	[BEHAVIOUR_RHETORICAL_QUESTION] = {
		NULL, "asked a question that was none", PRACTICE_TOGETHER },
	[BEHAVIOUR_REFLECTION] = {
		"said back what they had heard", NULL, PRACTICE_FEELING },
	[BEHAVIOUR_CLARIFICATION] = {
		"asked until it was clear", NULL, PRACTICE_TOGETHER },
	[BEHAVIOUR_INVITES_RESPONSE] = {
		"left the client room to speak", NULL, PRACTICE_TOGETHER },
	[BEHAVIOUR_ANSWER] = {
		"answered a direct question", NULL, PRACTICE_ANSWER },
	[BEHAVIOUR_DODGE] = {
		NULL, "talked round a question", PRACTICE_ANSWER },
	[BEHAVIOUR_NEWS] = {
		"said the hard fact in plain words", NULL, PRACTICE_EARLY },
	[BEHAVIOUR_NEXT_STEP] = {
		"said what they will do", NULL, PRACTICE_DATE },
	[BEHAVIOUR_DATED_COMMITMENT] = {
		"gave a date to hold them to", NULL, PRACTICE_DATE },
	[BEHAVIOUR_VAGUE_COMMITMENT] = {
		NULL, "promised something without a time", PRACTICE_DATE },
	[BEHAVIOUR_OVERPROMISE] = {
		NULL, "promised more than they can keep", PRACTICE_PROMISE },
	[BEHAVIOUR_OFFER] = { "offered a remedy", NULL, PRACTICE_TOGETHER },
	[BEHAVIOUR_OPTIONS] = {
		"gave the client a choice", NULL, PRACTICE_TOGETHER },
	[BEHAVIOUR_ASKS_FOR_IDEAS] = {
		"asked the client for ideas", NULL, PRACTICE_TOGETHER },
	[BEHAVIOUR_BUILDS_ON_IDEA] = {
		"built on the client's idea", NULL, PRACTICE_TOGETHER },
	[BEHAVIOUR_BOUNDARY] = {
		"was kind and clear about a limit", NULL, PRACTICE_TOGETHER },
	[BEHAVIOUR_ALTERNATIVE] = {
		"put another way beside a no", NULL, PRACTICE_TOGETHER },
	[BEHAVIOUR_AGREEMENT_CHECK] = {
		"checked that it is agreed", NULL, PRACTICE_TOGETHER },
	[BEHAVIOUR_GOOD_NEWS] = {
		"told the good news, too", NULL, PRACTICE_GOOD_NEWS },
	[BEHAVIOUR_CALL] = {
		"called rather than wrote", NULL, PRACTICE_EARLY },
	[BEHAVIOUR_VOICEMAIL] = {
		"left a voicemail that says it", NULL, PRACTICE_EARLY },
	[BEHAVIOUR_EMAIL_FOLLOWUP] = {
		"put it in writing afterwards", NULL, PRACTICE_EARLY },
	[BEHAVIOUR_BAD_CHANNEL] = {
		NULL, "wrote where a call was due", PRACTICE_EARLY },
	[BEHAVIOUR_EARLY_NOTICE] = {
		"brought it up themselves", NULL, PRACTICE_EARLY },
	[BEHAVIOUR_STATUS_UPDATE] = {
		"said when they will be heard from next", NULL, PRACTICE_DATE },
	[BEHAVIOUR_PUT_OFF] = {
		NULL, "put it off", PRACTICE_EARLY },
	[BEHAVIOUR_PASSES_ON] = {
		NULL, "passed it on to somebody else", PRACTICE_TOGETHER },
	[BEHAVIOUR_DEAD_END] = {
		NULL, "said no without a way on", PRACTICE_TOGETHER },
	[BEHAVIOUR_DISMISSES_IDEA] = {
		NULL, "brushed the client's idea aside", PRACTICE_TOGETHER },
	[BEHAVIOUR_OVER_APOLOGY] = {
		NULL, "apologised too much", PRACTICE_PLAIN },
	[BEHAVIOUR_HONEST_UNKNOWN] = {
		"said what they do not know, and took it on", NULL,
		PRACTICE_ANSWER },
	[BEHAVIOUR_RECAP] = {
		"summed up what is agreed", NULL, PRACTICE_DATE },
	[BEHAVIOUR_GOODBYE] = {
		NULL, "closed before the client was done", PRACTICE_FEELING },
	[BEHAVIOUR_UNCLEAR] = {
		NULL, "said more than could be followed", PRACTICE_PLAIN },
	[BEHAVIOUR_LEARNING] = {
		"said what will be different next time", NULL, PRACTICE_OWN },
	[BEHAVIOUR_ASKS_FEEDBACK] = {
		"asked what they could do better", NULL, PRACTICE_OWN },
	[BEHAVIOUR_BEST_INTEREST] = {
		"said whose goal they work for", NULL, PRACTICE_TOGETHER },
	[BEHAVIOUR_REFRAMING] = {
		"showed what is gained", NULL, PRACTICE_GOOD_NEWS },
	[BEHAVIOUR_CATASTROPHISING] = {
		NULL, "made it sound worse than it is", PRACTICE_PLAIN },
	[BEHAVIOUR_ABSOLUTES] = {
		NULL, "used always, never or the like", PRACTICE_PLAIN },
	[BEHAVIOUR_JARGON] = {
		NULL, "used words from inside the office", PRACTICE_PLAIN },
	[BEHAVIOUR_FILLER] = {
		NULL, "used stock phrases or padding", PRACTICE_PLAIN },
	[BEHAVIOUR_HEDGE] = {
		NULL, "hedged a fact or an answer", PRACTICE_PLAIN },
	[BEHAVIOUR_RECITAL] = {
		NULL, "named principles instead of using them",
		PRACTICE_PLAIN },
	[BEHAVIOUR_SMALL_TALK] = {
		NULL, "made small talk where something was the matter",
		PRACTICE_PLAIN },
};

#define DID(name) BEHAVIOUR_BIT(BEHAVIOUR_##name)
#define SAID(name) CLIENT_BIT(CLIENT_##name)

/* Whoever did one of these did not go past what the client had said. */
#define TAKES_UP (DID(OWNERSHIP) | DID(APOLOGY) | DID(EMPATHY) | \
		  DID(VALIDATION) | DID(REASSURANCE) | DID(REFLECTION) | \
		  DID(THANKS) | DID(OPEN_QUESTION) | DID(CLARIFICATION) | \
		  DID(ANSWER) | DID(INVITES_RESPONSE) | \
		  DID(ASKS_FOR_IDEAS) | DID(BUILDS_ON_IDEA))

const struct lapse lapses[] = {
	{
		.id = "question", .practice = PRACTICE_ANSWER,
		.words = "did not answer the direct question",
		.you = "You did not answer the direct question.",
		.client = SAID(QUESTION) | SAID(STATUS_QUERY),
		.failing = DID(DODGE) | DID(EVADE),
		.shown = DID(ANSWER) | DID(HONEST_UNKNOWN),
	}, {
		.id = "feeling", .practice = PRACTICE_FEELING,
		.words = "did not take up what the client felt",
		.you = "You did not take up what the client felt.",
		.client = SAID(ANGER) | SAID(WORRY),
		.principle = 1 + PRINCIPLE_KIND,
		.shown = TAKES_UP | DID(ENCOURAGEMENT) | DID(BEST_INTEREST),
	}, {
		.id = "complaint", .practice = PRACTICE_OWN,
		.words = "did not take up the complaint",
		.you = "You did not take up the complaint.",
		.client = SAID(COMPLAINT) | SAID(ACCUSATION),
		.principle = 1 + PRINCIPLE_TEACHABLE,
		.shown = TAKES_UP | DID(LEARNING) | DID(ASKS_FEEDBACK) |
			 DID(NEWS) | DID(HONEST_UNKNOWN) | DID(OFFER),
	}, {
		.id = "proposal", .practice = PRACTICE_TOGETHER,
		.words = "did not take up the client's proposal or request",
		.you = "You did not take up the client's proposal or request.",
		.client = SAID(PROPOSAL) | SAID(REQUEST),
		.principle = 1 + PRINCIPLE_TOGETHER,
		.shown = TAKES_UP | DID(BOUNDARY) | DID(ALTERNATIVE) |
			 DID(OPTIONS) | DID(OFFER) | DID(NEXT_STEP) |
			 DID(DATED_COMMITMENT) | DID(HONEST_UNKNOWN),
	}, {
		.id = "no-date", .practice = PRACTICE_DATE,
		.words = "gave no date in their first two turns",
		.you = "You gave no date in your first two turns.",
		.where = LAPSE_FIRST, .turns = 2,
		.shown = DID(DATED_COMMITMENT),
		.kinds = 1u << KIND_BAD_NEWS | 1u << KIND_COMPLAINT,
	}, {
		.id = "no-question", .practice = PRACTICE_TOGETHER,
		.words = "asked the client nothing in the whole talk",
		.you = "You asked the client nothing in the whole talk.",
		.where = LAPSE_TALK, .turns = 3,
		.shown = DID(QUESTION) | DID(OPEN_QUESTION) |
			 DID(CLARIFICATION) | DID(ASKS_FOR_IDEAS) |
			 DID(AGREEMENT_CHECK) | DID(INVITES_RESPONSE),
	}, {
		.id = "no-empathy", .practice = PRACTICE_FEELING,
		.words = "never said how it looks from the client's side",
		.you = "You never said how it looks from the client's side.",
		.where = LAPSE_TALK, .turns = 3,
		.shown = DID(EMPATHY) | DID(VALIDATION) | DID(REFLECTION),
	}, {
		.id = "not-owned", .practice = PRACTICE_OWN,
		.words = "never owned their part",
		.you = "You never owned your part.",
		.where = LAPSE_TALK, .turns = 3,
		.shown = DID(OWNERSHIP) | DID(APOLOGY),
		.faults = 1u << FAULT_YOURS | 1u << FAULT_SHARED,
	}, {
		.id = "no-good-news", .practice = PRACTICE_GOOD_NEWS,
		.words = "had good news and never told it",
		.you = "You had good news and never told it.",
		.where = LAPSE_TALK, .turns = 3,
		.principle = 1 + PRINCIPLE_GOOD_NEWS,
		.shown = DID(GOOD_NEWS),
	}, {
		.id = "open-end", .practice = PRACTICE_DATE,
		.words = "ended without a next step of their own",
		.you = "You ended without a next step of your own.",
		.where = LAPSE_LAST, .turns = 2,
		.shown = DID(DATED_COMMITMENT) | DID(NEXT_STEP) |
			 DID(RECAP) | DID(STATUS_UPDATE),
	},
};
const size_t nr_lapses = ARRAY_LEN(lapses);

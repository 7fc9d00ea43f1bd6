#include "rehearse/terms.h"

#include <assert.h>

#define TERMS(words, names_of) { \
	.what = (words), \
	.names = (names_of), \
	.nr = (int)ARRAY_LEN(names_of), \
}

int terms_find(const struct terms *terms, struct str name)
{
	for (int i = 0; i < terms->nr; i++)
		if (str_equal(str_from(terms->names[i]), name))
			return i;
	return -1;
}

struct str terms_name(const struct terms *terms, int value)
{
	assert(value >= 0 && value < terms->nr);
	return str_from(terms->names[value]);
}

struct str terms_nearest(const struct terms *terms, struct str name)
{
	unsigned best = name.len < 4 ? 2 : 3; /* further off is no slip */
	struct str nearest = STR("");

	for (int i = 0; i < terms->nr; i++) {
		struct str candidate = str_from(terms->names[i]);
		unsigned distance = str_distance(name, candidate, best);

		if (distance < best) {
			best = distance;
			nearest = candidate;
		}
	}
	return nearest;
}

void terms_list(const struct terms *terms, struct strbuf *out)
{
	for (int i = 0; i < terms->nr; i++) {
		if (i)
			strbuf_add(out, STR(", "));
		strbuf_add(out, str_from(terms->names[i]));
	}
}

static const char *const principle_names[] = {
	"direct", "kind", "good_news", "phone", "initiate", "together",
	"teachable",
};
static_assert(ARRAY_LEN(principle_names) == PRINCIPLE_NR, "names");
const struct terms principle_terms = TERMS("a principle", principle_names);

struct str principle_title(enum principle principle)
{
	if (principle == PRINCIPLE_GOOD_NEWS)
		return STR("good news");
	return terms_name(&principle_terms, (int)principle);
}

static const char *const kind_names[] = {
	"bad-news", "complaint", "boundary", "other",
};
static_assert(ARRAY_LEN(kind_names) == KIND_NR, "names");
const struct terms kind_terms = TERMS("a kind", kind_names);

static const char *const fault_names[] = {
	"yours", "shared", "theirs", "nobody",
};
static_assert(ARRAY_LEN(fault_names) == FAULT_NR, "names");
const struct terms fault_terms = TERMS("a fault", fault_names);

static const char *const level_names[] = { "gentle", "firm", "tough" };
static_assert(ARRAY_LEN(level_names) == LEVEL_NR, "names");
const struct terms level_terms = TERMS("a level", level_names);

static const char *const channel_names[] = {
	"call", "video", "meeting", "voicemail", "email", "message",
};
static_assert(ARRAY_LEN(channel_names) == CHANNEL_NR, "names");
const struct terms channel_terms = TERMS("a channel", channel_names);

bool channel_is_live(enum channel channel)
{
	return channel == CHANNEL_CALL || channel == CHANNEL_VIDEO ||
	       channel == CHANNEL_MEETING;
}

bool channel_is_written(enum channel channel)
{
	return channel == CHANNEL_EMAIL || channel == CHANNEL_MESSAGE;
}

static const char *const act_names[] = {
	"call", "meet", "email", "message", "voicemail", "delegate", "wait",
};
static_assert(ARRAY_LEN(act_names) == ACT_NR, "names");
const struct terms act_terms = TERMS("an act", act_names);

static const char *const conduct_names[] = {
	"good", "neutral", "bad", "mixed",
};
static_assert(ARRAY_LEN(conduct_names) == CONDUCT_NR, "names");
const struct terms conduct_terms = TERMS("a conduct", conduct_names);

static const char *const stage_names[] = { "opening", "middle", "closing" };
static_assert(ARRAY_LEN(stage_names) == STAGE_NR, "names");
const struct terms stage_terms = TERMS("a stage", stage_names);

static const char *const client_act_names[] = {
	"complaint", "accusation", "anger", "worry", "question", "request",
	"proposal", "status_query", "thanks", "threat", "admission", "detail",
	"in_writing",
};
static_assert(ARRAY_LEN(client_act_names) == CLIENT_ACT_NR, "names");
const struct terms client_act_terms = TERMS("a client act",
					    client_act_names);

static const char *const behaviour_names[] = {
	"ownership", "apology", "non_apology", "explanation", "excuse",
	"blame", "defend", "evade", "hostile", "belittle", "sarcasm",
	"empathy", "validation", "reassurance", "encouragement", "thanks",
	"courtesy", "question", "open_question", "rhetorical_question",
	"reflection", "clarification", "invites_response", "answer", "dodge",
	"news", "next_step", "dated_commitment", "vague_commitment",
	"overpromise", "offer", "options", "asks_for_ideas", "builds_on_idea",
	"boundary", "alternative", "agreement_check", "good_news", "call",
	"voicemail", "email_followup", "bad_channel", "early_notice",
	"status_update", "put_off", "passes_on", "dead_end", "dismisses_idea",
	"over_apology", "honest_unknown", "recap", "goodbye", "unclear",
	"learning", "asks_feedback", "best_interest", "reframing",
	"catastrophising", "absolutes", "jargon", "filler", "hedge",
	"recital", "small_talk",
};
static_assert(ARRAY_LEN(behaviour_names) == BEHAVIOUR_NR, "names");
static_assert(BEHAVIOUR_NR <= 64, "a set of behaviours is 64 bits");
const struct terms behaviour_terms = TERMS("a behaviour", behaviour_names);

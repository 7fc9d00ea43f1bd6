/*
 * Situations: when a principle is called for. A rubric names them under
 * `expected`; each is one question to the moment. An act without words is
 * in the situations `act` and `first_move` alone.
 */
#include "moment.h"

static bool has_act(const struct moment *moment, unsigned acts)
{
	return moment->client->spoken && (moment->client->acts & acts);
}

static bool first_turn(const struct moment *moment)
{
	return moment->memory->spoken == 0;
}

/* Bad news are owed now: by the script, or since the talk opens without a
 * word from the client in a setting one would give them in. */
static bool delivering(const struct moment *moment)
{
	if (moment->setting->scripted)
		return moment->news == NEWS_OWED;
	if (moment->client->spoken || moment->stage != STAGE_OPENING)
		return false;
	return moment->said->channel != CHANNEL_NONE ||
	       moment->setting->kind == KIND_BAD_NEWS;
}

static bool after_news(const struct moment *moment)
{
	return moment->news == NEWS_TOLD;
}

static bool no_plan_yet(const struct moment *moment)
{
	return moment->news == NEWS_TOLD && !moment->memory->planned &&
	       moment->memory->spoken >= 2;
}

static bool asked(const struct moment *moment)
{
	return has_act(moment, CLIENT_BIT(CLIENT_QUESTION) |
			       CLIENT_BIT(CLIENT_STATUS_QUERY));
}

static bool complaint(const struct moment *moment)
{
	return has_act(moment, CLIENT_BIT(CLIENT_COMPLAINT));
}

static bool accusation(const struct moment *moment)
{
	return has_act(moment, CLIENT_BIT(CLIENT_ACCUSATION));
}

static bool anger(const struct moment *moment)
{
	return has_act(moment, CLIENT_BIT(CLIENT_ANGER));
}

static bool worry(const struct moment *moment)
{
	return has_act(moment, CLIENT_BIT(CLIENT_WORRY));
}

static bool threat(const struct moment *moment)
{
	return has_act(moment, CLIENT_BIT(CLIENT_THREAT));
}

static bool proposal(const struct moment *moment)
{
	return has_act(moment, CLIENT_BIT(CLIENT_PROPOSAL));
}

static bool request(const struct moment *moment)
{
	return has_act(moment, CLIENT_BIT(CLIENT_REQUEST));
}

static bool thanks(const struct moment *moment)
{
	return has_act(moment, CLIENT_BIT(CLIENT_THANKS));
}

static bool status_query(const struct moment *moment)
{
	return has_act(moment, CLIENT_BIT(CLIENT_STATUS_QUERY));
}

static bool emotion(const struct moment *moment)
{
	return complaint(moment) || accusation(moment) || anger(moment) ||
	       worry(moment);
}

static bool closing(const struct moment *moment)
{
	return moment->stage == STAGE_CLOSING;
}

static bool voicemail(const struct moment *moment)
{
	return moment->said->channel == CHANNEL_VOICEMAIL;
}

static bool writing(const struct moment *moment)
{
	return channel_is_written(moment->said->channel);
}

static bool bad_news_in_writing(const struct moment *moment)
{
	return writing(moment) && delivering(moment);
}

static bool good_news_known(const struct moment *moment)
{
	return moment->news == NEWS_TOLD &&
	       (moment->setting->good & ~moment->memory->told);
}

static bool own_fault(const struct moment *moment)
{
	enum fault fault = moment->setting->fault;

	return (fault == FAULT_YOURS || fault == FAULT_SHARED) &&
	       moment->setting->scripted &&
	       (moment->news == NEWS_TOLD || moment->memory->complaint_open);
}

static bool by_act(const struct moment *moment)
{
	return moment->said->act != ACT_NONE;
}

/* What nobody has called for: they are rung before they ring. */
static bool first_move(const struct moment *moment)
{
	return by_act(moment) && moment_opener(moment) == OPENER_ME;
}

static const char *const situation_names[] = {
	"first_turn", "delivering", "after_news", "no_plan_yet", "asked",
	"complaint", "accusation", "anger", "worry", "threat", "proposal",
	"request", "thanks", "status_query", "emotion", "closing",
	"voicemail", "writing", "bad_news_in_writing", "good_news_known",
	"own_fault", "act", "first_move",
};

/* In the order of the names. */
static bool (*const situations[])(const struct moment *moment) = {
	first_turn, delivering, after_news, no_plan_yet, asked,
	complaint, accusation, anger, worry, threat, proposal,
	request, thanks, status_query, emotion, closing,
	voicemail, writing, bad_news_in_writing, good_news_known,
	own_fault, by_act, first_move,
};
_Static_assert(ARRAY_LEN(situation_names) == ARRAY_LEN(situations), "names");

const struct terms situation_terms = {
	.what = "a situation",
	.names = situation_names,
	.nr = (int)ARRAY_LEN(situation_names),
};

/* "I see", "mm-hm": nothing is called for in a nod, unless a question
 * stands or bad news are owed. */
static bool is_nod(const struct moment *moment)
{
	return moment->said->act == ACT_NONE && moment->text->nr_words < 4 &&
	       moment->news != NEWS_OWED && !asked(moment) &&
	       !emotion(moment);
}

uint64_t moment_situations(const struct moment *moment)
{
	uint64_t holding = 0;

	if (is_nod(moment))
		return 0;

	for (size_t i = 0; i < ARRAY_LEN(situations); i++) {
		if (moment->said->act != ACT_NONE &&
		    situations[i] != by_act && situations[i] != first_move)
			continue;
		if (situations[i](moment))
			holding |= (uint64_t)1 << i;
	}
	return holding;
}

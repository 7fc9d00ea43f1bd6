/* Is it the moment for a rule: does what it asks of the talk hold? */
#include "moment.h"

enum news_state moment_news(const struct talk_setting *setting,
			    const struct memory *memory)
{
	if (!setting->scripted)
		return memory->news_told ? NEWS_TOLD : NEWS_NONE;
	if (setting->must & ~memory->told)
		return NEWS_OWED;
	return setting->must ? NEWS_TOLD : NEWS_NONE;
}

static bool client_allows(const struct moment *moment, uint32_t set)
{
	if (!set)
		return true;
	if (!moment->client->spoken)
		return set >> CLIENT_ACT_NR & 1;
	return (set & moment->client->acts) != 0;
}

enum opener moment_opener(const struct moment *moment)
{
	bool client = moment->setting->client_opens ||
		      moment->memory->client_first;

	return client ? OPENER_CLIENT : OPENER_ME;
}

/* Nothing is known but the words. */
static bool is_alone(const struct moment *moment)
{
	return !moment->client->spoken && !moment->setting->in_talk &&
	       moment->said->channel == CHANNEL_NONE;
}

bool moment_when(const struct moment *moment, const struct rule_when *when)
{
	return client_allows(moment, when->client) &&
	       rule_allows(when->stage, moment->stage) &&
	       rule_allows(when->channel, moment->said->channel) &&
	       rule_allows(when->act, moment->said->act) &&
	       rule_allows(when->fault, moment->setting->fault) &&
	       rule_allows(when->kind, moment->setting->kind) &&
	       rule_allows(when->news, moment->news) &&
	       rule_allows(when->opened_by, moment_opener(moment)) &&
	       (!when->first || moment->memory->spoken == 0) &&
	       (!when->alone || is_alone(moment) == (when->alone == 1)) &&
	       (!when->complaint_open || moment->memory->complaint_open);
}

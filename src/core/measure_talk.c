/*
 * Measures of the whole talk, for conversation rules: each is one function of
 * what is remembered at the end.
 */
#include "moment.h"

static bool t_news_turn(const struct talk_setting *setting,
			const struct memory *memory, int *value)
{
	(void)setting;
	*value = (int)memory->news_turn;
	return memory->news_turn > 0;
}

static bool t_chased(const struct talk_setting *setting,
		     const struct memory *memory, int *value)
{
	(void)setting;
	*value = memory->chased;
	return memory->spoken > 0;
}

static bool t_dated_close(const struct talk_setting *setting,
			  const struct memory *memory, int *value)
{
	(void)setting;
	*value = memory->dated_turn && memory->dated_turn + 1 >=
				       memory->spoken;
	return memory->spoken >= 3;
}

static bool t_good_news(const struct talk_setting *setting,
			const struct memory *memory, int *value)
{
	*value = (setting->good & memory->told) != 0;
	return setting->scripted && setting->good && memory->spoken >= 3;
}

static bool t_unanswered(const struct talk_setting *setting,
			 const struct memory *memory, int *value)
{
	(void)setting;
	*value = (int)(memory->unanswered + memory->pending);
	return memory->spoken >= 3 && memory->asked > 0;
}

static bool t_reflections(const struct talk_setting *setting,
			  const struct memory *memory, int *value)
{
	(void)setting;
	if (memory->questions < 3)
		return false;
	*value = (int)(memory->reflections * 100 / memory->questions);
	return true;
}

static bool t_talk_share(const struct talk_setting *setting,
			 const struct memory *memory, int *value)
{
	unsigned long all = memory->my_words + memory->client_words;

	(void)setting;
	if (memory->spoken < 3 || !all)
		return false;
	*value = (int)(memory->my_words * 100 / all);
	return true;
}

static bool t_live_news(const struct talk_setting *setting,
			const struct memory *memory, int *value)
{
	(void)setting;
	*value = channel_is_live(memory->news_channel);
	return memory->news_turn > 0 && memory->news_channel != CHANNEL_NONE;
}

static bool t_ideas_taken(const struct talk_setting *setting,
			  const struct memory *memory, int *value)
{
	(void)setting;
	if (!memory->proposals)
		return false;
	*value = (int)(memory->proposals_taken * 100 / memory->proposals);
	return true;
}

static bool t_repaired(const struct talk_setting *setting,
		       const struct memory *memory, int *value)
{
	(void)setting;
	*value = memory->repaired;
	return memory->slip_turn > 0;
}

static bool t_in_order(const struct talk_setting *setting,
		       const struct memory *memory, int *value)
{
	return order_of_steps(setting, memory, value);
}

/* Was a complaint met with a defence before anything was heard or owned? */
static bool t_defence_first(const struct talk_setting *setting,
			    const struct memory *memory, int *value)
{
	(void)setting;
	*value = order_defence_first(memory);
	return memory->complained;
}

static bool t_contradictions(const struct talk_setting *setting,
			     const struct memory *memory, int *value)
{
	(void)setting;
	*value = (int)memory->promises.contradicted;
	return memory->promises.nr > 0;
}

/* In the order of the names in measure.c. */
static bool (*const of_talk[])(const struct talk_setting *setting,
			       const struct memory *memory, int *value) = {
	t_news_turn, t_chased, t_dated_close, t_good_news, t_unanswered,
	t_reflections, t_talk_share, t_live_news, t_ideas_taken, t_repaired,
	t_in_order, t_defence_first, t_contradictions,
};
_Static_assert(ARRAY_LEN(of_talk) == MEASURE_OF_TALK_NR, "measures");

bool measure_of_talk(const struct talk_setting *setting,
		     const struct memory *memory, int index, int *value)
{
	return of_talk[index](setting, memory, value);
}

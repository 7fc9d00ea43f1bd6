/*
 * The order of the first words: what a talk did first, what next. Who brings
 * bad news tells it, owns it, shows a way and then lets the other speak; who
 * is complained to hears it, owns it, shows a way and then asks. (Steps after
 * Lewicki et al. 2016 and the SPIKES protocol, Baile et al. 2000.)
 */
#include "moment.h"

/* The steps in the order they are wanted; a talk of either sort leaves out
 * the first of the other. */
static const uint64_t shows[TALK_STEP_NR] = {
	[STEP_FACT] = BEHAVIOUR_BIT(BEHAVIOUR_NEWS),
	[STEP_HEARING] = BEHAVIOUR_BIT(BEHAVIOUR_REFLECTION) |
			 BEHAVIOUR_BIT(BEHAVIOUR_EMPATHY) |
			 BEHAVIOUR_BIT(BEHAVIOUR_VALIDATION),
	[STEP_OWNING] = BEHAVIOUR_BIT(BEHAVIOUR_OWNERSHIP) |
			BEHAVIOUR_BIT(BEHAVIOUR_APOLOGY),
	[STEP_WAY] = BEHAVIOUR_BIT(BEHAVIOUR_OFFER) |
		     BEHAVIOUR_BIT(BEHAVIOUR_OPTIONS) |
		     BEHAVIOUR_BIT(BEHAVIOUR_ALTERNATIVE) |
		     BEHAVIOUR_BIT(BEHAVIOUR_NEXT_STEP) |
		     BEHAVIOUR_BIT(BEHAVIOUR_DATED_COMMITMENT),
	[STEP_HAND] = BEHAVIOUR_BIT(BEHAVIOUR_ASKS_FOR_IDEAS) |
		      BEHAVIOUR_BIT(BEHAVIOUR_OPEN_QUESTION) |
		      BEHAVIOUR_BIT(BEHAVIOUR_AGREEMENT_CHECK) |
		      BEHAVIOUR_BIT(BEHAVIOUR_INVITES_RESPONSE),
	[STEP_DEFENCE] = BEHAVIOUR_BIT(BEHAVIOUR_DEFEND) |
			 BEHAVIOUR_BIT(BEHAVIOUR_BLAME) |
			 BEHAVIOUR_BIT(BEHAVIOUR_EXCUSE),
};

/* Where in the talk: turns first, then bytes of the turn. Never 0. */
static uint64_t place(unsigned turn, uint32_t start)
{
	return (uint64_t)turn << 32 | start;
}

void order_note(struct memory *memory, const struct rubric *rubric,
		const struct verdict *verdict)
{
	for (size_t i = 0; i < verdict->nr_findings; i++) {
		const struct finding *finding = &verdict->findings[i];
		int behaviour = rubric->rules[finding->rule].behaviour;
		uint64_t at = place(memory->spoken, finding->start);

		if (finding->waived || !finding->raw || behaviour < 0)
			continue;
		for (int step = 0; step < TALK_STEP_NR; step++)
			if ((shows[step] >> behaviour & 1) &&
			    (!memory->step_at[step] ||
			     at < memory->step_at[step]))
				memory->step_at[step] = at;
	}
}

/* Of the neighbouring steps that were taken, the share in the right order;
 * two steps are no order yet. */
bool order_of_steps(const struct talk_setting *setting,
		    const struct memory *memory, int *value)
{
	bool complained = setting->kind == KIND_COMPLAINT ||
			  (memory->client_first && memory->complained);
	int skipped = complained ? STEP_FACT : STEP_HEARING;
	int pairs = 0, right = 0;
	uint64_t last = 0;

	for (int step = 0; step <= STEP_HAND; step++) {
		uint64_t at = memory->step_at[step];

		if (step == skipped || !at)
			continue;
		if (last) {
			pairs++;
			right += at >= last;
		}
		last = at;
	}
	if (pairs < 2)
		return false;
	*value = right * 100 / pairs;
	return true;
}

bool order_defence_first(const struct memory *memory)
{
	uint64_t defence = memory->step_at[STEP_DEFENCE];
	uint64_t hearing = memory->step_at[STEP_HEARING];
	uint64_t owning = memory->step_at[STEP_OWNING];

	return defence && (!hearing || defence < hearing) &&
	       (!owning || defence < owning);
}

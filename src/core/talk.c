/*
 * The running conversation: reads what the client does, has own turns judged
 * and remembers what later rules ask about.
 */
#include "rehearse/named.h"
#include "talk_parts.h"

#include <string.h>

struct talk *talk_new(struct arena *arena, const struct rubric *rubric,
		      const struct talk_setting *setting)
{
	struct talk *talk = ARENA_NEW(arena, struct talk);

	talk->arena = arena;
	talk->rubric = rubric;
	talk->setting = *setting;
	talk->memory.news_channel = CHANNEL_NONE;
	return talk;
}

void talk_trace(struct talk *talk, struct strbuf *out)
{
	talk->trace = out;
}

const struct rubric *talk_rubric(const struct talk *talk)
{
	return talk->rubric;
}

int talk_weight(const struct talk *talk, enum principle principle)
{
	return talk->rubric->header->weights[talk->setting.kind][principle];
}

void talk_open_complaint(struct talk *talk)
{
	talk->memory.complaint_open = true;
	talk->memory.complained = true;
}

/* What a line of the client's does, by the rubric's patterns. */
static uint32_t read_client(const struct rubric *rubric,
			    const struct text *text, struct arena *arena)
{
	struct hits hits = rubric_hits(rubric, text, arena);
	uint32_t acts = 0;

	for (size_t i = 0; i < hits.nr; i++)
		if (RUBRIC_HIT_KIND(hits.hits[i].id) == RUBRIC_HIT_CLIENT &&
		    !hit_in_scope(&hits.hits[i], text, SCOPE_BIT(SCOPE_QUOTE)))
			acts |= CLIENT_BIT(RUBRIC_HIT_VALUE(hits.hits[i].id));
	for (uint32_t i = 0; i < text->nr_sentences; i++)
		if (text->sentences[i].question)
			acts |= CLIENT_BIT(CLIENT_QUESTION);
	if (acts & CLIENT_BIT(CLIENT_STATUS_QUERY))
		acts |= CLIENT_BIT(CLIENT_QUESTION);
	/* "I've sent the wrong one": nobody complains of oneself */
	if (acts & CLIENT_BIT(CLIENT_ADMISSION) &&
	    !(acts & (CLIENT_BIT(CLIENT_ACCUSATION) |
		      CLIENT_BIT(CLIENT_ANGER) | CLIENT_BIT(CLIENT_THREAT))))
		acts &= ~CLIENT_BIT(CLIENT_COMPLAINT);
	return acts;
}

/* What one more line of the client's adds: its acts and words. */
static void remember_client(struct talk *talk, uint32_t acts, uint32_t words)
{
	const uint32_t complaint = CLIENT_BIT(CLIENT_COMPLAINT) |
				   CLIENT_BIT(CLIENT_ACCUSATION);
	struct memory *memory = &talk->memory;
	/* who picks up the phone may well ask how things stand */
	bool greets = memory->opened && !memory->spoken;

	memory->client_words += words;
	if (!memory->spoken && !memory->opened)
		memory->client_first = true;
	if (acts & complaint) {
		memory->complaint_open = true;
		memory->complained = true;
	}
	if (acts & CLIENT_BIT(CLIENT_QUESTION)) {
		memory->asked++;
		memory->pending++;
	}
	if (acts & CLIENT_BIT(CLIENT_PROPOSAL))
		memory->proposals++;
	if ((acts & CLIENT_BIT(CLIENT_STATUS_QUERY)) && !memory->news_turn &&
	    !greets)
		memory->chased = true;
}

/*
 * What stands unanswered is one line: another line of the client's before
 * the answer adds to it.
 */
uint32_t talk_client(struct talk *talk, struct str line, uint32_t means)
{
	bool more = talk->client.spoken;
	uint32_t known = more ? talk->client.acts : 0;
	uint32_t words = more ? talk->client.text.nr_words : 0;
	struct str all = line;
	uint32_t acts;

	if (!str_trim(line).len)
		return 0;
	if (more)
		all = arena_printf(talk->arena, STR_FMT " " STR_FMT,
				   STR_ARG(talk->client.text.source),
				   STR_ARG(line));
	else
		all = arena_str(talk->arena, line);
	talk->client.text = rubric_read(talk->rubric, all, NULL, talk->arena);
	acts = read_client(talk->rubric, &talk->client.text, talk->arena);
	if (means)
		acts = means | known;
	talk->client.acts = acts;
	talk->client.spoken = true;
	remember_client(talk, acts & ~known,
			talk->client.text.nr_words - words);
	return acts;
}

static enum stage stage_of(const struct talk *talk, const struct said *said)
{
	const uint32_t open = CLIENT_BIT(CLIENT_QUESTION) |
			      CLIENT_BIT(CLIENT_COMPLAINT) |
			      CLIENT_BIT(CLIENT_REQUEST);

	if (said->stage != STAGE_NONE)
		return said->stage;
	if (talk->memory.spoken == 0)
		return STAGE_OPENING;
	if (talk->memory.spoken >= 3 && talk->client.spoken &&
	    (talk->client.acts & CLIENT_BIT(CLIENT_THANKS)) &&
	    !(talk->client.acts & open))
		return STAGE_CLOSING;
	return STAGE_MIDDLE;
}

static struct str commitment_quote(const struct text *text)
{
	uint32_t first, end;

	if (!text_commitments(text, &first, &end))
		return STR("");
	return str_slice(text->source, text->words[first].start,
			 text->words[end - 1].end);
}

static void quote_passages(const struct text *text, struct verdict *verdict)
{
	for (size_t i = 0; i < verdict->nr_findings; i++) {
		struct finding *f = &verdict->findings[i];

		f->passage = f->raw > 0 ? text_passage(text, f->start, f->end)
					: f->quote;
	}
}

struct verdict *talk_judge(const struct talk *talk, const struct said *said,
			   struct arena *arena)
{
	struct verdict *verdict = ARENA_NEW(arena, struct verdict);
	static const struct text nothing;
	struct arena scratch = { 0 };
	const struct text *text = said->text ? said->text : &nothing;
	struct moment moment = {
		.rubric = talk->rubric,
		.setting = &talk->setting,
		.memory = &talk->memory,
		.client = &talk->client,
		.said = said,
		.text = text,
		.stage = stage_of(talk, said),
		.news = moment_news(&talk->setting, &talk->memory),
		.arena = arena,
		.scratch = &scratch,
		.trace = talk->trace,
	};

	moment.measured = ARENA_ARRAY(&scratch, struct measured,
				      (size_t)measure_terms.nr);
	if (text->nr_words)
		moment.hits = rubric_hits(talk->rubric, text, &scratch);
	moment_find(&moment, verdict);
	quote_passages(text, verdict);
	moment_score(&moment, verdict);
	verdict->client_acts = talk->client.spoken ? talk->client.acts : 0;
	verdict->commitment = commitment_quote(text);
	verdict->slots = slots_of(text);
	verdict->slots.news = said->news;
	verdict->slots.good = said->good;
	verdict->slots.scripted = talk->setting.scripted;
	arena_release(&scratch);
	return verdict;
}

static bool showed(const struct verdict *verdict, enum behaviour behaviour)
{
	return (verdict->behaviours & BEHAVIOUR_BIT(behaviour)) != 0;
}

static void remember_news(struct talk *talk, const struct said *said,
			  const struct verdict *verdict)
{
	struct memory *memory = &talk->memory;
	bool told = talk->setting.scripted ?
			    (said->told & talk->setting.must) != 0 :
			    showed(verdict, BEHAVIOUR_NEWS);

	memory->told |= said->told;
	if (!told || memory->news_turn)
		return;
	memory->news_told = true;
	memory->news_turn = memory->spoken;
	memory->news_channel = said->channel;
}

static void remember_answers(struct memory *memory, const struct client_line *
			     client, const struct verdict *verdict)
{
	bool asked = client->spoken &&
		     (client->acts & CLIENT_BIT(CLIENT_QUESTION));

	if (!asked)
		return;
	/* what no rule calls a dodge counts as answered */
	if (showed(verdict, BEHAVIOUR_DODGE) ||
	    showed(verdict, BEHAVIOUR_EVADE))
		memory->unanswered += memory->pending;
	memory->pending = 0;
}

static void remember_conduct(struct memory *memory,
			     const struct verdict *verdict)
{
	memory->behaviours |= verdict->behaviours;
	if (showed(verdict, BEHAVIOUR_OWNERSHIP))
		memory->complaint_open = false;
	if (showed(verdict, BEHAVIOUR_NEXT_STEP) ||
	    showed(verdict, BEHAVIOUR_DATED_COMMITMENT))
		memory->planned = true;
	memory->questions += showed(verdict, BEHAVIOUR_QUESTION) ||
			     showed(verdict, BEHAVIOUR_OPEN_QUESTION) ||
			     showed(verdict, BEHAVIOUR_CLARIFICATION);
	memory->reflections += showed(verdict, BEHAVIOUR_REFLECTION);
	memory->proposals_taken += showed(verdict, BEHAVIOUR_BUILDS_ON_IDEA) &&
				   memory->proposals_taken < memory->proposals;
	if (verdict->commitment.len)
		memory->dated_turn = memory->spoken;
	if (memory->slip_turn && (showed(verdict, BEHAVIOUR_OWNERSHIP) ||
				  showed(verdict, BEHAVIOUR_APOLOGY)))
		memory->repaired = true;
	if (verdict->gate >= 0) {
		memory->slip_turn = memory->turns;
		memory->repaired = false;
	}
}

const struct verdict *talk_say(struct talk *talk, const struct said *said)
{
	struct verdict *verdict = talk_judge(talk, said, talk->arena);
	struct memory *memory = &talk->memory;

	memory->turns++;
	memory->turns_scored += verdict->scored;
	if (said->act == ACT_NONE) {
		memory->spoken++;
		memory->my_words += said->text ? said->text->nr_words : 0;
		remember_news(talk, said, verdict);
		remember_answers(memory, &talk->client, verdict);
		remember_conduct(memory, verdict);
		order_note(memory, talk->rubric, verdict);
		if (said->text)
			promises_note(&memory->promises, said->text,
				      &talk->client);
		talk->client.spoken = false;
	} else if (said->act == ACT_CALL || said->act == ACT_MEET) {
		memory->opened |= talk->setting.kind != KIND_COMPLAINT &&
				  !memory->client_first;
	}
	talk->verdicts = arena_grow(talk->arena, talk->verdicts,
				    talk->nr_verdicts, &talk->alloc_verdicts,
				    sizeof(*talk->verdicts));
	talk->verdicts[talk->nr_verdicts++] = verdict;
	return verdict;
}

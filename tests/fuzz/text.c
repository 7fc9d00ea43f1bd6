/*
 * A conversation judged by the shipped rubric: one turn a line, the client's
 * begin with a dash. The first two bytes say in what setting.
 */
#include "fuzz.h"
#include "rehearse/talk.h"

static void check_words(const struct text *text)
{
	uint32_t before = 0;

	for (uint32_t i = 0; i < text->nr_words; i++) {
		const struct word *word = &text->words[i];

		/* the words of a contraction share their bytes */
		must(word->start >= before && word->start <= word->end &&
		     word->end <= text->source.len, "words stand in order");
		must(fuzz_is_border(text->source, word->start) &&
		     fuzz_is_border(text->source, word->end),
		     "words are whole characters");
		must(word->sentence < text->nr_sentences &&
		     word->clause < text->nr_clauses, "a word has its clause");
		before = word->start;
	}
}

static void check_sentences(const struct text *text)
{
	uint32_t word = 0, clause = 0;

	for (uint32_t i = 0; i < text->nr_sentences; i++) {
		const struct sentence *sentence = &text->sentences[i];

		must(sentence->first == word && sentence->end > word,
		     "sentences part the words");
		must(sentence->first_clause == clause &&
		     sentence->end_clause > clause,
		     "sentences part the clauses");
		word = sentence->end;
		clause = sentence->end_clause;
	}
	must(word == text->nr_words && clause == text->nr_clauses,
	     "sentences part the whole");
}

static void check_clauses(const struct text *text)
{
	uint32_t word = 0;

	for (uint32_t i = 0; i < text->nr_clauses; i++) {
		const struct clause *clause = &text->clauses[i];

		must(clause->first == word && clause->end > word &&
		     clause->end <= text->nr_words, "clauses part the words");
		for (; word < clause->end; word++)
			must(text->words[word].clause == i &&
			     text->words[word].sentence == clause->sentence,
			     "a word knows its clause");
		must(clause->subject_at <= clause->end &&
		     clause->verb_at <= clause->end,
		     "subject and verb are the clause's");
	}
	must(word == text->nr_words, "clauses part all words");
	for (uint32_t i = 0; i < text->nr_scopes; i++)
		must(text->scopes[i].first < text->scopes[i].end &&
		     text->scopes[i].end <= text->nr_words &&
		     text->scopes[i].opener <= text->nr_words,
		     "scopes are words of the text");
}

static void check_findings(const struct rubric *rubric, struct str source,
			   const struct verdict *verdict)
{
	for (size_t i = 0; i < verdict->nr_findings; i++) {
		const struct finding *finding = &verdict->findings[i];

		must(finding->rule >= 0 && (uint32_t)finding->rule <
		     rubric->header->nr_rules, "a finding has a rule");
		must(finding->start <= finding->end &&
		     fuzz_is_border(source, finding->start) &&
		     fuzz_is_border(source, finding->end),
		     "a finding is whole characters of the turn");
		must(str_equal(finding->quote,
			       str_slice(source, finding->start,
					 finding->end)),
		     "a finding quotes its bytes");
	}
}

static int sum_of(const struct verdict *verdict, int principle)
{
	int sum = 0;

	for (size_t i = 0; i < verdict->nr_lines; i++)
		if (verdict->lines[i].principle == principle)
			sum += verdict->lines[i].points;
	return sum < 0 ? 0 : sum > 100 ? 100 : sum;
}

static void check_receipt(const struct talk *talk,
			  const struct verdict *verdict)
{
	int sum = 0, weights = 0, gate = 0;

	for (int p = 0; p < PRINCIPLE_NR; p++) {
		int weight = talk_weight(talk, (enum principle)p);

		if (verdict->principles[p] == SCORE_NONE)
			continue;
		must(sum_of(verdict, p) == verdict->principles[p],
		     "a principle is the sum of its lines");
		sum += weight * verdict->principles[p];
		weights += weight;
	}
	must(verdict->scored == (weights > 0), "scored when a principle is");
	if (!verdict->scored)
		return;
	for (size_t i = 0; i < verdict->nr_lines; i++)
		if (verdict->lines[i].kind == LINE_GATE)
			gate += verdict->lines[i].points;
	must((2 * sum + weights) / (2 * weights) == verdict->ungated,
	     "a turn is the mean of its principles");
	must(verdict->ungated + gate == verdict->score && gate <= 0,
	     "a gate takes what it says");
	must(verdict->score >= 0 && verdict->score <= 100, "0..100");
}

static void say(struct talk *talk, struct str line, enum channel channel,
		struct arena *arena)
{
	const struct rubric *rubric = talk_rubric(talk);
	struct text text = rubric_read(rubric, line, NULL, arena);
	const struct said said = {
		.text = &text,
		.channel = channel,
		.stage = STAGE_NONE,
		.act = ACT_NONE,
	};
	const struct verdict *draft = talk_judge(talk, &said, arena);
	const struct verdict *verdict = talk_say(talk, &said);

	check_words(&text);
	check_sentences(&text);
	check_clauses(&text);
	must(draft->score == verdict->score &&
	     draft->nr_lines == verdict->nr_lines,
	     "a draft is judged as what is said");
	check_findings(rubric, line, verdict);
	check_receipt(talk, verdict);
	for (size_t i = 0; i < verdict->nr_findings; i++)
		finding_rewrite(rubric, &verdict->findings[i],
				&verdict->slots, arena);
}

static void check_summary(const struct talk *talk, struct arena *arena)
{
	struct summary summary = talk_summary(talk, arena);

	must(!summary.scored ||
	     (summary.score >= 0 && summary.score <= 100), "0..100");
	for (int p = 0; p < PRINCIPLE_NR; p++)
		must(summary.principles[p] == SCORE_NONE ||
		     (summary.principles[p] >= 0 &&
		      summary.principles[p] <= 100), "0..100");
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t nr)
{
	const struct rubric rubric = fuzz_rubric();
	struct talk_setting setting = { 0 };
	struct arena arena = { 0 };
	struct str rest, line;
	enum channel channel;
	struct talk *talk;

	if (nr < 2 || nr > (64 << 10))
		return -1;
	setting.kind = (enum kind)(bytes[0] % KIND_NR);
	setting.fault = (enum fault)(bytes[0] / KIND_NR % FAULT_NR);
	channel = (enum channel)(bytes[1] % CHANNEL_NR);
	rest = fuzz_bytes(bytes + 2, nr - 2);
	if (utf8_check(rest) < rest.len)
		return -1;
	talk = talk_new(&arena, &rubric, &setting);
	while (str_cut(&rest, '\n', &line)) {
		if (str_starts_with(line, STR("-")))
			talk_client(talk, str_slice(line, 1, line.len), 0);
		else
			say(talk, line, channel, &arena);
	}
	check_summary(talk, &arena);
	arena_release(&arena);
	return 0;
}

/*
 * The writer of transcripts. Every event is one document, appended to a
 * buffer; who puts the buffer on a disk is play.c's business. A JSON string
 * with its escapes is a double-quoted scalar of YAML on one line.
 */
#include "rehearse/transcript.h"

#include <inttypes.h>

#include "rehearse/json.h"
#include "rehearse/utf8.h"

static const char *const event_names[] = {
	"header", "turn", "undo", "waive", "note", "reflect", "result",
};
_Static_assert(ARRAY_LEN(event_names) == EVENT_NR, "names");
const struct terms event_terms = {
	.what = "an event",
	.names = event_names,
	.nr = EVENT_NR,
};

void transcript_release(struct transcript *transcript)
{
	strbuf_release(&transcript->bytes);
	*transcript = (struct transcript){ 0 };
}

static void add_field(struct strbuf *out, const char *key, struct str text)
{
	strbuf_addf(out, "%s: ", key);
	json_quote(out, text);
	strbuf_addc(out, '\n');
}

static void add_texts(struct strbuf *out, const char *key,
		      const struct str *texts, size_t nr)
{
	strbuf_addf(out, "%s: [", key);
	for (size_t i = 0; i < nr; i++) {
		if (i)
			strbuf_add(out, STR(", "));
		json_quote(out, texts[i]);
	}
	strbuf_add(out, STR("]\n"));
}

/* A name that a plain scalar holds as it is; anything else in quotes. */
static void add_name(struct strbuf *out, struct str name)
{
	bool plain = name.len && name.ptr[0] >= 'a' && name.ptr[0] <= 'z';

	for (size_t i = 0; i < name.len && plain; i++) {
		char c = name.ptr[i];

		plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
			c == '_' || c == '-' || c == '.';
	}
	if (plain)
		strbuf_add(out, name);
	else
		json_quote(out, name);
}

static void add_name_field(struct strbuf *out, const char *key,
			   struct str name)
{
	strbuf_addf(out, "%s: ", key);
	add_name(out, name);
	strbuf_addc(out, '\n');
}

static void add_score(struct strbuf *out, int score)
{
	if (score == SCORE_NONE)
		strbuf_addc(out, '~');
	else
		strbuf_addf(out, "%d", score);
}

static void add_scores(struct strbuf *out, int score, const int *principles)
{
	strbuf_add(out, STR("score: "));
	add_score(out, score);
	strbuf_add(out, STR("\nprinciples: {"));
	for (int i = 0; i < PRINCIPLE_NR; i++) {
		strbuf_addf(out, "%s%s: ", i ? ", " : "",
			    principle_terms.names[i]);
		add_score(out, principles[i]);
	}
	strbuf_add(out, STR("}\n"));
}

static struct strbuf *begin(struct transcript *transcript,
			    enum event_kind kind)
{
	strbuf_addf(&transcript->bytes, "---\nevent: %s\n", event_names[kind]);
	return &transcript->bytes;
}

static void end(struct transcript *transcript)
{
	struct strbuf *out = &transcript->bytes;
	char hex[65];

	if (!transcript->hashed)
		sha256_init(&transcript->sha);
	sha256_add(&transcript->sha, str_slice(strbuf_str(out),
					       transcript->hashed, out->len));
	transcript->hashed = out->len;
	sha256_hex(&transcript->sha, hex);
	strbuf_addf(out, "sum: %.16s\n...\n", hex);
}

static void add_fills(struct strbuf *out,
		      const struct transcript_header *header)
{
	strbuf_add(out, STR("fill: {"));
	for (size_t i = 0; i < header->nr_fills; i++) {
		if (i)
			strbuf_add(out, STR(", "));
		add_name(out, header->fills[i].name);
		strbuf_add(out, STR(": "));
		json_quote(out, header->fills[i].value);
	}
	strbuf_add(out, STR("}\n"));
}

void transcript_header(struct transcript *transcript,
		       const struct transcript_header *header)
{
	struct strbuf *out = begin(transcript, EVENT_HEADER);

	strbuf_addf(out, "format: rehearse/transcript 1\nengine: " STR_FMT
		    "\nscenario: {id: ", STR_ARG(header->engine));
	add_name(out, header->scenario);
	strbuf_add(out, STR(", hash: "));
	json_quote(out, header->scenario_hash);
	strbuf_add(out, STR("}\nrubric: {id: "));
	add_name(out, header->rubric);
	strbuf_addf(out, ", version: %u, hash: ", header->rubric_version);
	json_quote(out, header->rubric_hash);
	strbuf_addf(out, "}\nseed: %" PRIu64 "\nlevel: %s\nexam: %s\n",
		    header->seed, level_terms.names[header->level],
		    header->exam ? "true" : "false");
	if (header->start.len)
		add_name_field(out, "start", header->start);
	if (header->nr_fills)
		add_fills(out, header);
	if (header->nr_prepared)
		add_texts(out, "prepared", header->prepared,
			  header->nr_prepared);
	if (header->when.len)
		strbuf_addf(out, "when: " STR_FMT "\n",
			    STR_ARG(header->when));
	end(transcript);
}

static void add_findings(struct strbuf *out, const struct verdict *verdict,
			 const struct rubric *rubric)
{
	if (!verdict->nr_findings) {
		strbuf_add(out, STR("findings: []\n"));
		return;
	}
	strbuf_add(out, STR("findings:\n"));
	for (size_t i = 0; i < verdict->nr_findings; i++) {
		const struct finding *finding = &verdict->findings[i];

		strbuf_add(out, STR("  - {rule: "));
		add_name(out, rubric_string(rubric,
					    rubric->rules[finding->rule].id));
		strbuf_addf(out, ", points: %d, start: %" PRIu32 ", end: %"
			    PRIu32 "}\n", finding->points, finding->start,
			    finding->end);
	}
}

/* A line of a scenario has no limit of its own, a document has. */
static struct str within_a_document(struct str text)
{
	text = str_slice(text, 0, TRANSCRIPT_MAX_DOCUMENT / 8);
	return str_slice(text, 0, utf8_whole(text));
}

/* The lines of one speaker; the narrator's go under a key of their own. */
static void add_heard(struct strbuf *out, const char *key,
		      const struct turn *turn, enum speaker speaker)
{
	size_t nr = 0;

	strbuf_addf(out, "%s: [", key);
	for (size_t i = 0; i < turn->nr_answer; i++) {
		if (turn->answer[i].speaker != speaker)
			continue;
		if (nr++)
			strbuf_add(out, STR(", "));
		json_quote(out, within_a_document(turn->answer[i].text));
	}
	strbuf_add(out, STR("]\n"));
}

static bool heard_narrator(const struct turn *turn)
{
	for (size_t i = 0; i < turn->nr_answer; i++)
		if (turn->answer[i].speaker == SPEAKER_NARRATOR)
			return true;
	return false;
}

void transcript_turn(struct transcript *transcript, const struct turn *turn,
		     const struct scenario *scenario,
		     const struct rubric *rubric, int64_t at)
{
	struct strbuf *out = begin(transcript, EVENT_TURN);

	strbuf_addf(out, "turn: %d\n", turn->number);
	if (at >= 0)
		strbuf_addf(out, "at: %" PRId64 "\n", at);
	add_name_field(out, "scene", scenario->scenes[turn->scene].id);
	if (turn->channel != CHANNEL_NONE)
		strbuf_addf(out, "channel: %s\n",
			    channel_terms.names[turn->channel]);
	if (turn->act != ACT_NONE)
		strbuf_addf(out, "act: %s\n", act_terms.names[turn->act]);
	else
		add_field(out, "said", turn->said);
	if (turn->picked)
		strbuf_addf(out, "picked: %d\n", turn->picked);
	add_scores(out, turn->verdict->scored ? turn->verdict->score :
		   SCORE_NONE, turn->verdict->principles);
	add_findings(out, turn->verdict, rubric);
	strbuf_addf(out, "mood: {trust: %d, patience: %d}\n", turn->trust,
		    turn->patience);
	if (heard_narrator(turn))
		add_heard(out, "narrator", turn, SPEAKER_NARRATOR);
	add_heard(out, "answer", turn, SPEAKER_CLIENT);
	end(transcript);
}

void transcript_undo(struct transcript *transcript, int turn)
{
	strbuf_addf(begin(transcript, EVENT_UNDO), "turn: %d\n", turn);
	end(transcript);
}

void transcript_waive(struct transcript *transcript, int turn,
		      struct str rule, struct str reason)
{
	struct strbuf *out = begin(transcript, EVENT_WAIVE);

	strbuf_addf(out, "turn: %d\n", turn);
	add_name_field(out, "rule", rule);
	add_field(out, "reason", reason);
	end(transcript);
}

void transcript_note(struct transcript *transcript, int turn,
		     struct str text)
{
	struct strbuf *out = begin(transcript, EVENT_NOTE);

	strbuf_addf(out, "turn: %d\n", turn);
	add_field(out, "text", text);
	end(transcript);
}

void transcript_reflect(struct transcript *transcript, struct str went_well,
			struct str differently)
{
	struct strbuf *out = begin(transcript, EVENT_REFLECT);

	add_field(out, "went_well", went_well);
	add_field(out, "differently", differently);
	end(transcript);
}

void transcript_result(struct transcript *transcript, struct str ending,
		       const struct summary *summary)
{
	struct strbuf *out = begin(transcript, EVENT_RESULT);

	if (ending.len)
		add_name_field(out, "ending", ending);
	else
		strbuf_add(out, STR("left: true\n"));
	add_scores(out, summary->scored ? summary->score : SCORE_NONE,
		   summary->principles);
	if (summary->scored)
		add_field(out, "band", terms_name(&band_terms,
						  summary->band));
	strbuf_addf(out, "turns: %u\nscored: %u\n", summary->turns,
		    summary->turns_scored);
	end(transcript);
}

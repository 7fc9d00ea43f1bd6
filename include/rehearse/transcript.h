/*
 * A conversation written down and read back: `format: rehearse/transcript 1`,
 * a stream of YAML documents, one an event.
 *
 * A document begins with a line `---` and ends with a line `...`, which is
 * its commit mark: a document without one was torn and does not count,
 * wherever it stands. Text stands in double quotes on one line, with JSON's
 * escapes, so these two lines never occur inside of a document. `sum` is the
 * beginning of the SHA-256 of every byte of the file before its line: it
 * shows damage and edits, not who typed.
 *
 * Layer: io. The writer is pure: text into a buffer.
 */
#ifndef REHEARSE_TRANSCRIPT_H
#define REHEARSE_TRANSCRIPT_H

#include "rehearse/load.h"
#include "rehearse/session.h"
#include "rehearse/sha256.h"

enum transcript_limit {
	TRANSCRIPT_MAX_DOCUMENT = 64 << 10, /* bytes */
	TRANSCRIPT_MAX_EVENTS = 10000,
};

enum event_kind {
	EVENT_HEADER,
	EVENT_TURN,
	EVENT_UNDO,
	EVENT_WAIVE,
	EVENT_NOTE,
	EVENT_REFLECT,
	EVENT_RESULT,
	EVENT_NR,
};
extern const struct terms event_terms;

/* Under what conditions a rehearsal was played. */
struct transcript_header {
	struct str engine;
	struct str scenario, scenario_hash;
	struct str rubric, rubric_hash;
	unsigned rubric_version;
	uint64_t seed;
	enum level level;
	bool exam;
	struct str start; /* a scene; empty: the scenario's own start */
	const struct fill_choice *fills;
	size_t nr_fills;
	const struct str *prepared;
	size_t nr_prepared;
	struct str when; /* empty: no clock */
};

/* ---- writing ----------------------------------------------------------- */

/* Zeroed is an empty transcript. */
struct transcript {
	struct strbuf bytes;
	struct sha256 sha; /* of the first `hashed` bytes */
	size_t hashed;
};

void transcript_release(struct transcript *transcript);

void transcript_header(struct transcript *transcript,
		       const struct transcript_header *header);
/* at: whole seconds since the header; -1: no clock. */
void transcript_turn(struct transcript *transcript, const struct turn *turn,
		     const struct scenario *scenario,
		     const struct rubric *rubric, int64_t at);
void transcript_undo(struct transcript *transcript, int turn);
void transcript_waive(struct transcript *transcript, int turn,
		      struct str rule, struct str reason);
void transcript_note(struct transcript *transcript, int turn,
		     struct str text);
void transcript_reflect(struct transcript *transcript, struct str went_well,
			struct str differently);
/* ending: empty when the conversation was left. */
void transcript_result(struct transcript *transcript, struct str ending,
		       const struct summary *summary);

/* ---- reading ----------------------------------------------------------- */

/* What a document says, without what is computed again. Which members count
 * depends on the kind. */
struct event {
	enum event_kind kind;
	unsigned line;     /* of its `---` */
	size_t start, end; /* its bytes, from `---` to behind `...` */
	int turn;
	/* turn */
	int64_t at; /* seconds since the header; -1: no clock */
	struct str said;
	enum channel channel;
	enum act act;
	int picked;
	struct str *answer; /* what the client said: for who cannot play it */
	size_t nr_answer;
	/* waive, note, reflect */
	struct str rule, reason, text, went_well, differently;
};

struct transcript_file {
	struct transcript_header header;
	size_t header_start, header_end; /* its bytes */
	struct event *events; /* the header is none of them */
	size_t nr_events;
	/* torn documents that do not count, and the line of the first */
	unsigned dropped, dropped_line;
	/* the first document whose sum is not that of the bytes before it:
	 * the file was changed after it was written; 0: none */
	unsigned changed_line;
};

/* Do the bytes begin as a transcript of ours does? */
bool transcript_is_one(struct str bytes);

/*
 * Everything lives in the arena; `path` is for messages (borrowed). Fails at
 * the first committed document that is not as the format says.
 */
bool transcript_read(struct arena *arena, struct str path, struct str bytes,
		     struct transcript_file *file, struct error *err);

/* The turns that were not taken back. */
const struct event **transcript_standing(const struct transcript_file *file,
					 struct arena *arena, size_t *nr);

#endif

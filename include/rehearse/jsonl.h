/*
 * The filter: JSON lines in, scored JSON lines out, one for one and in
 * order. README.md, "The filter", is the contract. Every line stands alone,
 * nothing but the line and the rubric decides what comes out, and memory is
 * bounded by the longest line.
 *
 * Layer: io.
 */
#ifndef REHEARSE_JSONL_H
#define REHEARSE_JSONL_H

#include "rehearse/calibrate.h"
#include "rehearse/error.h"
#include "rehearse/rubric.h"

enum { JSONL_MAX_LINE = 64 << 10 }; /* bytes, without the line feed */

/*
 * One record: appends its object and a line feed. False when that is an
 * error object. What lives in the scratch arena may be cleared afterwards.
 */
bool jsonl_record(const struct rubric *rubric, struct str line,
		  struct arena *scratch, struct strbuf *out);

/*
 * One labelled turn for a calibration: a record with `expect` and `forbid`,
 * lists of rules or behaviours (README.md, "Calibrating"). False when it is
 * a bad record.
 */
bool jsonl_labelled(struct calibration *calibration, struct str line,
		    unsigned number, struct arena *scratch, struct error *err);

/*
 * The object that stands in the place of a bad record. id.ptr NULL: null. It
 * names no line: it stands where the record stood, and a part of a file has
 * to give the same bytes as the whole.
 */
void jsonl_error(struct str id, const char *message, struct strbuf *out);

/* A stream of records, read piece by piece. */
struct jsonl {
	const struct rubric *rubric;
	int fd; /* -1: none */
	struct strbuf line; /* read and not ended yet */
	struct arena scratch;
	bool too_long; /* the rest of the line is skipped */
	unsigned bad;  /* error objects so far */
	/* not NULL: takes the line in place of judging it (jsonl_jobs) */
	void (*pass_on)(struct jsonl *jsonl, struct strbuf *out);
};

void jsonl_init(struct jsonl *jsonl, const struct rubric *rubric);

/* Opens the input: a regular file of any length, or "-". */
bool jsonl_open(struct jsonl *jsonl, struct str path, struct error *err);

/*
 * Reads the next piece and appends the objects of the lines it ends. *more
 * is false at the end of the input. Fails when reading does.
 */
bool jsonl_step(struct jsonl *jsonl, struct strbuf *out, bool *more,
		struct error *err);

/* The same for bytes that were read already, all there are. */
void jsonl_take(struct jsonl *jsonl, struct str bytes, struct strbuf *out);

/*
 * The whole input by several processes side by side: blocks of lines are
 * dealt out in turn, and `take` gets the objects in the order of the lines;
 * it returns false to stop. The same bytes come out as of one process, only
 * not line by line. Fails when reading does or a process is lost.
 */
enum { JSONL_MAX_JOBS = 64 };
bool jsonl_jobs(struct jsonl *jsonl, unsigned jobs,
		bool (*take)(void *data, struct strbuf *out), void *data,
		struct error *err);

void jsonl_release(struct jsonl *jsonl);

#endif

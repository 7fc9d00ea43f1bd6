/*
 * Examples: of a behaviour the sentence that earned most, of a slip the one
 * that cost most and can be mended. Nobody is named.
 */
#include "group_parts.h"

enum {
	SENTENCE_MIN = 30, /* bytes: a shorter one takes its neighbour along */
	SENTENCE_MAX = 300,
};

static bool ends_sentence(struct str text, size_t at)
{
	char c = text.ptr[at];

	if (c == '\n')
		return true;
	return (c == '.' || c == '!' || c == '?') &&
	       (at + 1 == text.len || text.ptr[at + 1] == ' ' ||
		text.ptr[at + 1] == '\n');
}

static size_t sentence_start(struct str text, size_t at)
{
	while (at && !ends_sentence(text, at - 1))
		at--;
	return at;
}

static size_t sentence_end(struct str text, size_t at)
{
	while (at < text.len && !ends_sentence(text, at - 1))
		at++;
	return at;
}

/* The sentences that hold the bytes start..end, end being behind start. "My
 * fault." says little by itself. */
static struct str sentence_around(struct str text, size_t start, size_t end)
{
	start = sentence_start(text, start);
	end = sentence_end(text, end);
	if (end - start < SENTENCE_MIN && start > 1)
		start = sentence_start(text, start - 2);
	else if (end - start < SENTENCE_MIN && end + 2 < text.len)
		end = sentence_end(text, end + 2);
	return str_trim(str_slice(text, start, end));
}

/* Findings without words of their own rest on the turn as a whole. */
static struct str sentence_of(const struct sight *sight)
{
	struct str text = sight->line->text;
	struct str sentence = sight->finding->end ?
		sentence_around(text, sight->finding->start,
				sight->finding->end) : str_trim(text);

	return sentence.len <= SENTENCE_MAX ? sentence : STR("");
}

/* Does a slip stand in what is to be held up? */
static bool has_slip(const struct group *group, const struct sight *of,
		     struct str sentence)
{
	size_t start = (size_t)(sentence.ptr - of->line->text.ptr);
	size_t end = start + sentence.len;

	for (size_t i = 0; i < group->nr_sights; i++) {
		const struct sight *sight = &group->sights[i];

		if (sight->line == of->line && sight->kind == SIGHT_SLIP &&
		    (!sight->finding->end || (sight->finding->start < end &&
					      start < sight->finding->end)))
			return true;
	}
	return false;
}

/* Worth holding up: words of a turn that did well. */
static bool is_good(const struct group *group, const struct sight *sight,
		    struct str sentence)
{
	enum { WORKABLE = 55 };
	const struct verdict *verdict = sight->line->verdict;

	return sight->finding->end && verdict->score >= WORKABLE &&
	       !has_slip(group, sight, sentence);
}

static bool is_quotable(const struct group *group, const struct sight *sight)
{
	struct str sentence;

	if (sight->line->act != ACT_NONE)
		return false;
	sentence = sentence_of(sight);
	if (!sentence.len)
		return false;
	return sight->kind == SIGHT_SLIP || is_good(group, sight, sentence);
}

/* More points first; then what counts more before it is capped. */
static bool says_more(const struct sight *a, const struct sight *b)
{
	int sign = a->kind == SIGHT_DONE ? 1 : -1;

	if (a->finding->points != b->finding->points)
		return sign * a->finding->points > sign * b->finding->points;
	return sign * a->finding->raw > sign * b->finding->raw;
}

static struct str mend(const struct group *group, const struct sight *sight)
{
	return group_without_names(group,
		finding_rewrite(talk_rubric(sight->report->talk),
				sight->finding, &sight->line->verdict->slots,
				group->arena));
}

bool group_example(const struct group *group, enum sight_kind kind, int what,
		   struct quotation *example)
{
	const struct sight *best = NULL;

	for (size_t i = 0; i < group->nr_sights; i++) {
		const struct sight *sight = &group->sights[i];

		if (sight->kind != kind || sight->what != what ||
		    (best && !says_more(sight, best)) ||
		    !is_quotable(group, sight))
			continue;
		best = sight;
	}
	if (!best)
		return false;
	*example = (struct quotation){
		.sight = best,
		.source = sentence_of(best),
		.sentence = group_without_names(group, sentence_of(best)),
	};
	if (kind == SIGHT_SLIP)
		example->rewrite = mend(group, best);
	return true;
}

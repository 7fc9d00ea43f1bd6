#include "recall.h"

#include <string.h>

enum { LINES_MOST = 1 << 14 }; /* then what is new is not remembered */

static bool same_word(const struct word *a, const struct word *b)
{
	return a->hash == b->hash && a->stem == b->stem &&
	       a->start == b->start && a->end == b->end &&
	       a->value == b->value && a->sentence == b->sentence &&
	       a->clause == b->clause && a->classes == b->classes &&
	       str_equal(a->key, b->key);
}

/* Slips may have been mended since, by the phrases of a scenario. */
static bool same_words(const struct text *a, const struct text *b)
{
	if (a->nr_words != b->nr_words)
		return false;
	for (uint32_t i = 0; i < a->nr_words; i++)
		if (!same_word(&a->words[i], &b->words[i]))
			return false;
	return true;
}

static struct recalled *find_line(const struct recall *recall, struct str line,
				  const struct text *known)
{
	int32_t i = index_find(&recall->index, str_hash(line));

	for (; i != INDEX_NONE; i = index_next(&recall->index, i))
		if (recall->lines[i].known == known &&
		    str_equal(recall->lines[i].text.source, line))
			return &recall->lines[i];
	return NULL;
}

static struct recalled *find_text(const struct recall *recall,
				  const struct text *text)
{
	int32_t i = index_find(&recall->index, str_hash(text->source));

	for (; i != INDEX_NONE; i = index_next(&recall->index, i))
		if (str_equal(recall->lines[i].text.source, text->source) &&
		    same_words(&recall->lines[i].text, text))
			return &recall->lines[i];
	return NULL;
}

static struct text read_line(const struct rubric *rubric, struct str line,
			     const struct text *known, struct arena *arena)
{
	struct text text = text_parse(arena, line);

	matcher_mend(&rubric->matcher, &rubric->spelling, known, &text, arena);
	return text;
}

/* A copy of an array; there may be nothing in it. */
static void *copy(struct arena *arena, const void *array, size_t nr,
		  size_t size)
{
	void *copied = arena_alloc(arena, nr, size);

	return nr ? memcpy(copied, array, nr * size) : copied;
}

/* Without what was needed on the way, a text takes little room. */
static struct text copy_text(struct arena *arena, const struct text *text)
{
	struct text copied = *text;

	copied.source = arena_str(arena, text->source);
	copied.words =
		copy(arena, text->words, text->nr_words, sizeof(*text->words));
	copied.sentences = copy(arena, text->sentences, text->nr_sentences,
				sizeof(*text->sentences));
	copied.clauses = copy(arena, text->clauses, text->nr_clauses,
			      sizeof(*text->clauses));
	copied.scopes = copy(arena, text->scopes, text->nr_scopes,
			     sizeof(*text->scopes));
	for (uint32_t i = 0; i < copied.nr_words; i++)
		copied.words[i].key = arena_str(arena, copied.words[i].key);
	return copied;
}

static void remember(struct recall *recall, const struct text *text,
		     const struct text *known)
{
	index_add(&recall->index, &recall->arena, str_hash(text->source));
	recall->lines = arena_grow(&recall->arena, recall->lines, recall->nr,
				   &recall->alloc, sizeof(*recall->lines));
	recall->lines[recall->nr++] = (struct recalled){
		.known = known,
		.text = copy_text(&recall->arena, text),
	};
}

/* Findings quote the caller's bytes, and slips are mended in its words. */
static struct text text_for(const struct recalled *recalled, struct str line,
			    struct arena *arena)
{
	struct text text = recalled->text;

	text.source = line;
	text.words =
		copy(arena, text.words, text.nr_words, sizeof(*text.words));
	return text;
}

struct text recall_read(const struct rubric *rubric, struct str line,
			const struct text *known, struct arena *arena)
{
	struct recall *recall = rubric->recall;
	const struct recalled *recalled =
		recall ? find_line(recall, line, known) : NULL;
	struct text text;

	if (recalled)
		return text_for(recalled, line, arena);
	text = read_line(rubric, line, known, arena);
	if (recall && recall->nr < LINES_MOST)
		remember(recall, &text, known);
	return text;
}

struct hits recall_hits(const struct rubric *rubric, const struct text *text,
			struct arena *arena)
{
	struct recall *recall = rubric->recall;
	struct recalled *recalled = recall ? find_text(recall, text) : NULL;
	struct hits hits;

	if (recalled && recalled->matched)
		return recalled->hits;
	hits = matcher_run(&rubric->matcher, text, arena);
	if (!recalled)
		return hits;
	recalled->matched = true;
	recalled->hits = (struct hits){
		.hits = copy(&recall->arena, hits.hits, hits.nr,
			     sizeof(*hits.hits)),
		.nr = hits.nr,
	};
	return hits;
}

void recall_release(struct recall *recall)
{
	arena_release(&recall->arena);
}

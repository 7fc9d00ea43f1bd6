/*
 * Whatever the matcher merges, shares and hides, it finds what the meaning of
 * patterns says: here they are read plainly, way by way and with all their
 * ways, over small sets of patterns and lines made at random.
 */
#include "matching.h"

enum { IDS = 3, PATTERNS = 8, WORDS = 16, ROUNDS = 1000 };

/* The best match of an id from each word to each. */
struct ways {
	struct hit best[IDS][WORDS][WORDS + 1]; /* end 0: none */
};

/* Nodes still to be matched, and what comes after them. */
struct rest {
	struct node *const *nodes;
	size_t nr;
	bool captured;
	const struct rest *next;
};

struct reader {
	const struct text *text;
	const struct pattern *pattern;
	uint32_t id;
	struct ways *ways;
};

/* A way so far. */
struct way {
	struct hit hit;
	bool in_gap; /* its last word was swallowed by one */
};

static bool begins_sentence(const struct text *text, uint32_t word)
{
	return !word ||
	       text->words[word].sentence != text->words[word - 1].sentence;
}

static bool begins_clause(const struct text *text, uint32_t word)
{
	return begins_sentence(text, word) ||
	       text->words[word].clause != text->words[word - 1].clause;
}

static bool is_better(const struct hit *a, const struct hit *b)
{
	if (!a->capture_end || !b->capture_end)
		return a->capture_end;
	if (a->capture_first != b->capture_first)
		return a->capture_first < b->capture_first;
	return a->capture_end < b->capture_end;
}

static void arrive(const struct reader *reader, const struct hit *hit)
{
	struct hit *best = &reader->ways->best[hit->id][hit->first][hit->end];

	if (hit->end == hit->first)
		return;
	if (reader->pattern->at_end && hit->end < reader->text->nr_words &&
	    !begins_sentence(reader->text, hit->end))
		return;
	if (!best->end || is_better(hit, best))
		*best = *hit;
}

/* Is there one more word in the sentence that may come next? */
static bool may_go_on(const struct reader *reader, const struct way *way)
{
	uint32_t word = way->hit.end;

	if (word == reader->text->nr_words)
		return false;
	if (word > way->hit.first && begins_sentence(reader->text, word))
		return false;
	return !way->in_gap || !begins_clause(reader->text, word);
}

static bool takes(const struct node *node, const struct word *word)
{
	switch (node->kind) {
	case NODE_WORD:
		return str_equal(word->key, node->key);
	case NODE_PREFIX:
		return str_starts_with(word->key, node->key);
	case NODE_CLASS:
		return word->classes & node->value;
	case NODE_GAP:
		return !(word->classes & WORD_NEGATOR);
	default:
		return node->kind == NODE_ANY;
	}
}

/* One word further, if the node takes it. */
static bool step(const struct reader *reader, struct way *way,
		 const struct node *node, bool captured)
{
	struct hit *hit = &way->hit;

	if (!may_go_on(reader, way) ||
	    !takes(node, &reader->text->words[hit->end]))
		return false;
	if (node->kind == NODE_GAP && begins_clause(reader->text, hit->end))
		return false;
	way->in_gap = node->kind == NODE_GAP;
	if (captured && !hit->capture_end)
		hit->capture_first = hit->end;
	hit->end++;
	if (captured)
		hit->capture_end = hit->end;
	return true;
}

static void read_rest(const struct reader *reader, struct way way,
		      const struct rest *rest);

static void read_node(const struct reader *reader, struct way way,
		      const struct node *node, const struct rest *rest)
{
	struct rest inner = { node->kids, node->nr_kids, rest->captured, rest };

	switch (node->kind) {
	case NODE_CAPTURE:
		inner.captured = true;
		__attribute__((fallthrough));
	case NODE_SEQUENCE:
		read_rest(reader, way, &inner);
		return;
	case NODE_OPTIONAL:
		read_rest(reader, way, rest);
		__attribute__((fallthrough));
	case NODE_CHOICE:
		inner.nr = 1;
		for (size_t i = 0; i < node->nr_kids; i++, inner.nodes++)
			read_rest(reader, way, &inner);
		return;
	case NODE_CLASS:
		if (!step(reader, &way, node, rest->captured))
			return;
		while (step(reader, &way, node, rest->captured))
			;
		read_rest(reader, way, rest);
		return;
	case NODE_GAP:
		read_rest(reader, way, rest);
		for (uint32_t i = 0; i < node->value; i++) {
			if (!step(reader, &way, node, rest->captured))
				return;
			read_rest(reader, way, rest);
		}
		return;
	default:
		if (step(reader, &way, node, rest->captured))
			read_rest(reader, way, rest);
	}
}

static void read_rest(const struct reader *reader, struct way way,
		      const struct rest *rest)
{
	struct rest behind;

	while (rest && !rest->nr)
		rest = rest->next;
	if (!rest) {
		arrive(reader, &way.hit);
		return;
	}
	behind = (struct rest){ rest->nodes + 1, rest->nr - 1, rest->captured,
				rest->next };
	read_node(reader, way, *rest->nodes, &behind);
}

static void read_pattern(const struct text *text,
			 const struct pattern *pattern, uint32_t id,
			 struct ways *ways)
{
	const struct reader reader = { text, pattern, id, ways };
	const struct rest nothing = { 0 };

	for (uint32_t word = 0; word < text->nr_words; word++) {
		struct way way = {
			.hit = { .id = id, .first = word, .end = word },
		};

		if (!pattern->at_start || begins_sentence(text, word))
			read_node(&reader, way, pattern->root, &nothing);
	}
}

/* The leftmost, then the longest; then on behind it. */
static size_t settle(const struct ways *ways, uint32_t nr_words,
		     struct hit *hits)
{
	size_t nr = 0;

	for (uint32_t id = 0; id < IDS; id++)
		for (uint32_t word = 0; word < nr_words;) {
			uint32_t end = nr_words;

			while (end > word && !ways->best[id][word][end].end)
				end--;
			if (end > word)
				hits[nr++] = ways->best[id][word][end];
			word = end > word ? end : word + 1;
		}
	return nr;
}

/* ---- at random ---------------------------------------------------------- */

static uint32_t draw(uint32_t *chance, uint32_t nr)
{
	*chance = *chance * 1664525u + 1013904223u;
	return (*chance >> 16) % nr;
}

/* The long list is not worth merging, the short ones are. */
static struct str random_pattern(struct arena *arena, uint32_t *chance)
{
	static const char *const elements[] = {
		"a", "b", "c", "(a|b c)", "(c)?", "_", "..", "(a b|b)?", "a*",
		"<number>", "<when>", "(a|b)?", "(<number>|d)?",
		"(a|b|d|e|f|g|h|i|j|k|l|m|n|o|p|q|r|s|t|u|v|w|x|y|z)",
		"(b|c|d|e|f|g|h|i|j|k|l|m|n|o|p|q|r|s|t|u|v|w|x|y|z)?",
	};
	static const char *const firsts[] = {
		"a", "b", "_", "(a)? b", "(a|b|c)", "(d a|(a)? b)", "^ a",
	};
	static const char *const captures[] = {
		"<it: _ ..>", "<it: ..>", "<it: (a|b)>", "<it: <when>>",
		"(<it: a>|b)?",
	};
	struct strbuf out = { 0 };
	struct str made;
	uint32_t captured = draw(chance, 6);

	strbuf_addf(&out, "%s", firsts[draw(chance, ARRAY_LEN(firsts))]);
	for (uint32_t i = 0; i < 3; i++)
		strbuf_addf(&out, " %s",
			    i == captured
				    ? captures[draw(chance,
						    ARRAY_LEN(captures))]
				    : elements[draw(chance,
						    ARRAY_LEN(elements))]);
	strbuf_addf(&out, "%s", draw(chance, 8) ? "" : " $");
	made = arena_str(arena, strbuf_str(&out));
	strbuf_release(&out);
	return made;
}

static struct str random_line(struct arena *arena, uint32_t *chance)
{
	static const char *const words[] = {
		"a", "b", "c", "a", "b", "ab", "d", "1/n", "e/w", "4/nw",
		",", "not/!", ".",
	};
	struct strbuf out = { 0 };
	struct str made;

	strbuf_addf(&out, "a");
	for (int i = 1; i < WORDS; i++)
		strbuf_addf(&out, " %s", words[draw(chance, ARRAY_LEN(words))]);
	made = arena_str(arena, strbuf_str(&out));
	strbuf_release(&out);
	return made;
}

static void compare_with_plain_reading(struct arena *arena, uint32_t *chance)
{
	struct matcher_builder *builder = matcher_builder_new(arena);
	struct ways *ways = ARENA_NEW(arena, struct ways);
	struct str line = random_line(arena, chance);
	struct text text = say(arena, line.ptr);
	struct hit expected[IDS * WORDS];
	struct str sources[PATTERNS];
	struct matcher matcher;
	struct hits hits;
	size_t nr;

	for (uint32_t i = 0; i < PATTERNS; i++) {
		struct pattern pattern;

		sources[i] = random_pattern(arena, chance);
		pattern = parse(arena, sources[i].ptr);
		matcher_add(builder, &pattern, i % IDS);
		read_pattern(&text, &pattern, i % IDS, ways);
	}
	matcher = matcher_open(matcher_finish(builder, arena));
	hits = matcher_run(&matcher, &text, arena);
	nr = settle(ways, text.nr_words, expected);
	if (nr == hits.nr &&
	    (!nr || !memcmp(expected, hits.hits, nr * sizeof(*expected))))
		return;
	for (uint32_t i = 0; i < PATTERNS; i++)
		print_error("%u: %s\n", i % IDS, sources[i].ptr);
	for (size_t i = 0; i < nr; i++)
		print_error("%u: %u-%u\n", expected[i].id, expected[i].first,
			    expected[i].end);
	for (size_t i = 0; i < hits.nr; i++)
		print_error("not %u: %u-%u\n", hits.hits[i].id,
			    hits.hits[i].first, hits.hits[i].end);
	fail_msg("in \"%s\"", line.ptr);
}

static void test_hits_are_those_of_a_plain_reading(void **state)
{
	uint32_t chance = 7;

	(void)state;
	for (int i = 0; i < ROUNDS; i++) {
		struct arena arena = { 0 };

		compare_with_plain_reading(&arena, &chance);
		arena_release(&arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_hits_are_those_of_a_plain_reading),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/*
 * Patterns become states from the right to the left: what a state leads to
 * exists before it does, so that a state is known by its contents and equal
 * ends of patterns are one state. Equal beginnings are shared as well: the
 * elements of all patterns form a tree (struct step), and each step of it
 * becomes one state. A thousand patterns that begin with <we> therefore
 * cost one state under way when somebody says "we".
 */
#include "matcher_build.h"

enum { STEP_ANYWHERE, STEP_FIRST }; /* the tree's two roots */

/* After the steps from the root and `element`. */
struct step {
	const struct node *element;
	uint32_t parent;
	uint32_t kids, last_kid, sibling; /* 0: none; a root is no kid */
	uint32_t accepts;                 /* 0: none */
	uint32_t state;
};

struct accept_link {
	struct accept accept;
	uint32_t next; /* 0: none */
};

/* The state after a word of a class that more words of it may follow. */
struct loop {
	uint32_t symbol, next, state;
	bool captured;
};

static uint32_t step_new(struct matcher_builder *builder, uint32_t parent,
			 const struct node *element)
{
	uint32_t at = (uint32_t)builder->nr_steps;

	builder->steps =
		arena_grow(builder->arena, builder->steps, builder->nr_steps,
			   &builder->alloc_steps, sizeof(*builder->steps));
	builder->steps[builder->nr_steps++] = (struct step){
		.element = element,
		.parent = parent,
	};
	return at;
}

struct matcher_builder *matcher_builder_new(struct arena *arena)
{
	struct matcher_builder *builder =
		ARENA_NEW(arena, struct matcher_builder);

	builder->arena = arena;
	step_new(builder, 0, NULL);
	step_new(builder, 0, NULL);
	builder->accepts = arena_grow(arena, NULL, 0, &builder->alloc_accepts,
				      sizeof(*builder->accepts));
	builder->nr_accepts = 1; /* number 0 means none */
	return builder;
}

static uint32_t node_hash(const struct node *node, uint32_t hash)
{
	hash = index_mix(hash, node->kind);
	hash = index_mix(hash, node->value);
	if (node->kind != NODE_CAPTURE)
		hash = index_mix(hash, str_hash(node->key));
	for (size_t i = 0; i < node->nr_kids; i++)
		hash = node_hash(node->kids[i], hash);
	return index_mix(hash, (uint32_t)node->nr_kids);
}

/* The name of a capture is the pattern's affair, not the automaton's. */
static bool node_equal(const struct node *a, const struct node *b)
{
	if (a->kind != b->kind || a->value != b->value ||
	    a->nr_kids != b->nr_kids)
		return false;
	if (a->kind != NODE_CAPTURE && !str_equal(a->key, b->key))
		return false;
	if (a->kids == b->kids)
		return true;
	for (size_t i = 0; i < a->nr_kids; i++)
		if (!node_equal(a->kids[i], b->kids[i]))
			return false;
	return true;
}

static uint32_t step_to(struct matcher_builder *builder, uint32_t parent,
			const struct node *element)
{
	uint32_t hash = node_hash(element, parent);
	int32_t item = index_find(&builder->step_index, hash);
	struct step *steps = builder->steps;
	uint32_t at;

	/* the roots are not in the index: its items are the steps from 2 on */
	for (; item != INDEX_NONE;
	     item = index_next(&builder->step_index, item)) {
		at = (uint32_t)item + 2;
		if (steps[at].parent == parent &&
		    node_equal(steps[at].element, element))
			return at;
	}
	index_add(&builder->step_index, builder->arena, hash);
	at = step_new(builder, parent, element);
	steps = builder->steps;
	if (steps[parent].last_kid)
		steps[steps[parent].last_kid].sibling = at;
	else
		steps[parent].kids = at;
	steps[parent].last_kid = at;
	return at;
}

static uint32_t step_through(struct matcher_builder *builder, uint32_t at,
			     const struct node *node)
{
	if (node->kind != NODE_SEQUENCE)
		return step_to(builder, at, node);
	for (size_t i = 0; i < node->nr_kids; i++)
		at = step_through(builder, at, node->kids[i]);
	return at;
}

void matcher_add(struct matcher_builder *builder, const struct pattern *pattern,
		 uint32_t id)
{
	uint32_t at = step_through(
		builder, pattern->at_start ? STEP_FIRST : STEP_ANYWHERE,
		pattern->root);

	builder->accepts = arena_grow(
		builder->arena, builder->accepts, builder->nr_accepts,
		&builder->alloc_accepts, sizeof(*builder->accepts));
	builder->accepts[builder->nr_accepts] = (struct accept_link){
		{ id, pattern->at_end },
		builder->steps[at].accepts,
	};
	builder->steps[at].accepts = (uint32_t)builder->nr_accepts++;
}

/* ---- from elements to edges -------------------------------------------- */

static uint32_t symbol_of(struct matcher_builder *builder,
			  enum symbol_kind kind, struct str key, uint32_t hash)
{
	struct symbols *symbols = &builder->symbols[kind];
	int32_t item = index_find(&symbols->index, hash);

	for (; item != INDEX_NONE; item = index_next(&symbols->index, item))
		if (str_equal(symbols->keys[item], key))
			break;
	if (item == INDEX_NONE) {
		symbols->keys = arena_grow(builder->arena, symbols->keys,
					   symbols->index.nr, &symbols->alloc,
					   sizeof(*symbols->keys));
		item = index_add(&symbols->index, builder->arena, hash);
		symbols->keys[item] = key;
	}
	return (uint32_t)kind << SYMBOL_KIND_SHIFT | (uint32_t)item;
}

static uint32_t class_symbol(uint32_t class)
{
	uint32_t symbol = SYMBOL_CLASS;

	while (class > 1) {
		class >>= 1;
		symbol++;
	}
	return symbol;
}

/*
 * The state after one word of a span: it does what `next` does, and takes
 * more words of the span.
 */
static uint32_t loop_state(struct matcher_builder *builder, uint32_t symbol,
			   uint32_t next, bool captured)
{
	static const uint32_t span[] = { WORD_DATE, WORD_TIME, WORD_WHEN };
	uint32_t hash = index_mix(index_mix(symbol, next), captured);
	int32_t item = index_find(&builder->loop_index, hash);
	struct draft draft = { 0 };
	uint32_t state;

	for (; item != INDEX_NONE;
	     item = index_next(&builder->loop_index, item)) {
		const struct loop *loop = &builder->loops[item];

		if (loop->symbol == symbol && loop->next == next &&
		    loop->captured == captured)
			return loop->state;
	}
	/* it leads to itself, so it is numbered before it is described */
	state = state_new(builder);
	draft_edge(builder, &draft, symbol, state, captured);
	if (symbol < NR_FIXED_SYMBOLS)
		draft.loop = (uint16_t)symbol;
	else
		for (size_t i = 0; i < ARRAY_LEN(span); i++)
			draft_edge(builder, &draft, class_symbol(span[i]),
				   state, captured);
	draft_join(builder, &draft, next);
	state_describe(builder, state, &draft);
	builder->loops = arena_grow(
		builder->arena, builder->loops, builder->loop_index.nr,
		&builder->alloc_loops, sizeof(*builder->loops));
	item = index_add(&builder->loop_index, builder->arena, hash);
	builder->loops[item] = (struct loop){ symbol, next, state, captured };
	return state;
}

/* Within a gap; the thread there counts the words it still may swallow. */
static uint32_t gap_state(struct matcher_builder *builder, uint32_t max,
			  uint32_t next)
{
	struct draft draft = { .gap = (uint16_t)max };

	draft_join(builder, &draft, next);
	return draft_state(builder, &draft);
}

/* Lets the draft begin with the node and go on to the state `next`. */
static void lead(struct matcher_builder *builder, struct draft *draft,
		 const struct node *node, uint32_t next, bool captured);

static void lead_symbol(struct matcher_builder *builder, struct draft *draft,
			const struct node *node, uint32_t next, bool captured)
{
	uint32_t symbol = SYMBOL_ANY;

	switch (node->kind) {
	case NODE_WORD:
		symbol = symbol_of(builder, SYMBOLS_WORD, node->key,
				   str_hash(node->key));
		break;
	case NODE_PREFIX:
		symbol = symbol_of(builder, SYMBOLS_PREFIX, node->key,
				   str_hash(node->key));
		break;
	case NODE_STEM:
		symbol = symbol_of(builder, SYMBOLS_STEM, STR(""), node->value);
		break;
	case NODE_VALUE:
		symbol =
			symbol_of(builder, SYMBOLS_VALUE, STR(""), node->value);
		next = loop_state(builder, symbol, next, captured);
		break;
	case NODE_CLASS:
		symbol = class_symbol(node->value);
		next = loop_state(builder, symbol, next, captured);
		break;
	default:
		break;
	}
	draft_edge(builder, draft, symbol, next, captured);
}

static void lead_sequence(struct matcher_builder *builder, struct draft *draft,
			  const struct node *node, uint32_t next, bool captured)
{
	for (size_t i = node->nr_kids; i-- > 1;) {
		struct draft after = { 0 };

		lead(builder, &after, node->kids[i], next, captured);
		next = draft_state(builder, &after);
	}
	lead(builder, draft, node->kids[0], next, captured);
}

static void lead(struct matcher_builder *builder, struct draft *draft,
		 const struct node *node, uint32_t next, bool captured)
{
	switch (node->kind) {
	case NODE_SEQUENCE:
		lead_sequence(builder, draft, node, next, captured);
		return;
	case NODE_GAP:
		draft_edge(builder, draft, SYMBOL_GAP,
			   gap_state(builder, node->value, next), captured);
		break;
	case NODE_CHOICE:
	case NODE_OPTIONAL:
	case NODE_CAPTURE:
		captured |= node->kind == NODE_CAPTURE;
		for (size_t i = 0; i < node->nr_kids; i++)
			lead(builder, draft, node->kids[i], next, captured);
		break;
	case NODE_NOTHING:
		break;
	default:
		lead_symbol(builder, draft, node, next, captured);
		return;
	}
	if (node->kind == NODE_GAP || node->kind == NODE_OPTIONAL ||
	    node->kind == NODE_NOTHING)
		draft_join(builder, draft, next);
}

static void lead_on(struct matcher_builder *builder, struct draft *draft,
		    const struct step *step)
{
	for (uint32_t kid = step->kids; kid; kid = builder->steps[kid].sibling)
		lead(builder, draft, builder->steps[kid].element,
		     builder->steps[kid].state, false);
	for (uint32_t at = step->accepts; at; at = builder->accepts[at].next)
		draft_accept(builder, draft, builder->accepts[at].accept);
}

struct str matcher_finish(struct matcher_builder *builder, struct arena *arena)
{
	/* a step stands behind its parent: from the back, kids come first */
	for (size_t i = builder->nr_steps; i-- > 0;) {
		struct draft draft = { 0 };

		lead_on(builder, &draft, &builder->steps[i]);
		builder->steps[i].state = draft_state(builder, &draft);
	}
	builder->start = builder->steps[STEP_ANYWHERE].state;
	builder->first = builder->steps[STEP_FIRST].state;
	matcher_merge(builder);
	matcher_prune(builder);
	matcher_fold(builder);
	return matcher_write(builder, arena);
}

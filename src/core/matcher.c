/*
 * A text runs through the automaton once. A thread is a match under way: the
 * state it is in and where it began. For each word all threads move, or end;
 * then every pattern that may begin with the word begins. Of threads in one
 * state only the one that began first goes on, so there are never more of
 * them than states, whatever the text. What it hides is looked for where it
 * turns out to be missing (matcher_hits.c).
 */
#include "rehearse/matcher.h"

#include "matcher_block.h"
#include "matcher_hits.h"

enum { SEAT_BITS = 6 }; /* 64 seats, doubled when half are taken */

struct thread {
	uint32_t state;
	uint32_t left; /* words its gap may still swallow */
	uint32_t first;
	uint32_t capture_first, capture_end; /* end 0: none yet */
};

struct threads {
	struct thread *at;
	size_t nr, alloc;
};

/* Where a state's thread is among the next ones, in the round at hand. */
struct seat {
	uint32_t round; /* 0: never used */
	uint32_t thread;
};

/* A word as the automaton reads it. */
struct reading {
	uint32_t *symbols; /* those that are looked up */
	unsigned nr_symbols;
	uint32_t bits[2]; /* of all symbols, the fixed ones too */
	uint32_t classes;
	bool new_sentence, new_clause;
	bool fits_gap; /* a gap may swallow the word */
};

struct run {
	const struct matcher *matcher;
	const struct block_header *header;
	const struct block_state *states;
	const struct text *text;
	struct arena *arena;
	struct threads now, next;
	struct seat *seats;
	unsigned seat_bits;
	uint32_t word;
	uint32_t round; /* words matched, this one too */
	struct reading at, ahead; /* this word; the one behind it */
	struct hit *hits;
	size_t nr_hits, alloc_hits;
};

/* ---- threads ------------------------------------------------------------ */

static uint32_t seat_of(const struct run *run, const struct thread *thread)
{
	uint32_t key = thread->state << 4 | thread->left;

	return key * 0x9e3779b1u >> (32 - run->seat_bits);
}

/* The seat of the state, or the free one where it may sit down. */
static struct seat *find_seat(const struct run *run,
			      const struct thread *thread)
{
	uint32_t mask = (1u << run->seat_bits) - 1;
	uint32_t at = seat_of(run, thread);

	for (;; at = (at + 1) & mask) {
		struct seat *seat = &run->seats[at];
		const struct thread *other;

		if (seat->round != run->round)
			return seat;
		other = &run->next.at[seat->thread];
		if (other->state == thread->state &&
		    other->left == thread->left)
			return seat;
	}
}

static void more_seats(struct run *run)
{
	run->seat_bits++;
	run->seats = ARENA_ARRAY(run->arena, struct seat,
				 (size_t)1 << run->seat_bits);
	for (size_t i = 0; i < run->next.nr; i++)
		*find_seat(run, &run->next.at[i]) =
			(struct seat){ run->round, (uint32_t)i };
}

/*
 * What began first wins, then what captured first, then the one that took
 * fewer words into its capture: <what: _ ..> <when> leaves "by" to the when.
 */
static bool wins(const struct thread *a, const struct thread *b)
{
	if (a->first != b->first)
		return a->first < b->first;
	if (!a->capture_end || !b->capture_end)
		return a->capture_end;
	if (a->capture_first != b->capture_first)
		return a->capture_first < b->capture_first;
	return a->capture_end < b->capture_end;
}

/* Does the next word, as far as its bits tell, lead on from the state? */
static bool leads_on(const struct run *run, const struct block_state *state)
{
	return (state->ahead[0] & run->ahead.bits[0]) |
	       (state->ahead[1] & run->ahead.bits[1]);
}

static void admit(struct run *run, const struct thread *thread)
{
	const struct block_state *state = &run->states[thread->state];
	struct threads *next = &run->next;
	struct seat *seat;

	if (!state->nr_accepts && !leads_on(run, state))
		return;
	seat = find_seat(run, thread);
	if (seat->round == run->round) {
		if (wins(thread, &next->at[seat->thread]))
			next->at[seat->thread] = *thread;
		return;
	}
	*seat = (struct seat){ run->round, (uint32_t)next->nr };
	if (next->nr == next->alloc)
		next->at = arena_grow(run->arena, next->at, next->nr,
				      &next->alloc, sizeof(*next->at));
	next->at[next->nr++] = *thread;
	if (next->nr >> (run->seat_bits - 1))
		more_seats(run);
}

static void capture(struct thread *thread, uint32_t word)
{
	if (!thread->capture_end)
		thread->capture_first = word;
	thread->capture_end = word + 1;
}

static void follow(struct run *run, uint32_t target,
		   const struct thread *from)
{
	struct thread thread = *from;
	uint32_t gap;

	thread.state = target >> 1;
	gap = run->states[thread.state].gap;
	thread.left = gap ? gap - 1 : 0;
	if (target & 1)
		capture(&thread, run->word);
	admit(run, &thread);
}

/* ---- edges -------------------------------------------------------------- */

static bool takes(const struct reading *reading, uint32_t fixed_symbol)
{
	if (fixed_symbol >= SYMBOL_CLASS)
		return reading->classes >> (fixed_symbol - SYMBOL_CLASS) & 1;
	return fixed_symbol == SYMBOL_ANY || reading->fits_gap;
}

/* The first of the edges that is not less than the number. */
static const uint32_t *find_edge(const uint32_t *edges, uint32_t nr,
				 uint32_t number)
{
	while (nr > 1) {
		uint32_t half = nr / 2;

		edges += edges[half - 1] < number ? half : 0;
		nr -= half;
	}
	return edges + (nr && *edges < number);
}

static void follow_symbol(struct run *run, const uint32_t *edges, uint32_t nr,
			  uint32_t symbol, const struct thread *from)
{
	const uint32_t bits = run->header->target_bits;
	const uint32_t *end = edges + nr;
	uint32_t number = symbol << bits;

	edges = find_edge(edges, nr, number);
	for (; edges < end && *edges >> bits == symbol; edges++)
		follow(run, *edges - number, from);
}

/* The edges by fixed symbols come first. */
static void follow_fixed(struct run *run, const uint32_t *edges, uint32_t nr,
			 const struct thread *from)
{
	const uint32_t bits = run->header->target_bits;

	for (; nr && *edges >> bits < NR_FIXED_SYMBOLS; edges++, nr--)
		if (takes(&run->at, *edges >> bits))
			follow(run, *edges & ((1u << bits) - 1), from);
}

static void follow_state(struct run *run, const struct block_state *state,
			 const struct thread *from)
{
	const uint32_t *edges = block_at(run->matcher, state->edges);
	const uint32_t *lists = edges + state->nr_edges;

	follow_fixed(run, edges, state->nr_edges, from);
	for (unsigned i = 0; i < run->at.nr_symbols; i++) {
		uint32_t symbol = run->at.symbols[i];
		uint32_t bits[2] = { 0 };

		block_bit(symbol, bits);
		if (!((state->ahead[0] & bits[0]) |
		      (state->ahead[1] & bits[1])))
			continue;
		follow_symbol(run, edges, state->nr_edges, symbol, from);
		for (uint32_t j = 0; j < state->nr_lists; j++) {
			const uint32_t *list =
				block_at(run->matcher, lists[j]);

			follow_symbol(run, list + 1, *list, symbol, from);
		}
	}
}

/* ---- a word ------------------------------------------------------------- */

static bool begins_sentence(const struct text *text, uint32_t word)
{
	return !word ||
	       text->words[word].sentence != text->words[word - 1].sentence;
}

static bool ends_sentence(const struct text *text, uint32_t word)
{
	return word + 1 == text->nr_words || begins_sentence(text, word + 1);
}

static bool begins_clause(const struct text *text, uint32_t word)
{
	return begins_sentence(text, word) ||
	       text->words[word].clause != text->words[word - 1].clause;
}

/* Reads a word into the room of an old reading. */
static void read_word(const struct run *run, uint32_t at,
		      struct reading *reading)
{
	const struct word *word = &run->text->words[at];

	reading->classes = word->classes;
	reading->new_sentence = begins_sentence(run->text, at);
	reading->new_clause = begins_clause(run->text, at);
	reading->fits_gap =
		!reading->new_clause && !(word->classes & WORD_NEGATOR);
	reading->nr_symbols =
		block_symbols(run->matcher, word->key, word->hash, word->stem,
			      word->value, reading->symbols, 0);
}

/* Nothing leads on from the end of a sentence. */
static void read_bits(struct reading *reading)
{
	uint32_t classes = reading->classes & ((1u << NR_CLASSES) - 1);

	reading->bits[0] = reading->bits[1] = 0;
	if (reading->new_sentence)
		return;
	block_bit(SYMBOL_ANY, reading->bits);
	if (reading->fits_gap)
		block_bit(SYMBOL_GAP, reading->bits);
	for (uint32_t symbol = SYMBOL_CLASS; classes; symbol++, classes >>= 1)
		if (classes & 1)
			block_bit(symbol, reading->bits);
	for (unsigned i = 0; i < reading->nr_symbols; i++)
		block_bit(reading->symbols[i], reading->bits);
}

/* The word behind this one becomes the one ahead. */
static void read_ahead(struct run *run)
{
	struct reading spent = run->at;

	run->at = run->ahead;
	run->ahead = spent;
	if (run->word + 1 < run->text->nr_words) {
		read_word(run, run->word + 1, &run->ahead);
		read_bits(&run->ahead);
	} else {
		run->ahead.bits[0] = run->ahead.bits[1] = 0;
	}
}

/* One word more in the same state, captured if the one before was. */
static void stay(struct run *run, struct thread thread)
{
	if (thread.capture_end == run->word)
		capture(&thread, run->word);
	admit(run, &thread);
}

static void move_thread(struct run *run, const struct thread *thread)
{
	const struct block_state *state = &run->states[thread->state];

	if (state->gap && run->at.new_clause)
		return;
	if (state->loop && takes(&run->at, state->loop)) {
		stay(run, *thread);
		return;
	}
	if (thread->left && run->at.fits_gap) {
		struct thread longer = *thread;

		longer.left--;
		stay(run, longer);
	}
	follow_state(run, state, thread);
}

static void add_hits(struct run *run, const struct thread *thread)
{
	const struct block_state *state = &run->states[thread->state];
	const uint32_t *edges = block_at(run->matcher, state->edges);
	const uint32_t *accepts = edges + state->nr_edges + state->nr_lists;

	for (uint32_t i = 0; i < state->nr_accepts; i++) {
		struct hit hit = {
			.id = accepts[i] >> 1,
			.first = thread->first,
			.end = run->word + 1,
			.capture_first = thread->capture_first,
			.capture_end = thread->capture_end,
		};

		if ((accepts[i] & 1) && !ends_sentence(run->text, run->word))
			continue;
		run->hits = arena_grow(run->arena, run->hits, run->nr_hits,
				       &run->alloc_hits, sizeof(*run->hits));
		run->hits[run->nr_hits++] = hit;
	}
}

static void match_word(struct run *run)
{
	const struct thread start = { .first = run->word };
	struct threads spent = run->now;

	run->round++;
	run->now = run->next;
	run->next = spent;
	run->next.nr = 0;
	if (run->at.new_sentence)
		run->now.nr = 0;
	for (size_t i = 0; i < run->now.nr; i++)
		move_thread(run, &run->now.at[i]);
	follow_state(run, &run->states[run->header->start], &start);
	if (run->at.new_sentence)
		follow_state(run, &run->states[run->header->first], &start);
	for (size_t i = 0; i < run->next.nr; i++)
		if (run->states[run->next.at[i].state].nr_accepts)
			add_hits(run, &run->next.at[i]);
}

struct hits run_words(struct run *run, uint32_t first, uint32_t end)
{
	run->next.nr = 0;
	run->hits = NULL;
	run->nr_hits = run->alloc_hits = 0;
	read_word(run, first, &run->ahead);
	for (run->word = first; run->word < end; run->word++) {
		read_ahead(run);
		match_word(run);
	}
	return (struct hits){ run->hits, run->nr_hits };
}

struct hits matcher_run(const struct matcher *matcher, const struct text *text,
			struct arena *arena)
{
	struct run run = {
		.matcher = matcher,
		.text = text,
		.arena = arena,
		.seat_bits = SEAT_BITS,
	};

	if (!matcher->block || !text->nr_words)
		return (struct hits){ 0 };
	run.header = block_header(matcher);
	run.states = block_at(matcher, run.header->states);
	run.seats = ARENA_ARRAY(arena, struct seat, (size_t)1 << run.seat_bits);
	run.at.symbols = ARENA_ARRAY(arena, uint32_t, run.header->max_symbols);
	run.ahead.symbols =
		ARENA_ARRAY(arena, uint32_t, run.header->max_symbols);
	return hits_settle(&run, run_words(&run, 0, text->nr_words), arena);
}

/*
 * From what a rubric's file says to the image the evaluator runs on.
 *
 * First the lists, in the order of the file, since a list may use those
 * above it; then every pattern of every rule goes into one matcher; then the
 * sections of the image are laid end to end, each aligned to four bytes, and
 * the whole is named by its own SHA-256.
 */
#include "rehearse/rubric.h"

#include <string.h>

#include "rehearse/sha256.h"
#include "rubric_image.h"
#include "trade.h"

/* The automaton takes up to 80 bytes a way while it is built: 120 MB. */
enum { RUBRIC_MAX_WAYS = 1500000 };

struct compiler {
	struct arena *arena;
	const struct rubric_source *source;
	struct problems *problems;
	struct pattern_lists lists;
	struct matcher_builder *builder;
	uint64_t ways;  /* through all patterns so far */
	size_t dropped; /* problems, before any of these */
	struct strbuf strings; /* NUL-terminated, one after the other */
	struct rule *rules;
	struct gate *gates;
	struct rule_example *examples;
	struct trades trades;
	uint32_t nr_rules, nr_examples;
};

static void complain(struct compiler *c, const struct source_str *at,
		     const char *text)
{
	struct error err;

	error_at(&err, c->source->path, at->line, at->column, "%s", text);
	problems_add(c->problems, c->arena, &err);
}

/* False when the pattern is one too many; that is told once. */
static bool count_ways(struct compiler *c, const struct source_str *source,
		       const struct pattern *pattern)
{
	if (c->ways > RUBRIC_MAX_WAYS)
		return false;
	c->ways += pattern_ways(pattern);
	if (c->ways <= RUBRIC_MAX_WAYS)
		return true;
	complain(c, source, "too many ways through all patterns up to this "
		 "one: take optional words and long lists out of some");
	return false;
}

static bool parse(struct compiler *c, const struct source_str *source,
		  struct pattern *pattern)
{
	struct error err;

	/* reading on would only take time */
	if (c->ways > RUBRIC_MAX_WAYS ||
	    c->problems->dropped > c->dropped)
		return false;
	if (pattern_parse(c->arena, source->text, &c->lists, pattern, &err))
		return count_ways(c, source, pattern);
	err.path = c->source->path;
	err.line = source->line;
	err.column += source->column; /* behind the opening quote */
	problems_add(c->problems, c->arena, &err);
	return false;
}

static void compile_list(struct compiler *c, const struct list_source *list)
{
	struct node *choice = ARENA_NEW(c->arena, struct node);

	choice->kind = NODE_CHOICE;
	choice->kids = ARENA_ARRAY(c->arena, struct node *, list->items.nr);
	for (size_t i = 0; i < list->items.nr; i++) {
		struct node *copy;
		struct pattern pattern;

		if (!parse(c, &list->items.items[i], &pattern))
			continue;
		if (pattern.at_start || pattern.at_end || pattern.capture.len) {
			complain(c, &list->items.items[i],
				 "a list holds words and phrases, without ^, "
				 "$ or captures");
			continue;
		}
		copy = ARENA_NEW(c->arena, struct node);
		*copy = *pattern.root;
		choice->kids[choice->nr_kids++] = copy;
	}
	c->lists.lists = arena_grow(c->arena, c->lists.lists, c->lists.nr,
				    &c->lists.alloc, sizeof(*c->lists.lists));
	c->lists.lists[c->lists.nr++] =
		(struct pattern_list){ list->name.text, choice };
}

static const struct node *find_list(const struct compiler *c, struct str name)
{
	for (size_t i = 0; i < c->lists.nr; i++)
		if (str_equal(c->lists.lists[i].name, name))
			return c->lists.lists[i].choice;
	return NULL;
}

static uint32_t add_string(struct compiler *c, struct str str)
{
	uint32_t offset = (uint32_t)c->strings.len;

	if (!str.len)
		return 0; /* the empty string stands first */
	strbuf_add(&c->strings, str);
	strbuf_addc(&c->strings, '\0');
	return offset;
}

static void add_patterns(struct compiler *c, const struct source_strs *list,
			 uint32_t id, struct str *capture)
{
	for (size_t i = 0; i < list->nr; i++) {
		struct pattern pattern;

		if (!parse(c, &list->items[i], &pattern))
			continue;
		if (capture && pattern.capture.len)
			*capture = pattern.capture;
		matcher_add(c->builder, &pattern, id);
	}
}

static void add_verb(struct compiler *c, const struct rule_source *rule,
		     uint32_t id)
{
	const struct node *list;
	struct pattern pattern = { 0 };

	if (!rule->verb.text.len)
		return;
	list = find_list(c, rule->verb.text);
	if (!list) {
		complain(c, &rule->verb,
			 "no list of that name stands under `lists`");
		return;
	}
	pattern.root = list;
	if (count_ways(c, &rule->verb, &pattern))
		matcher_add(c->builder, &pattern, id);
}

static int32_t family_index(struct compiler *c, const struct source_str *name)
{
	if (!name->text.len)
		return -1;
	for (size_t i = 0; i < c->source->nr_families; i++)
		if (str_equal(c->source->families[i].name.text, name->text))
			return (int32_t)i;
	complain(c, name, "no family of that name stands under "
		 "`families`");
	return -1;
}

static void check_conversation(struct compiler *c,
			       const struct rule_source *rule)
{
	bool of_talk = rule->kind == RULE_MEASURE &&
		       measure_is_of_talk(rule->measure);

	if (rule->principle < 0 && !of_talk)
		complain(c, &rule->id, "a conversation rule needs a "
			 "measure of the whole talk");
	if (rule->principle >= 0 && of_talk)
		complain(c, &rule->id, "that measure is of the whole "
			 "talk: name the rule conversation.NAME");
}

static void compile_examples(struct compiler *c,
			     const struct rule_source *source,
			     struct rule *rule)
{
	rule->first_example = c->nr_examples;
	rule->nr_examples = (uint32_t)source->nr_examples;
	for (size_t i = 0; i < source->nr_examples; i++) {
		const struct example *example = &source->examples[i];

		c->examples[c->nr_examples++] = (struct rule_example){
			.text = add_string(c, example->text),
			.client = add_string(c, example->client),
			.channel = (uint32_t)example->channel,
			.stage = (uint32_t)example->stage,
			.good = example->good,
		};
	}
}

static void compile_rule(struct compiler *c, const struct rule_source *source)
{
	uint32_t index = c->nr_rules++;
	struct rule *rule = &c->rules[index];
	struct str capture = STR("");

	check_conversation(c, source);
	add_patterns(c, &source->find, RUBRIC_HIT(RUBRIC_HIT_FIND, index),
		     &capture);
	add_patterns(c, &source->except, RUBRIC_HIT(RUBRIC_HIT_EXCEPT, index),
		     NULL);
	add_verb(c, source, RUBRIC_HIT(RUBRIC_HIT_FIND, index));
	*rule = (struct rule){
		.id = add_string(c, source->id.text),
		.says = add_string(c, source->says),
		.rewrite = add_string(c, source->rewrite),
		.because = add_string(c, source->because),
		.capture = add_string(c, capture),
		.principle = source->principle,
		.behaviour = source->behaviour,
		.family = family_index(c, &source->family),
		.points = source->points,
		.kind = source->kind,
		.has_verb = source->verb.text.len > 0,
		.measure = source->measure,
		.min = source->min,
		.max = source->max,
		.full = source->full,
		.not_in = source->not_in,
		.only_in = source->only_in,
		.also = source->also,
		.times = source->times,
		.unless_low = (uint32_t)source->unless,
		.unless_high = (uint32_t)(source->unless >> 32),
		.when = source->when,
		.clause = source->clause,
	};
	compile_examples(c, source, rule);
}

static void compile_gates(struct compiler *c)
{
	for (size_t i = 0; i < c->source->nr_gates; i++) {
		const struct gate_source *source = &c->source->gates[i];

		c->gates[i] = (struct gate){
			.name = add_string(c, source->name.text),
			.says = add_string(c, source->says),
			.behaviours_low = (uint32_t)source->behaviours,
			.behaviours_high = (uint32_t)(source->behaviours >> 32),
			.unless_low = (uint32_t)source->unless,
			.unless_high = (uint32_t)(source->unless >> 32),
			.measure = source->measure,
			.min = source->min,
			.max = source->max,
			.turn = source->turn,
			.conversation = source->conversation,
			.when = source->when,
		};
	}
}

static void compile_client(struct compiler *c)
{
	for (int act = 0; act < CLIENT_ACT_NR; act++)
		add_patterns(c, &c->source->client[act],
			     RUBRIC_HIT(RUBRIC_HIT_CLIENT, act), NULL);
}

/* The lists that measures go by. */
static void compile_measured(struct compiler *c)
{
	static const char *const names[RUBRIC_MEASURED_NR] = {
		[RUBRIC_MEASURED_HOLLOW] = "hollow",
		[RUBRIC_MEASURED_CONCRETE] = "concrete",
		[RUBRIC_MEASURED_VAGUE] = "vague",
		[RUBRIC_MEASURED_ANYTHING] = "anything",
		[RUBRIC_MEASURED_COSTUME] = "costume",
		[RUBRIC_MEASURED_ABSURD] = "absurd",
		[RUBRIC_MEASURED_COACHING] = "coaching",
		[RUBRIC_MEASURED_OFFICE] = "office",
		[RUBRIC_MEASURED_CHATTER] = "chatter",
		[RUBRIC_MEASURED_NODDING] = "nodding",
		[RUBRIC_MEASURED_SHAM] = "sham",
		[RUBRIC_MEASURED_ERRANDS] = "errands",
		[RUBRIC_MEASURED_UNCHANGED] = "unchanged",
		[RUBRIC_MEASURED_PRAISE] = "praise",
		[RUBRIC_MEASURED_SELLING] = "selling",
	};

	for (int i = 0; i < RUBRIC_MEASURED_NR; i++) {
		struct pattern pattern = {
			.root = find_list(c, str_from(names[i])),
		};

		if (pattern.root)
			matcher_add(c->builder, &pattern,
				    RUBRIC_HIT(RUBRIC_HIT_MEASURED, i));
	}
}

/* Copies a section to its place; returns the place. */
static uint32_t put(char *image, uint32_t *at, const void *bytes, size_t size)
{
	uint32_t place = *at;

	if (image && size)
		memcpy(image + place, bytes, size);
	*at += (uint32_t)((size + 3) / 4 * 4);
	return place;
}

static void fill_header(const struct compiler *c, struct rubric_header *header)
{
	memcpy(header->weights, c->source->weights, sizeof(header->weights));
	memcpy(header->targets, c->source->targets, sizeof(header->targets));
	for (int p = 0; p < PRINCIPLE_NR; p++) {
		header->expected_low[p] = (uint32_t)c->source->expected[p];
		header->expected_high[p] =
			(uint32_t)(c->source->expected[p] >> 32);
	}
	header->magic = RUBRIC_MAGIC;
	header->version = c->source->version;
	header->nr_rules = c->nr_rules;
	header->nr_gates = (uint32_t)c->source->nr_gates;
	header->nr_families = (uint32_t)c->source->nr_families;
	header->nr_examples = c->nr_examples;
	header->nr_trade_words = c->trades.nr;
}

/* Lays the sections out; without an image it only finds their places. */
static void lay_out(const struct compiler *c, struct rubric_header *header,
		    const int32_t *caps, struct str words, char *image)
{
	uint32_t at = 0;

	put(NULL, &at, header, sizeof(*header));
	header->rules = put(image, &at, c->rules,
			    c->nr_rules * sizeof(*c->rules));
	header->gates = put(image, &at, c->gates,
			    header->nr_gates * sizeof(*c->gates));
	header->families = put(image, &at, caps,
			       header->nr_families * sizeof(*caps));
	header->examples = put(image, &at, c->examples,
			       c->nr_examples * sizeof(*c->examples));
	header->trade_words = put(image, &at, c->trades.words,
				  c->trades.nr * sizeof(*c->trades.words));
	header->words = put(image, &at, words.ptr, words.len);
	header->words_size = (uint32_t)words.len;
	header->strings = put(image, &at, c->strings.ptr, c->strings.len);
	header->strings_size = (uint32_t)c->strings.len;
	header->size = at;
	if (image)
		memcpy(image, header, sizeof(*header));
}

/* The image's name is the hash of it with the name left blank. */
static void name_image(char *image, const struct rubric_header *header)
{
	char name[SHA256_NAME];

	sha256_name((struct str){ image, header->size }, name);
	memcpy(image + header->strings + header->hash, name, SHA256_NAME - 1);
}

static struct str finish(struct compiler *c, struct str words)
{
	struct rubric_header header = { 0 };
	int32_t *caps = ARENA_ARRAY(c->arena, int32_t, c->source->nr_families);
	struct str blank = arena_printf(c->arena, "sha256:%064d", 0);
	char *image;

	for (size_t i = 0; i < c->source->nr_families; i++)
		caps[i] = c->source->families[i].cap;
	fill_header(c, &header);
	header.id = add_string(c, c->source->id);
	header.hash = add_string(c, blank);
	lay_out(c, &header, caps, words, NULL);
	image = arena_alloc(c->arena, header.size, 1);
	lay_out(c, &header, caps, words, image);
	name_image(image, &header);
	return (struct str){ image, header.size };
}

static size_t count_examples(const struct rubric_source *source)
{
	size_t nr = 0;

	for (size_t i = 0; i < source->nr_rules; i++)
		nr += source->rules[i].nr_examples;
	return nr;
}

/* The matcher of all patterns; none, and a problem, where it is too large. */
static struct str compile_words(struct compiler *c)
{
	static const struct source_str whole_file = { .line = 0 };
	struct str words = matcher_finish(c->builder, c->arena);

	if (!words.len)
		complain(c, &whole_file, "too many words and ways through all "
			 "patterns: take long lists out of some");
	return words;
}

bool rubric_compile(struct arena *arena, const struct rubric_source *source,
		    struct str *image, struct problems *problems)
{
	size_t before = problems->nr + problems->dropped;
	struct compiler c = {
		.arena = arena,
		.source = source,
		.problems = problems,
		.dropped = problems->dropped,
		.builder = matcher_builder_new(arena),
		.rules = ARENA_ARRAY(arena, struct rule, source->nr_rules),
		.gates = ARENA_ARRAY(arena, struct gate, source->nr_gates),
		.examples = ARENA_ARRAY(arena, struct rule_example,
					count_examples(source)),
	};
	struct str words = STR("");

	strbuf_addc(&c.strings, '\0');
	for (size_t i = 0; i < source->nr_lists; i++)
		compile_list(&c, &source->lists[i]);
	for (size_t i = 0; i < source->nr_rules; i++)
		if (source->rules[i].on)
			compile_rule(&c, &source->rules[i]);
	compile_gates(&c);
	compile_client(&c);
	compile_measured(&c);
	c.trades = trades_compile(arena, source, problems);
	if (problems->nr + problems->dropped == before)
		words = compile_words(&c);
	if (words.len)
		*image = finish(&c, words);
	strbuf_release(&c.strings);
	return words.len;
}

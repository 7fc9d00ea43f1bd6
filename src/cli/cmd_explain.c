/*
 * Rules in words for people: one, those of a behaviour, or all; and the words
 * of a trade. What a rule looks for is not in the compiled rubric, so its
 * source is read again; it is built in, too.
 */
#include "at_hand.h"
#include "options.h"
#include "rehearse/embedded.h"
#include "rehearse/file.h"
#include "rehearse/load.h"

static void show_texts(struct output *output, const char *title,
		       const struct source_strs *texts)
{
	if (!texts->nr)
		return;
	output_printf(output, "\n%s\n", title);
	for (size_t i = 0; i < texts->nr; i++) {
		output_text(output, STR("  "));
		output_line(output, texts->items[i].text);
	}
}

/* "client: complaint, accusation" for a set of bits; nothing for none. */
static void show_set(struct output *output, const char *name,
		     const struct terms *terms, uint64_t set)
{
	const char *before = "";

	if (!set)
		return;
	output_printf(output, "  %s: ", name);
	for (int i = 0; i < terms->nr; i++) {
		if (!(set >> i & 1))
			continue;
		output_printf(output, "%s%s", before, terms->names[i]);
		before = ", ";
	}
	output_text(output, STR("\n"));
}

static void show_when(struct output *output, const struct rule_source *rule)
{
	const struct rule_when *when = &rule->when;
	const uint32_t any_client = (1u << CLIENT_ACT_NR) - 1;
	const uint32_t sets = when->client | when->stage | when->channel |
			      when->act | when->fault | when->kind |
			      when->subject | when->news | when->opened_by |
			      when->first | when->complaint_open;

	if (!sets && !rule->not_in && !rule->unless)
		return;
	output_text(output, STR("\nOnly when\n"));
	show_set(output, "the client's line is", &client_act_terms,
		 when->client & any_client);
	if (when->client >> CLIENT_ACT_NR & 1)
		output_text(output, STR("  the client has said nothing\n"));
	show_set(output, "stage", &stage_terms, when->stage);
	show_set(output, "channel", &channel_terms, when->channel);
	show_set(output, "what is done", &act_terms, when->act);
	show_set(output, "at fault", &fault_terms, when->fault);
	show_set(output, "kind of talk", &kind_terms, when->kind);
	show_set(output, "who it is about", &subject_terms, when->subject);
	show_set(output, "the news", &news_terms, when->news);
	show_set(output, "the talk was opened by", &opener_terms,
		 when->opened_by);
	if (when->first)
		output_text(output, STR("  it is the first turn\n"));
	if (when->complaint_open)
		output_text(output, STR("  a complaint stands\n"));
	show_set(output, "the words don't stand in", &scope_terms,
		 rule->not_in);
	show_set(output, "the turn shows none of", &behaviour_terms,
		 rule->unless);
}

static void show_clause(struct output *output, const struct rule_source *rule)
{
	static const char *const polarity_names[] = { "positive", "negative" };
	static const char *const slot_names[] = { "number", "money", "when" };
	static const char *const position_names[] = { "first", "last" };
	const struct terms polarity = { "", polarity_names, 2 };
	const struct terms slots = { "", slot_names, 3 };
	const struct terms position = { "", position_names, 2 };

	output_text(output, STR("\nLooks for a clause with\n"));
	show_set(output, "subject", &subject_terms, rule->clause.subject);
	if (rule->verb.text.len)
		output_printf(output, "  verb: <" STR_FMT ">\n",
			      STR_ARG(rule->verb.text));
	show_set(output, "tense", &tense_terms, rule->clause.tense);
	show_set(output, "mood", &mood_terms, rule->clause.mood);
	show_set(output, "polarity", &polarity, rule->clause.polarity);
	show_set(output, "a", &slots, rule->clause.slots);
	show_set(output, "place in the turn", &position,
		 rule->clause.position);
}

static void show_search(struct output *output, const struct rule_source *rule)
{
	switch (rule->kind) {
	case RULE_FIND:
		show_texts(output, "Looks for", &rule->find);
		break;
	case RULE_CLAUSE:
		show_clause(output, rule);
		break;
	case RULE_MEASURE:
		output_printf(output, "\nMeasures\n  %s",
			      measure_terms.names[rule->measure]);
		if (rule->min != INT32_MIN)
			output_printf(output, ", from %d", rule->min);
		if (rule->max != INT32_MAX)
			output_printf(output, ", to %d", rule->max);
		output_text(output, STR("\n"));
		break;
	}
	show_texts(output, "But not", &rule->except);
}

static void show_examples(struct output *output,
			  const struct rule_source *rule, bool good)
{
	bool titled = false;

	for (size_t i = 0; i < rule->nr_examples; i++) {
		const struct example *example = &rule->examples[i];

		if (example->good != good)
			continue;
		if (!titled)
			output_text(output, good ?
				    STR("\nIt is seen in\n") :
				    STR("\nIt is not seen in\n"));
		titled = true;
		output_text(output, STR("  \""));
		output_text(output, example->text);
		output_text(output, STR("\""));
		if (example->client.len) {
			output_text(output, STR(" - after: \""));
			output_text(output, example->client);
			output_text(output, STR("\""));
		}
		output_text(output, STR("\n"));
	}
}

static void show_text(struct output *output, const char *title,
		      struct str text)
{
	if (!text.len)
		return;
	output_printf(output, "\n%s\n  ", title);
	output_line(output, text);
}

/* As receipts show them; a line of the whole talk is not scaled. */
static int points_of(const struct rubric_source *source,
		     const struct rule_source *rule)
{
	return rule->principle < 0 ? rule->points :
	       scale_points(rule->points, source->targets[rule->principle]);
}

static void show_head(struct output *output,
		      const struct rubric_source *source,
		      const struct rule_source *rule)
{
	output_style(output, STYLE_BOLD);
	output_text(output, rule->id.text);
	output_plain(output);
	output_printf(output, "  %+d", points_of(source, rule));
	if (rule->principle >= 0)
		output_printf(output, " (points: %d), " STR_FMT, rule->points,
			      STR_ARG(principle_title(
				      (enum principle)rule->principle)));
	else
		output_text(output, STR(", the whole talk"));
	if (rule->behaviour >= 0)
		output_printf(output, ", %s",
			      behaviour_terms.names[rule->behaviour]);
	output_text(output, rule->on ? STR("\n") : STR(", switched off\n"));
	output_text(output, STR("  "));
	output_line(output, rule->says);
}

static void explain(struct output *output, const struct rubric_source *source,
		    const struct rule_source *rule)
{
	show_head(output, source, rule);
	show_search(output, rule);
	show_when(output, rule);
	show_examples(output, rule, true);
	show_examples(output, rule, false);
	show_text(output, "Better", rule->rewrite);
	show_text(output, "Because", rule->because);
}

static void list_rule(struct output *output, const struct rubric_source *source,
		      const struct rule_source *rule)
{
	output_printf(output, "  %+4d  %-38.*s ", points_of(source, rule),
		      STR_ARG(rule->id.text));
	output_line(output, rule->says);
}

static void list_principle(struct output *output,
			   const struct rubric_source *source, int principle)
{
	output_style(output, STYLE_BOLD);
	output_line(output, principle < 0 ? STR("the whole talk") :
		    principle_title((enum principle)principle));
	output_plain(output);
	for (size_t i = 0; i < source->nr_rules; i++)
		if (source->rules[i].principle == principle &&
		    source->rules[i].on)
			list_rule(output, source, &source->rules[i]);
}

/* A remark is no behaviour. */
static bool shows(const struct rule_source *rule, int behaviour)
{
	return rule->on && rule->points && rule->behaviour == behaviour;
}

/* The names that scripts and labels know, each with the first of its rules. */
static void list_behaviours(struct output *output,
			    const struct rubric_source *source)
{
	output_style(output, STYLE_BOLD);
	output_text(output, STR("behaviours"));
	output_plain(output);
	output_text(output, STR(", for did(...) in scripts: `rehearse explain "
				"NAME` lists the rules of one\n"));
	for (int behaviour = 0; behaviour < BEHAVIOUR_NR; behaviour++) {
		size_t i = 0;

		while (i < source->nr_rules &&
		       !shows(&source->rules[i], behaviour))
			i++;
		if (i == source->nr_rules)
			continue;
		output_printf(output, "  %-22s ",
			      behaviour_terms.names[behaviour]);
		output_line(output, source->rules[i].says);
	}
}

static void list_trades(struct output *output,
			const struct rubric_source *source)
{
	if (!source->nr_trades)
		return;
	output_style(output, STYLE_BOLD);
	output_text(output, STR("trades"));
	output_plain(output);
	output_text(output, STR(", for the measure beside: `rehearse explain "
				"NAME` lists the words of one\n"));
	for (size_t i = 0; i < source->nr_trades; i++)
		output_printf(output, "  %-22.*s %zu words\n",
			      STR_ARG(source->trades[i].name.text),
			      source->trades[i].items.nr);
}

static void list_all(struct output *output, const struct rubric_source *source)
{
	for (int p = 0; p < PRINCIPLE_NR; p++)
		list_principle(output, source, p);
	list_principle(output, source, -1);
	list_behaviours(output, source);
	list_trades(output, source);
}

/* False: there is no behaviour of that name. */
static bool list_behaviour(struct output *output,
			   const struct rubric_source *source, struct str name)
{
	int behaviour = terms_find(&behaviour_terms, name);

	for (size_t i = 0; i < source->nr_rules && behaviour >= 0; i++)
		if (shows(&source->rules[i], behaviour))
			list_rule(output, source, &source->rules[i]);
	return behaviour >= 0;
}

/* False: there is no trade of that name. */
static bool list_trade(struct output *output,
		       const struct rubric_source *source, struct str name)
{
	for (size_t i = 0; i < source->nr_trades; i++) {
		const struct list_source *trade = &source->trades[i];

		if (!str_equal(trade->name.text, name))
			continue;
		for (size_t w = 0; w < trade->items.nr; w++)
			output_line(output, trade->items.items[w].text);
		return true;
	}
	return false;
}

static int not_found(const struct rubric_source *source, struct str id)
{
	unsigned best = id.len < 8 ? 3 : 6;
	struct str nearest = STR("");

	for (size_t i = 0; i < source->nr_rules; i++) {
		struct str other = source->rules[i].id.text;
		unsigned distance = str_distance(id, other, best);

		/* the part behind the principle is what people remember */
		if (str_ends_with(other, id) && id.len > 2)
			distance = 0;
		if (distance < best) {
			best = distance;
			nearest = other;
		}
	}
	if (nearest.len)
		say("there is no rule " STR_FMT "; did you mean " STR_FMT "?",
		    STR_ARG(id), STR_ARG(nearest));
	else
		say("there is no rule " STR_FMT "; `rehearse explain` lists "
		    "all of them", STR_ARG(id));
	return ERROR_USAGE;
}

int cmd_explain(const struct options *options, struct output *output,
		struct arena *arena)
{
	struct rubric_source source = { 0 };
	struct problems problems = { 0 };
	struct str path = STR("seven-principles");
	struct str yaml = embedded()->rubric_yaml;
	struct error err;
	struct str id;

	if (options->rubric.len) {
		path = options->rubric;
		if (!file_read(arena, path, FILE_MAX_SCENARIO, &yaml, &err)) {
			say_error(&err);
			return (int)err.kind;
		}
	}
	if (!rubric_load(arena, path, yaml, &source, &problems))
		return say_problems(&problems);
	if (!options->arguments.nr) {
		list_all(output, &source);
		return 0;
	}
	id = options->arguments.items[0];
	for (size_t i = 0; i < source.nr_rules; i++) {
		if (!str_equal(source.rules[i].id.text, id))
			continue;
		explain(output, &source, &source.rules[i]);
		return 0;
	}
	return list_behaviour(output, &source, id) ||
			       list_trade(output, &source, id) ?
		       0 :
		       not_found(&source, id);
}

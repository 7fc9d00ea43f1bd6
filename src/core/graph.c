/*
 * What stands in the picture of a conversation; graph_write.c knows how the
 * formats write it. Nodes are named by kind and number, so that no name of a
 * script can mean something to the program that draws.
 *
 * What may happen in any scene (reactions, pushbacks, topics that lead
 * somewhere) is drawn once, dashed, from a node of its own.
 */
#include "graph_parts.h"

enum { LABEL_WIDTH = 32 };

static const struct node_name anywhere = { 'a', 0 };
static const struct node_name start = { 'b', 0 };
static const struct node_name any_end = { 'f', 0 };
static const struct node_name back = { 'r', 0 };

struct picture {
	const struct scenario *scenario;
	const struct graph_style *style;
	struct strbuf *out;
	struct strbuf label;   /* of what is being drawn */
	bool ends, comes_back; /* some go is `end`, is `back` */
};

/* Adds words to the label, in lines that are not too long. */
static void put_words(struct strbuf *label, struct str words)
{
	size_t line = label->len;
	struct str word;

	if (!words.len)
		return;
	while (line && label->ptr[line - 1] != '\n')
		line--;
	while (str_cut(&words, ' ', &word)) {
		bool first = label->len == line;

		if (!first && label->len + word.len - line >= LABEL_WIDTH) {
			strbuf_addc(label, '\n');
			line = label->len;
		} else if (!first) {
			strbuf_addc(label, ' ');
		}
		strbuf_add(label, word);
	}
}

static struct node_name scene_name(size_t scene)
{
	return (struct node_name){ 's', (int)scene + 1 };
}

static struct node_name ending_name(size_t ending)
{
	return (struct node_name){ 'e', (int)ending + 1 };
}

static void draw_node(struct picture *picture, struct node_name name,
		      enum node_look look)
{
	picture->style->node(picture->out, name, look,
			     strbuf_str(&picture->label));
	strbuf_truncate(&picture->label, 0);
}

static void draw_edge(struct picture *picture, struct node_name from,
		      struct node_name to, bool dashed)
{
	picture->style->edge(picture->out, from, to, dashed,
			     strbuf_str(&picture->label));
	strbuf_truncate(&picture->label, 0);
}

static void draw_go(struct picture *picture, struct node_name from,
		    const struct go *go, bool dashed)
{
	struct node_name to = back;

	if (go->kind == GO_SCENE)
		to = scene_name((size_t)go->index);
	if (go->kind == GO_ENDING)
		to = ending_name((size_t)go->index);
	if (go->kind == GO_END)
		to = any_end;
	picture->ends |= go->kind == GO_END;
	picture->comes_back |= go->kind == GO_BACK;
	draw_edge(picture, from, to, dashed);
}

/* What a condition asks, or what to say where there is none. */
static void put_condition(struct strbuf *label,
			  const struct condition *condition, const char *none)
{
	put_words(label, condition ? condition_source(condition)
				   : str_from(none));
}

/* A scene's own ways, of which the first that holds is taken. */
static void draw_entries(struct picture *picture, struct node_name from,
			 struct str when, const struct entries *entries)
{
	bool others = false;

	for (size_t i = 0; i < entries->nr; i++) {
		const struct entry *entry = &entries->items[i];

		if (entry->go.kind == GO_NOWHERE)
			continue;
		put_words(&picture->label, when);
		put_condition(&picture->label, entry->condition,
			      others ? "otherwise" : "");
		draw_go(picture, from, &entry->go, false);
		others = true;
	}
}

static void draw_scene(struct picture *picture, size_t s)
{
	const struct scene *scene = &picture->scenario->scenes[s];
	struct strbuf *label = &picture->label;
	bool acts = false;

	strbuf_add(label, scene->id);
	if (scene->channel != CHANNEL_NONE)
		strbuf_addf(label, "\n(" STR_FMT ")",
			    STR_ARG(terms_name(&channel_terms,
					       (int)scene->channel)));
	for (size_t i = 0; i < scene->nr_replies; i++) {
		enum act act = scene->replies[i].act;

		if (act == ACT_NONE)
			continue;
		strbuf_addf(label, "%s" STR_FMT, acts ? ", " : "\n",
			    STR_ARG(terms_name(&act_terms, (int)act)));
		acts = true;
	}
	draw_node(picture, scene_name(s),
		  scene->listen.nr ? LOOK_SCENE : LOOK_ACTS);
}

static void draw_ways(struct picture *picture, size_t s)
{
	const struct scene *scene = &picture->scenario->scenes[s];
	struct node_name from = scene_name(s);

	draw_entries(picture, from, STR("at once:"), &scene->client);
	draw_entries(picture, from, STR(""), &scene->listen);
	for (size_t i = 0; i < scene->nr_replies; i++) {
		const struct reply *reply = &scene->replies[i];

		if (reply->go.kind == GO_NOWHERE)
			continue;
		strbuf_add(&picture->label,
			   terms_name(&act_terms, (int)reply->act));
		draw_go(picture, from, &reply->go, false);
	}
}

static void draw_endings(struct picture *picture)
{
	static const enum node_look looks[ENDING_KIND_NR] = {
		[ENDING_GOOD] = LOOK_GOOD,
		[ENDING_MIXED] = LOOK_MIXED,
		[ENDING_BAD] = LOOK_BAD,
	};
	const struct scenario *scenario = picture->scenario;

	for (size_t i = 0; i < scenario->nr_endings; i++) {
		const struct ending *ending = &scenario->endings[i];

		strbuf_addf(&picture->label, STR_FMT "\n(" STR_FMT " ending)",
			    STR_ARG(ending->id),
			    STR_ARG(terms_name(&ending_kind_terms,
					       (int)ending->kind)));
		draw_node(picture, ending_name(i), looks[ending->kind]);
	}
}

static void draw_aside(struct picture *picture, const struct entry *entry,
		       const char *what, struct str of)
{
	struct strbuf *label = &picture->label;

	if (entry->go.kind == GO_NOWHERE)
		return;
	if (of.len)
		strbuf_addf(label, "%s" STR_FMT "%s", what, STR_ARG(of),
			    entry->condition ? ":" : "");
	put_condition(label, entry->condition, "");
	draw_go(picture, anywhere, &entry->go, true);
}

/* Reactions and the like, and what patience decides. */
static void draw_anywhere(struct picture *picture)
{
	const struct scenario *scenario = picture->scenario;

	strbuf_add(&picture->label, STR("anywhere"));
	draw_node(picture, anywhere, LOOK_JUNCTION);
	for (size_t i = 0; i < scenario->reactions.nr; i++)
		draw_aside(picture, &scenario->reactions.items[i], "", STR(""));
	for (size_t i = 0; i < scenario->pushbacks.nr; i++) {
		const struct entry *entry = &scenario->pushbacks.items[i];

		draw_aside(picture, entry, "presses for ",
			   principle_title((enum principle)entry->probes));
	}
	for (size_t t = 0; t < scenario->nr_topics; t++) {
		const struct topic *topic = &scenario->topics[t];

		for (size_t i = 0; i < topic->say.nr; i++)
			draw_aside(picture, &topic->say.items[i],
				   "asked about ", topic->id);
	}
	put_words(&picture->label, STR("patience or turns run out"));
	draw_edge(picture, anywhere, ending_name(scenario->nr_endings - 1),
		  true);
}

/* `end` takes the first ending that holds. */
static void draw_junctions(struct picture *picture)
{
	const struct scenario *scenario = picture->scenario;

	if (picture->comes_back) {
		put_words(&picture->label, STR("back to where this began"));
		draw_node(picture, back, LOOK_JUNCTION);
	}
	if (!picture->ends)
		return;
	strbuf_add(&picture->label, STR("the end"));
	draw_node(picture, any_end, LOOK_JUNCTION);
	for (size_t i = 0; i < scenario->nr_endings; i++) {
		put_condition(&picture->label, scenario->endings[i].condition,
			      "otherwise");
		draw_edge(picture, any_end, ending_name(i), false);
	}
}

void scenario_graph(const struct scenario *scenario, enum graph_format format,
		    struct strbuf *out)
{
	struct picture picture = {
		.scenario = scenario,
		.style = &graph_styles[format],
		.out = out,
	};

	picture.style->begin(out, scenario->title);
	strbuf_add(&picture.label, STR("start"));
	draw_node(&picture, start, LOOK_START);
	for (size_t s = 0; s < scenario->nr_scenes; s++)
		draw_scene(&picture, s);
	draw_endings(&picture);
	draw_edge(&picture, start, scene_name((size_t)scenario->start), false);
	for (size_t s = 0; s < scenario->nr_scenes; s++)
		draw_ways(&picture, s);
	draw_anywhere(&picture);
	draw_junctions(&picture);
	picture.style->finish(out);
	strbuf_release(&picture.label);
}

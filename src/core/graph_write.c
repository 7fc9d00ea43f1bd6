/* How the formats write the elements of a picture. */
#include "graph_parts.h"

#include <assert.h>

/* ---- DOT ---------------------------------------------------------------- */

static void put_dot(struct strbuf *out, struct str text)
{
	strbuf_addc(out, '"');
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];

		if (c == '"' || c == '\\')
			strbuf_addc(out, '\\');
		if (c == '\n')
			strbuf_add(out, STR("\\n"));
		else
			strbuf_addc(out, c);
	}
	strbuf_addc(out, '"');
}

static void dot_begin(struct strbuf *out, struct str title)
{
	strbuf_add(out, STR("digraph conversation {\n\tlabel="));
	put_dot(out, title);
	strbuf_add(out, STR("\n\tlabelloc=t\n"
			    "\tnode [fontname=\"sans-serif\" style=filled "
			    "fillcolor=white]\n"
			    "\tedge [fontname=\"sans-serif\" fontsize=10]\n"));
}

static void dot_node(struct strbuf *out, struct node_name name,
		     enum node_look look, struct str label)
{
	static const char *const looks[] = {
		[LOOK_START] = "shape=circle",
		[LOOK_SCENE] = "shape=box",
		[LOOK_ACTS] = "shape=hexagon",
		[LOOK_JUNCTION] = "shape=plaintext",
		[LOOK_GOOD] = "shape=oval fillcolor=palegreen",
		[LOOK_MIXED] = "shape=oval fillcolor=khaki",
		[LOOK_BAD] = "shape=oval fillcolor=mistyrose",
	};

	static_assert(ARRAY_LEN(looks) == LOOK_NR, "looks");
	strbuf_addf(out, "\t%c%d [%s label=", name.kind, name.number,
		    looks[look]);
	put_dot(out, label);
	strbuf_add(out, STR("]\n"));
}

static void dot_edge(struct strbuf *out, struct node_name from,
		     struct node_name to, bool dashed, struct str label)
{
	strbuf_addf(out, "\t%c%d -> %c%d [%slabel=", from.kind, from.number,
		    to.kind, to.number, dashed ? "style=dashed " : "");
	put_dot(out, label);
	strbuf_add(out, STR("]\n"));
}

static void dot_finish(struct strbuf *out)
{
	strbuf_add(out, STR("}\n"));
}

/* ---- Mermaid ------------------------------------------------------------ */

/* Labels are read as HTML, and for entities of Mermaid's own. */
static void put_mermaid(struct strbuf *out, struct str text)
{
	static const struct {
		char sign;
		const char *entity;
	} entities[] = {
		{ '"', "#quot;" }, { '#', "#35;" }, { '&', "#amp;" },
		{ '<', "#lt;" },   { '>', "#gt;" }, { '`', "#96;" },
		{ '\n', "<br>" },
	};

	for (size_t i = 0; i < text.len; i++) {
		size_t e = 0;

		while (e < ARRAY_LEN(entities) &&
		       entities[e].sign != text.ptr[i])
			e++;
		if (e < ARRAY_LEN(entities))
			strbuf_add(out, str_from(entities[e].entity));
		else
			strbuf_addc(out, text.ptr[i]);
	}
}

static void mermaid_begin(struct strbuf *out, struct str title)
{
	strbuf_add(out, STR("flowchart TD\n\t%% "));
	for (size_t i = 0; i < title.len; i++) /* one line, and no directive */
		strbuf_addc(out, title.ptr[i] == '\n' || title.ptr[i] == '{'
					 ? ' '
					 : title.ptr[i]);
	strbuf_add(out, STR("\n\tclassDef good fill:#98fb98\n"
			    "\tclassDef mixed fill:#f0e68c\n"
			    "\tclassDef bad fill:#ffe4e1\n"));
}

static void mermaid_node(struct strbuf *out, struct node_name name,
			 enum node_look look, struct str label)
{
	static const struct {
		const char *open, *close;
	} looks[] = {
		[LOOK_START] = { "((\"", "\"))" },
		[LOOK_SCENE] = { "[\"", "\"]" },
		[LOOK_ACTS] = { "{{\"", "\"}}" },
		[LOOK_JUNCTION] = { ">\"", "\"]" },
		[LOOK_GOOD] = { "([\"", "\"]):::good" },
		[LOOK_MIXED] = { "([\"", "\"]):::mixed" },
		[LOOK_BAD] = { "([\"", "\"]):::bad" },
	};

	static_assert(ARRAY_LEN(looks) == LOOK_NR, "looks");
	strbuf_addf(out, "\t%c%d%s", name.kind, name.number, looks[look].open);
	put_mermaid(out, label);
	strbuf_addf(out, "%s\n", looks[look].close);
}

static void mermaid_edge(struct strbuf *out, struct node_name from,
			 struct node_name to, bool dashed, struct str label)
{
	strbuf_addf(out, "\t%c%d %s", from.kind, from.number,
		    dashed ? "-.->" : "-->");
	if (label.len) {
		strbuf_add(out, STR("|\""));
		put_mermaid(out, label);
		strbuf_add(out, STR("\"|"));
	}
	strbuf_addf(out, " %c%d\n", to.kind, to.number);
}

static void mermaid_finish(struct strbuf *out)
{
	(void)out;
}

/* ---- the formats -------------------------------------------------------- */

static const char *const format_names[] = { "dot", "mermaid" };
static_assert(ARRAY_LEN(format_names) == GRAPH_FORMAT_NR, "formats");
const struct terms graph_format_terms = {
	.what = "a format of pictures",
	.names = format_names,
	.nr = GRAPH_FORMAT_NR,
};

const struct graph_style graph_styles[] = {
	[GRAPH_DOT] = { dot_begin, dot_node, dot_edge, dot_finish },
	[GRAPH_MERMAID] = { mermaid_begin, mermaid_node, mermaid_edge,
			    mermaid_finish },
};

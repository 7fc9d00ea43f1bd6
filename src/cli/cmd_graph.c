/* Draws a scenario for Graphviz or Mermaid. */
#include "options.h"
#include "rehearse/graph.h"
#include "rehearse/library.h"

int cmd_graph(const struct options *options, struct output *output,
	      struct arena *arena)
{
	struct problems problems = { 0 };
	struct strbuf picture = { 0 };
	const struct scenario *scenario =
		library_open(arena, options->arguments.items[0],
			     data_home(arena), embedded(), NULL, 0, &problems);

	if (!scenario)
		return say_problems(&problems);
	scenario_graph(scenario, (enum graph_format)options->picture, &picture);
	output_text(output, strbuf_str(&picture));
	strbuf_release(&picture);
	return 0;
}

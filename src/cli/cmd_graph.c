/* Draws a scenario for Graphviz or Mermaid. */
#include "options.h"
#include "rehearse/file.h"
#include "rehearse/graph.h"
#include "rehearse/load.h"

int cmd_graph(const struct options *options, struct output *output,
	      struct arena *arena)
{
	struct str path = options->arguments.items[0], bytes;
	const struct scenario *scenario;
	struct problems problems = { 0 };
	struct strbuf picture = { 0 };
	struct error err;

	if (!file_read(arena, path, FILE_MAX_SCENARIO, &bytes, &err)) {
		say_error(&err);
		return (int)err.kind;
	}
	scenario = scenario_load(arena, path, bytes, NULL, 0, &problems);
	if (!scenario)
		return say_problems(&problems);
	scenario_graph(scenario, (enum graph_format)options->picture, &picture);
	output_text(output, strbuf_str(&picture));
	strbuf_release(&picture);
	return 0;
}

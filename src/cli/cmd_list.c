#include "options.h"
#include "rehearse/embedded.h"
#include "rehearse/library.h"

static void list_item(struct output *output, const struct library_item *item)
{
	output_style(output, STYLE_BOLD);
	output_text(output, item->id);
	output_plain(output);
	output_printf(output, "  %s, %s, %d min%s\n",
		      kind_terms.names[item->kind],
		      level_terms.names[item->level], item->minutes,
		      !item->path.len ? "" : item->shadows ?
		      "  (your own, in place of the shipped one)" :
		      "  (your own)");
	output_text(output, STR("    "));
	output_line(output, item->title);
	output_text(output, STR("    "));
	output_line(output, item->summary);
}

static void list_drills(struct output *output, const struct embedded *shipped)
{
	if (!shipped->nr_drills)
		return;
	output_text(output, STR("\nDrills, for a team: rehearse drill NAME\n"));
	for (size_t i = 0; i < shipped->nr_drills; i++) {
		const struct embedded_scenario *drill = &shipped->drills[i];

		output_style(output, STYLE_BOLD);
		output_text(output, drill->id);
		output_plain(output);
		output_printf(output, "  %d min\n    ", drill->minutes);
		output_line(output, drill->title);
		output_text(output, STR("    "));
		output_line(output, drill->summary);
	}
}

int cmd_list(const struct options *options, struct output *output,
	     struct arena *arena)
{
	struct library library = library_list(arena, data_home(arena),
					      embedded());
	int status = 0;

	(void)options;
	for (size_t i = 0; i < library.nr; i++) {
		const struct library_item *item = &library.items[i];

		if (!item->fault.len) {
			list_item(output, item);
			continue;
		}
		say(STR_FMT, STR_ARG(item->fault));
		status = ERROR_DATA;
	}
	list_drills(output, embedded());
	return status;
}

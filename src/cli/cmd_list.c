#include <string.h>

#include "options.h"
#include "rehearse/embedded.h"
#include "rehearse/library.h"

static bool begins_a_word(struct str text, struct str start)
{
	for (size_t at = 0; at + start.len <= text.len; at++)
		if ((!at || strchr(" -\"(", text.ptr[at - 1])) &&
		    str_equal_nocase(str_slice(text, at, at + start.len),
				     start))
			return true;
	return false;
}

/* Does it go by all the words that were asked for? */
static bool is_wanted(const struct options *options, struct str about)
{
	for (size_t i = 0; i < options->arguments.nr; i++)
		if (!begins_a_word(about, options->arguments.items[i]))
			return false;
	return true;
}

static struct str about_item(struct arena *arena,
			     const struct library_item *item)
{
	return arena_printf(arena, STR_FMT " " STR_FMT " %s %s " STR_FMT,
			    STR_ARG(item->id), STR_ARG(item->title),
			    kind_terms.names[item->kind],
			    level_terms.names[item->level],
			    STR_ARG(item->tags));
}

static void list_item(struct output *output, const struct library_item *item)
{
	output_style(output, STYLE_BOLD);
	output_text(output, item->id);
	output_plain(output);
	output_printf(output, "  %s, %s, %d min%s" STR_FMT "%s\n",
		      kind_terms.names[item->kind],
		      level_terms.names[item->level], item->minutes,
		      item->tags.len ? "; " : "", STR_ARG(item->tags),
		      !item->path.len ? "" : item->shadows ?
		      "  (your own, in place of the shipped one)" :
		      "  (your own)");
	output_text(output, STR("    "));
	output_line(output, item->title);
	output_text(output, STR("    "));
	output_line(output, item->summary);
}

static void list_drill(struct output *output,
		       const struct embedded_scenario *drill)
{
	output_style(output, STYLE_BOLD);
	output_text(output, drill->id);
	output_plain(output);
	output_printf(output, "  %d min\n    ", drill->minutes);
	output_line(output, drill->title);
	output_text(output, STR("    "));
	output_line(output, drill->summary);
}

/* Both return how many they listed. */
static size_t list_scenarios(const struct options *options,
			     struct output *output, struct arena *arena,
			     int *status)
{
	struct library library = library_list(arena, data_home(arena),
					      embedded());
	size_t nr = 0;

	for (size_t i = 0; i < library.nr; i++) {
		const struct library_item *item = &library.items[i];

		if (item->fault.len) {
			say(STR_FMT, STR_ARG(item->fault));
			*status = ERROR_DATA;
		} else if (is_wanted(options, about_item(arena, item))) {
			list_item(output, item);
			nr++;
		}
	}
	return nr;
}

static size_t list_drills(const struct options *options,
			  struct output *output, struct arena *arena)
{
	const struct embedded *shipped = embedded();
	size_t nr = 0;

	for (size_t i = 0; i < shipped->nr_drills; i++) {
		const struct embedded_scenario *drill = &shipped->drills[i];

		if (!is_wanted(options, arena_printf(arena,
				STR_FMT " " STR_FMT, STR_ARG(drill->id),
				STR_ARG(drill->title))))
			continue;
		if (!nr++)
			output_text(output, STR("\nDrills, for a team: "
						"rehearse drill NAME\n"));
		list_drill(output, drill);
	}
	return nr;
}

int cmd_list(const struct options *options, struct output *output,
	     struct arena *arena)
{
	int status = 0;
	size_t nr = list_scenarios(options, output, arena, &status);

	nr += list_drills(options, output, arena);
	if (!nr) {
		say("nothing goes by all of that; `rehearse list` shows what "
		    "there is");
		raise_status(&status, ERROR_ANSWER_NO);
	}
	return status;
}

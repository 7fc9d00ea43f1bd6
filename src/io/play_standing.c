#include "rehearse/play.h"

static bool step(struct session *session, const struct event *event,
		 struct error *err)
{
	const struct turn turn = {
		.said = event->said,
		.act = event->act,
		.picked = event->picked,
	};

	return session_repeat(session, &turn, err);
}

struct session *play_standing(const struct scenario *scenario,
			      const struct rubric *rubric,
			      const struct transcript_file *file,
			      struct error *err)
{
	const struct transcript_header *header = &file->header;
	const struct session_options options = {
		.seed = header->seed,
		.level = header->level,
		.start = header->start.len ?
			scenario_scene(scenario, header->start) : -1,
	};
	struct session *session = session_new(scenario, rubric, &options);
	struct arena scratch = { 0 };
	const struct event **standing;
	size_t nr;

	standing = transcript_standing(file, &scratch, &nr);
	for (size_t i = 0; i < nr; i++) {
		if (step(session, standing[i], err))
			continue;
		err->line = standing[i]->line;
		session_free(session);
		session = NULL;
		break;
	}
	arena_release(&scratch);
	return session;
}

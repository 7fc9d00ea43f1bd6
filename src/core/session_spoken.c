/*
 * What lines are about. A condition says it: an entry that asks for a fact, a
 * topic or a behaviour of this turn is taken to speak to it. Where a nod might
 * say the same, only a fact just told counts: told is a mere guard, which may
 * stand before a line about something else.
 */
#include "session_parts.h"

void spoken_add(struct spoken *spoken, const struct entry *entry)
{
	struct condition_uses wants = condition_wants(entry->condition, true);

	spoken->told |= wants.just_told;
	spoken->did |= wants.did;
}

bool session_is_about_this(const struct session *session,
			   const struct entry *entry)
{
	const struct condition_state *now = &session->now;
	struct condition_uses uses = condition_uses(entry->condition);

	return uses.told & now->just_told || uses.asked & now->just_asked ||
	       uses.knows & now->just_knows || uses.did & now->did;
}

/* Where it leads; -1: not to a scene, or to nowhere. */
static int scene_ahead(const struct session *session, const struct go *go)
{
	if (go->kind == GO_BACK && session->nr_detours)
		return session->detours[session->nr_detours - 1];
	return go->kind == GO_SCENE ? go->index : -1;
}

int session_lines_ahead(struct session *session, const struct go *go,
			struct spoken *spoken)
{
	size_t hops = session->scenario->nr_scenes;
	struct strbuf *trace = session->trace;
	int lines = 0, scene;

	session->trace = NULL; /* asked again when it happens */
	while ((scene = scene_ahead(session, go)) >= 0 && hops--) {
		struct script client = session_client(session, scene);
		int i = script_first(session, &client);

		if (i < 0)
			break;
		if (script_has_line(&client, (size_t)i)) {
			lines++;
			if (spoken)
				spoken_add(spoken, &client.entries->items[i]);
		}
		go = &client.entries->items[i].go;
	}
	session->trace = trace;
	return lines;
}

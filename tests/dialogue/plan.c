#include "plan.h"

#include <stdio.h>

#include "rehearse/file.h"

static bool read_scenario(struct arena *arena, struct plan *plan,
			  struct str value)
{
	(void)arena;
	plan->scenario = value;
	return value.len > 0;
}

static bool read_seed(struct arena *arena, struct plan *plan, struct str value)
{
	(void)arena;
	return str_number(value, UINT64_MAX, &plan->seed);
}

static bool read_level(struct arena *arena, struct plan *plan, struct str value)
{
	(void)arena;
	plan->level = terms_find(&level_terms, value);
	return plan->level >= 0;
}

static bool read_fill(struct arena *arena, struct plan *plan, struct str value)
{
	struct str name;

	if (str_find(value, STR("="), 0) == value.len)
		return false;
	str_cut(&value, '=', &name);
	plan->fills = arena_grow(arena, plan->fills, plan->nr_fills,
				 &plan->alloc_fills, sizeof(*plan->fills));
	plan->fills[plan->nr_fills++] = (struct fill_choice){
		.name = str_trim(name),
		.value = str_trim(value),
	};
	return true;
}

/* What holds for the whole plan; all other keys are steps. */
static const struct {
	const char *key, *wanted;
	bool (*read)(struct arena *arena, struct plan *plan, struct str value);
} settings[] = {
	{ "scenario", "an id or a path", read_scenario },
	{ "seed", "a whole number", read_seed },
	{ "level", "gentle, firm or tough", read_level },
	{ "fill", "KEY=VALUE", read_fill },
};

static bool read_line(struct arena *arena, struct plan *plan, struct str text,
		      unsigned line, struct error *err)
{
	struct plan_step step = { .line = line };

	str_cut(&text, ':', &step.key);
	if (!text.ptr)
		return error_at(err, plan->path, line, 0,
				"`key: value` is wanted here");
	step.value = str_trim(text);
	step.key = str_trim(step.key);
	for (size_t i = 0; i < ARRAY_LEN(settings); i++) {
		if (!str_equal(step.key, str_from(settings[i].key)))
			continue;
		return settings[i].read(arena, plan, step.value) ||
		       error_at(err, plan->path, line, 0, "`%s` wants %s",
				settings[i].key, settings[i].wanted);
	}
	step.not = str_starts_with(step.key, STR("not "));
	if (step.not )
		step.key = str_trim(str_slice(step.key, 4, step.key.len));
	plan->steps = arena_grow(arena, plan->steps, plan->nr_steps,
				 &plan->alloc_steps, sizeof(*plan->steps));
	plan->steps[plan->nr_steps++] = step;
	return true;
}

bool plan_read(struct arena *arena, struct str path, struct plan *plan,
	       struct error *err)
{
	struct plan read = { .path = path, .level = -1, .seed = 1 };
	struct str rest, text;
	unsigned line = 0;

	if (!file_read(arena, path, FILE_MAX_SCENARIO, &rest, err))
		return false;
	while (str_cut(&rest, '\n', &text)) {
		line++;
		text = str_trim(text);
		if (!text.len || text.ptr[0] == '#')
			continue;
		if (!read_line(arena, &read, text, line, err))
			return false;
	}
	if (!read.scenario.len)
		return error_at(err, path, 0, 0, "it names no scenario");
	*plan = read;
	return true;
}

static void print_problems(const struct problems *problems)
{
	struct strbuf text = { 0 };

	for (size_t i = 0; i < problems->nr; i++) {
		error_print(&problems->errors[i], &text);
		strbuf_addc(&text, '\n');
	}
	printf(STR_FMT, STR_ARG(strbuf_str(&text)));
	strbuf_release(&text);
}

static const struct scenario *load(struct arena *arena, const struct plan *plan)
{
	bool is_path =
		str_find(plan->scenario, STR("/"), 0) < plan->scenario.len;
	struct str path =
		is_path ? plan->scenario
			: arena_printf(arena, "scenarios/" STR_FMT ".yaml",
				       STR_ARG(plan->scenario));
	const struct scenario *scenario = NULL;
	struct problems problems = { 0 };
	struct error err;
	struct str bytes;

	if (!file_read(arena, path, FILE_MAX_SCENARIO, &bytes, &err))
		problems_add(&problems, arena, &err);
	else
		scenario = scenario_load(arena, path, bytes, plan->fills,
					 plan->nr_fills, &problems);
	print_problems(&problems);
	return scenario;
}

static void put_on(struct shelf *shelf, struct str name,
		   const struct scenario *scenario)
{
	shelf->names = arena_grow(&shelf->arena, shelf->names, shelf->nr,
				  &shelf->alloc_names, sizeof(*shelf->names));
	shelf->scenarios =
		arena_grow(&shelf->arena, shelf->scenarios, shelf->nr,
			   &shelf->alloc, sizeof(struct scenario *));
	shelf->names[shelf->nr] = arena_str(&shelf->arena, name);
	shelf->scenarios[shelf->nr++] = scenario;
}

const struct scenario *plan_scenario(struct shelf *shelf,
				     const struct plan *plan)
{
	const struct scenario *scenario;

	for (size_t i = 0; i < shelf->nr && !plan->nr_fills; i++)
		if (str_equal(shelf->names[i], plan->scenario))
			return shelf->scenarios[i];
	scenario = load(&shelf->arena, plan);
	if (scenario && !plan->nr_fills)
		put_on(shelf, plan->scenario, scenario);
	return scenario;
}

void shelf_release(struct shelf *shelf)
{
	arena_release(&shelf->arena);
}

struct session *plan_session(const struct plan *plan,
			     const struct scenario *scenario,
			     const struct rubric *rubric)
{
	struct session_options options = {
		.seed = plan->seed,
		.level = plan->level >= 0 ? (enum level)plan->level
					  : scenario->level,
		.start = -1,
	};

	return session_new(scenario, rubric, &options);
}

/* ---- inputs ------------------------------------------------------------ */

bool plan_is_input(const struct plan_step *step)
{
	return !step->not &&(str_equal(step->key, STR("act")) ||
			     str_equal(step->key, STR("you")) ||
			     str_equal(step->key, STR("pick")));
}

static bool pick(const struct plan_step *step, struct session *session,
		 struct error *err)
{
	const struct scenario *scenario = session_scenario(session);
	const struct scene *scene;
	const struct reply *reply;
	uint64_t place;

	if (session_ended(session))
		return error_set(err, ERROR_USAGE, "the talk has ended");
	scene = &scenario->scenes[session_scene(session)];
	if (!str_number(step->value, scene->nr_replies, &place) || !place)
		return error_set(err, ERROR_USAGE,
				 "scene " STR_FMT " has no reply " STR_FMT,
				 STR_ARG(scene->id), STR_ARG(step->value));
	reply = &scene->replies[place - 1];
	if (reply->act != ACT_NONE)
		return session_act(session, reply->act, err);
	return session_say(session, reply->text, (int)place, err);
}

bool plan_input(const struct plan_step *step, struct session *session,
		struct error *err)
{
	int act;

	if (str_equal(step->key, STR("you")))
		return session_say(session, step->value, 0, err);
	if (str_equal(step->key, STR("pick")))
		return pick(step, session, err);
	act = terms_find(&act_terms, step->value);
	if (act < 0)
		return error_set(err, ERROR_USAGE, "`" STR_FMT "` is no act",
				 STR_ARG(step->value));
	return session_act(session, (enum act)act, err);
}

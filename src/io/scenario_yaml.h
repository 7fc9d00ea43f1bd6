/*
 * The parts of the scenario loader.
 *
 * Layer: io, internal to scenario_*.c.
 */
#ifndef REHEARSE_IO_SCENARIO_YAML_H
#define REHEARSE_IO_SCENARIO_YAML_H

#include "names.h"
#include "rehearse/load.h"

/* What keeps a hostile file from growing in memory. */
enum loader_limit {
	LOADER_MAX_FILLS = 64,
	LOADER_MAX_ENDINGS = 64,
	LOADER_MAX_SCENES = 20000,
	LOADER_MAX_ENTRIES = 60000, /* and replies, of all scenes together */
	LOADER_MAX_PHRASE = 600, /* bytes; edges grow with their square */
	LOADER_MAX_PHRASES = 1 << 18, /* bytes of all phrases together */
	LOADER_MAX_FILLED = 4 << 20,  /* bytes of all texts with fills */
	LOADER_MAX_FILL = 200,        /* characters of one fill */
};

/* What is known while a scenario is read. */
struct loader {
	struct yaml yaml; /* first: readers get a pointer to it */
	struct scenario *scenario;
	struct names facts, topics, hidden, scenes, endings;
	struct condition_names condition_names;
	struct matcher_builder *phrases;
	size_t nr_entries, phrase_bytes, filled_bytes;
	int scene;      /* being read */
	bool answering; /* what answers words is being read: slots may stand */
	bool moves_on;  /* acts of the scene being read must have go */
};

/* ---- scenario_fill.c --------------------------------------------------- */

/*
 * Reads the fills ahead of everything else, since texts everywhere use them.
 * {client} and {client_name} are the last two.
 */
void loader_fills(struct loader *loader, const struct yaml_node *root,
		  const struct fill_choice *choices, size_t nr_choices);

/* Field readers: a text with its fills put in, in any style; and what is
 * said, which must stand in double quotes. */
void read_text(struct yaml *yaml, const struct yaml_field *field,
	       const struct yaml_node *value, void *target); /* struct str */
void read_speech(struct yaml *yaml, const struct yaml_field *field,
		 const struct yaml_node *value, void *target); /* struct str */
/* A list of texts, or one, as an array; the number of texts. */
size_t loader_texts(struct loader *loader, const struct yaml_field *field,
		    const struct yaml_node *value, yaml_reader *read,
		    struct str **texts);

/* ---- scenario_phrases.c ------------------------------------------------ */

/* Adds the phrases of `heard`, one or a list, to the matcher. */
void loader_phrases(struct loader *loader, const struct yaml_node *value,
		    uint32_t id);

/* ---- scenario_facts.c -------------------------------------------------- */

/* Field readers of the scenario's own keys. */
void read_facts(struct yaml *yaml, const struct yaml_field *field,
		const struct yaml_node *value, void *target);
void read_hidden(struct yaml *yaml, const struct yaml_field *field,
		 const struct yaml_node *value, void *target);
void read_topics(struct yaml *yaml, const struct yaml_field *field,
		 const struct yaml_node *value, void *target);

/* ---- scenario_entries.c ------------------------------------------------ */

/* What an entry may hold, by where it stands. */
extern const struct yaml_table entry_table, pushback_table, nod_table,
	remark_table, answer_table;

/* Field readers. */
void read_condition(struct yaml *yaml, const struct yaml_field *field,
		    const struct yaml_node *value, void *target);
/* One entry or a list of them, by the field's table: struct entries */
void read_entries(struct yaml *yaml, const struct yaml_field *field,
		  const struct yaml_node *value, void *target);
/* The same of lines that may take up what was said. */
void read_taking_up(struct yaml *yaml, const struct yaml_field *field,
		    const struct yaml_node *value, void *target);
/* Where a text leads; a problem leaves GO_END, so that it is not missed. */
void read_go(struct yaml *yaml, const struct yaml_field *field,
	     const struct yaml_node *value, void *target);
/* One more entry or reply; false when there are too many. */
bool loader_count(struct loader *loader, const struct yaml_node *node);

/* ---- scenario_scenes.c ------------------------------------------------- */

void read_scenes(struct yaml *yaml, const struct yaml_field *field,
		 const struct yaml_node *value, void *target);
/* Scenes that move on to each other without a turn would never end. */
void loader_check_rounds(struct loader *loader);

#endif

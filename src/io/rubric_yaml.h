/*
 * The parts of the rubric's reader.
 *
 * Layer: io, internal to rubric_*.c.
 */
#ifndef REHEARSE_IO_RUBRIC_YAML_H
#define REHEARSE_IO_RUBRIC_YAML_H

#include "names.h"
#include "rehearse/load.h"

/* What keeps a hostile file from growing in memory. */
enum rubric_limit {
	RUBRIC_MAX_NAMED = 500, /* lists, families, gates: of each */
	RUBRIC_MAX_RULES = 5000,
	RUBRIC_MAX_STRINGS = 100000, /* patterns and examples altogether */
};

struct rubric_reader {
	struct yaml yaml; /* first: readers get a pointer to it */
	size_t nr_strings;
};

/* One more pattern or example; false when there are too many. */
bool rubric_count(struct rubric_reader *reader, const struct yaml_node *node);

/* Field readers. One pattern or a list of them: struct source_strs */
void read_patterns(struct yaml *yaml, const struct yaml_field *field,
		   const struct yaml_node *value, void *target);
/* The name of something that stands elsewhere: struct source_str */
void read_name(struct yaml *yaml, const struct yaml_field *field,
	       const struct yaml_node *value, void *target);
/* struct rubric_source */
void read_gates(struct yaml *yaml, const struct yaml_field *field,
		const struct yaml_node *value, void *target);
void read_rules(struct yaml *yaml, const struct yaml_field *field,
		const struct yaml_node *value, void *target);

/* What `when` may hold: struct rule_when */
extern const struct yaml_table when_table;

struct source_str source_name(struct yaml *yaml, const struct yaml_node *node);

#endif

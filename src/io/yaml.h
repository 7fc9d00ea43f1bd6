/*
 * YAML files as this program reads them: libyaml's events become a tree of
 * nodes that know their place, and tables of fields say what a mapping may
 * hold and where its values go. Types are decided by the table that asks,
 * not by YAML 1.1: `off`, `no` and `12:30` are texts where a text is asked.
 *
 * Refused, with the place: what is not UTF-8, control characters (written as
 * escapes, too), directives, anchors, aliases, merge keys, tags, a second
 * document, and more than a million events or 64 levels. Every mistake of a
 * file is listed in one run; after one of YAML's own nothing more is read.
 *
 * Layer: io, internal.
 */
#ifndef REHEARSE_IO_YAML_H
#define REHEARSE_IO_YAML_H

#include "rehearse/error.h"
#include "rehearse/terms.h"

enum yaml_limit {
	YAML_MAX_EVENTS = 1000000,
	YAML_MAX_DEPTH = 64,
	YAML_MAX_CHARACTERS = 4000, /* of one text */
};

enum yaml_kind { YAML_TEXT, YAML_LIST, YAML_MAP };
enum yaml_style { YAML_PLAIN, YAML_DOUBLE, YAML_SINGLE, YAML_BLOCK };

/* A million of them must fit into memory: 32 bytes. */
struct yaml_node {
	union {
		const char *ptr;         /* texts */
		struct yaml_node *first; /* lists, maps */
	};
	struct yaml_node *next; /* in a map key, value, key, value */
	uint32_t len;           /* bytes of a text, else the nodes in it */
	uint32_t line;
	uint32_t column;
	uint8_t kind, style;
	bool exact; /* a text that stands in the file as it is, in one line */
};

/* One file being read. */
struct yaml {
	struct str path;
	struct arena *arena; /* for what stays when the tree is gone */
	struct arena tree;
	struct problems *problems;
	unsigned lines_before; /* where the bytes are part of a file */
	size_t nr_problems; /* of this file, those not listed included */
};

/*
 * The tree of the bytes, which lives until yaml_release(); NULL with
 * problems when there is none.
 */
const struct yaml_node *yaml_read(struct yaml *yaml, struct str bytes);
void yaml_release(struct yaml *yaml);

/* Something is wrong with a node; or inside its text, `inside` characters
 * from its beginning. */
__attribute__((format(printf, 3, 4)))
void yaml_problem(struct yaml *yaml, const struct yaml_node *node,
		  const char *format, ...);
__attribute__((format(printf, 4, 5)))
void yaml_problem_inside(struct yaml *yaml, const struct yaml_node *node,
			 size_t inside, const char *format, ...);
/* Lines and characters from 0. */
struct yaml_place {
	size_t line, column;
};
/* Where libyaml gave up, and where what it was reading began. */
struct yaml_stop {
	struct str bytes;
	const char *problem;
	struct yaml_place at, context;
};
/* The mistake and its place in our words; words NULL: not one we know. */
struct yaml_mistake {
	struct yaml_place place;
	const char *words;
};
struct yaml_mistake yaml_explain(const struct yaml_stop *stop);
/* The same from what stands around the place alone, which says more than
 * libyaml's problem; words NULL: nothing. */
struct yaml_mistake yaml_clue(const struct yaml_stop *stop);
/* Does it hold quotation marks as word processors set them? YAML knows the
 * keyboard's alone. */
bool yaml_has_curly_quotes(struct str text);

/* Nothing more will be listed: no use in looking for the nearest name. */
bool yaml_full(const struct yaml *yaml);

/* The text of a text node; empty for others. */
struct str yaml_text(const struct yaml_node *node);
/* The beginning of a text, short enough for a message. */
struct str yaml_short(struct str text);

/* Is the node of that kind? If not: "NAME must be a list". */
bool yaml_is(struct yaml *yaml, const struct yaml_node *node,
	     enum yaml_kind kind, const char *name);

/*
 * Is this a file of the format ("rehearse/scenario 1")? A file that does not
 * say so may still be one: that is left to the table.
 */
bool yaml_format(struct yaml *yaml, const struct yaml_node *root,
		 const char *format);

/* ---- tables of fields -------------------------------------------------- */

struct yaml_field;
struct yaml_table;
typedef void yaml_reader(struct yaml *yaml, const struct yaml_field *field,
			 const struct yaml_node *value, void *target);

/*
 * A key a mapping may have. `read` puts the value at `offset` of the struct
 * that is being filled; the readers below are for common types.
 */
struct yaml_field {
	const char *key;
	yaml_reader *read;
	size_t offset;
	bool required;
	const struct terms *terms; /* yaml_term, yaml_terms */
	int min, max;              /* yaml_number */
	const struct yaml_table *table; /* yaml_inner */
};

struct yaml_table {
	const char *what; /* "a scene" */
	const struct yaml_field *fields;
	size_t nr;
};

enum { YAML_MAX_FIELDS = 32 };

/*
 * Fills target from a mapping. Values are read in the order of the table,
 * whatever their order in the file. False if it is no mapping.
 */
bool yaml_map(struct yaml *yaml, const struct yaml_node *map,
	      const struct yaml_table *table, void *target);

/* The value of a key, or NULL. */
const struct yaml_node *yaml_find(const struct yaml_node *map, struct str key);

/* Leaves the value alone: it is looked at elsewhere, or computed again. */
void yaml_nothing(struct yaml *yaml, const struct yaml_field *field,
		  const struct yaml_node *value, void *target);
void yaml_string(struct yaml *yaml, const struct yaml_field *field,
		 const struct yaml_node *value, void *target); /* struct str */
void yaml_number(struct yaml *yaml, const struct yaml_field *field,
		 const struct yaml_node *value, void *target); /* int */
void yaml_bool(struct yaml *yaml, const struct yaml_field *field,
	       const struct yaml_node *value, void *target); /* bool */
void yaml_term(struct yaml *yaml, const struct yaml_field *field,
	       const struct yaml_node *value, void *target); /* int */
/* A mapping inside, by the field's table: the struct the table is of. */
void yaml_inner(struct yaml *yaml, const struct yaml_field *field,
		const struct yaml_node *value, void *target);
/* One term or a list of them, as bits: uint32_t, uint64_t */
void yaml_terms(struct yaml *yaml, const struct yaml_field *field,
		const struct yaml_node *value, void *target);
void yaml_terms_long(struct yaml *yaml, const struct yaml_field *field,
		     const struct yaml_node *value, void *target);

#endif

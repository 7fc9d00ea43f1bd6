/*
 * The host tool of the build: writes what is built into the program as a C
 * file (see include/rehearse/embedded.h).
 *
 *   embed OUT.c RUBRIC.yaml LINES.yaml SCENARIO.yaml...
 *		--now SCENARIO.yaml... --templates SCENARIO.yaml...
 *		--schemas NAME.schema.json... --drills DRILL.yaml...
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "embed_parts.h"
#include "rehearse/embedded.h"
#include "rehearse/file.h"
#include "rehearse/load.h"

struct embed {
	struct arena arena;
	struct problems problems;
	FILE *out;        /* the C file */
	FILE *table;      /* of scenarios or schemas, written into memory */
	char *table_text;
	size_t table_len;
};

static void print_problems(const struct problems *problems)
{
	struct strbuf text = { 0 };

	for (size_t i = 0; i < problems->nr; i++) {
		error_print(&problems->errors[i], &text);
		strbuf_addc(&text, '\n');
	}
	fwrite(text.ptr ? text.ptr : "", 1, text.len, stderr);
	strbuf_release(&text);
}

static bool read_input(struct embed *embed, const char *path,
		       struct str *bytes)
{
	struct error err;

	if (file_read(&embed->arena, str_from(path), FILE_MAX_SCENARIO, bytes,
		      &err))
		return true;
	problems_add(&embed->problems, &embed->arena, &err);
	return false;
}

/* What stands between the quotes of a literal. No digit may follow an octal
 * sign of fewer than three. */
static void put_literal(FILE *out, struct str bytes)
{
	for (size_t i = 0; i < bytes.len; i++) {
		unsigned char c = (unsigned char)bytes.ptr[i];
		bool digit = i + 1 < bytes.len && bytes.ptr[i + 1] >= '0' &&
			     bytes.ptr[i + 1] <= '9';

		if (c < 0x20 || c > 0x7e || c == '"' || c == '\\' || c == '?')
			fprintf(out, digit ? "\\%03o" : "\\%o", c);
		else
			putc(c, out);
	}
}

/* A literal is read many times faster than as many numbers. */
static void put_bytes(FILE *out, const char *name, size_t nr, struct str bytes)
{
	enum { LINE = 64 };

	fprintf(out, "static _Alignas(uint32_t) const char %s_%zu[] =", name,
		nr);
	for (size_t at = 0; !at || at < bytes.len; at += LINE) {
		size_t end = at + LINE < bytes.len ? at + LINE : bytes.len;

		fputs("\n\"", out);
		put_literal(out, str_slice(bytes, at, end));
		fputs("\"", out);
	}
	fputs(";\n", out);
}

static void put_words(FILE *out, const char *name, const uint32_t *words,
		      size_t nr)
{
	fprintf(out, "static const uint32_t %s[] = {", name);
	for (size_t i = 0; i < nr; i++)
		fprintf(out, "%s%u,", i % 8 ? "" : "\n", (unsigned)words[i]);
	fprintf(out, "%s\n};\n", nr ? "" : "\n0");
}

static void put_string(FILE *out, const char *field, struct str str)
{
	fprintf(out, "\t\t.%s = { \"", field);
	put_literal(out, str);
	fprintf(out, "\", %zu },\n", str.len);
}

static bool put_rubric(struct embed *embed, const char *path)
{
	struct rubric_source source;
	struct str bytes, image;

	if (!read_input(embed, path, &bytes) ||
	    !rubric_load(&embed->arena, str_from(path), bytes, &source,
			 &embed->problems) ||
	    !rubric_compile(&embed->arena, &source, &image, &embed->problems))
		return false;
	put_bytes(embed->out, "rubric_image", 0, image);
	put_bytes(embed->out, "rubric_yaml", 0, bytes);
	return true;
}

static void put_lines(FILE *out, const char *name,
		      const struct pool_line *lines, size_t nr)
{
	fprintf(out, "static const struct pool_line %s[] = {\n", name);
	for (size_t i = 0; i < nr; i++) {
		fputs("\t{\n", out);
		put_string(out, "say", lines[i].say);
		fprintf(out, "\t\t.conduct = %d,\n\t\t.shows = %lluu,\n\t},\n",
			(int)lines[i].conduct,
			(unsigned long long)lines[i].shows);
	}
	fputs("};\n", out);
}

static bool put_pool(struct embed *embed, const char *path)
{
	struct pool pool;
	struct str bytes;

	if (!read_input(embed, path, &bytes) ||
	    !pool_load(&embed->arena, str_from(path), bytes, &pool,
		       &embed->problems))
		return false;
	put_lines(embed->out, "pool_lines", pool.lines, pool.nr);
	put_lines(embed->out, "idle_lines", pool.idle, pool.nr_idle);
	return true;
}

static bool put_scenario(struct embed *embed, const char *path, size_t nr)
{
	const struct scenario *scenario;
	struct str bytes;

	if (!read_input(embed, path, &bytes))
		return false;
	scenario = scenario_load(&embed->arena, str_from(path), bytes, NULL, 0,
				 &embed->problems);
	if (!scenario)
		return false;
	put_bytes(embed->out, "scenario", nr, bytes);
	fputs("\t{\n", embed->table);
	put_string(embed->table, "id", scenario->id);
	put_string(embed->table, "title", scenario->title);
	put_string(embed->table, "summary", scenario->summary);
	put_string(embed->table, "tags", scenario->tags);
	fprintf(embed->table, "\t\t.kind = %d,\n\t\t.level = %d,\n"
		"\t\t.minutes = %d,\n\t\t.bytes = { scenario_%zu,"
		" sizeof(scenario_%zu) - 1 },\n\t},\n", (int)scenario->kind,
		(int)scenario->level, scenario->minutes, nr, nr);
	return true;
}

/* Its id is the name of the file up to the first dot. */
static bool put_schema(struct embed *embed, const char *path, size_t nr)
{
	struct str rest = str_from(path), id = rest, bytes;
	struct strbuf filled = { 0 };

	if (!read_input(embed, path, &bytes))
		return false;
	if (!schema_fill(&filled, bytes)) {
		fprintf(stderr, "%s: an enum of unknown words\n", path);
		strbuf_release(&filled);
		return false;
	}
	while (str_cut(&rest, '/', &id))
		;
	id = str_slice(id, 0, str_find(id, STR("."), 0));
	put_bytes(embed->out, "schema", nr, strbuf_str(&filled));
	strbuf_release(&filled);
	fputs("\t{\n", embed->table);
	put_string(embed->table, "id", id);
	fprintf(embed->table, "\t\t.bytes = { schema_%zu, "
		"sizeof(schema_%zu) - 1 },\n\t},\n", nr, nr);
	return true;
}

static bool put_drill(struct embed *embed, const char *path, size_t nr)
{
	struct strbuf sum = { 0 };
	const struct drill *drill;
	struct str bytes;

	if (!read_input(embed, path, &bytes))
		return false;
	drill = drill_load(&embed->arena, str_from(path), bytes,
			   &embed->problems);
	if (!drill)
		return false;
	put_bytes(embed->out, "drill", nr, bytes);
	fputs("\t{\n", embed->table);
	put_string(embed->table, "id", drill->id);
	put_string(embed->table, "title", drill->title);
	drill_sum(drill, drill->nr_people, &sum);
	put_string(embed->table, "summary", strbuf_str(&sum));
	fprintf(embed->table, "\t\t.minutes = %d,\n\t\t.bytes = { "
		"drill_%zu, sizeof(drill_%zu) - 1 },\n\t},\n",
		drill->minutes, nr, nr);
	strbuf_release(&sum);
	return true;
}

/* What a table holds; those that are not here, scenarios. */
struct holding {
	const char *table, *type;
	bool (*put)(struct embed *embed, const char *path, size_t nr);
};

static struct holding holding_of(const char *table)
{
	static const struct holding others[] = {
		{ "schemas", "embedded_schema", put_schema },
		{ "drills", "embedded_scenario", put_drill },
	};

	for (size_t i = 0; i < ARRAY_LEN(others); i++)
		if (!strcmp(others[i].table, table))
			return others[i];
	return (struct holding){ table, "embedded_scenario", put_scenario };
}

/* The items put so far, as a table of that name. */
static void put_table(struct embed *embed, const char *name)
{
	fclose(embed->table);
	fprintf(embed->out, "static const struct %s %s[] = {\n",
		holding_of(name).type, name);
	fwrite(embed->table_text, 1, embed->table_len, embed->out);
	fputs("};\n", embed->out);
	free(embed->table_text);
	embed->table = NULL;
}

static bool begin_table(struct embed *embed)
{
	embed->table = open_memstream(&embed->table_text, &embed->table_len);
	if (!embed->table)
		perror("embed");
	return embed->table;
}

static void put_end(struct embed *embed, size_t nr_words)
{
	fprintf(embed->out, "\n"
		"const struct embedded *embedded(void)\n{\n"
		"\tstatic const struct embedded all = {\n"
		"\t\t.rubric = { rubric_image_0,\n"
		"\t\t\t    sizeof(rubric_image_0) - 1 },\n"
		"\t\t.rubric_yaml = { rubric_yaml_0,\n"
		"\t\t\t\t sizeof(rubric_yaml_0) - 1 },\n"
		"\t\t.scenarios = scenarios,\n"
		"\t\t.nr_scenarios = sizeof(scenarios) /\n"
		"\t\t\tsizeof(scenarios[0]),\n"
		"\t\t.now = now,\n"
		"\t\t.nr_now = sizeof(now) / sizeof(now[0]),\n"
		"\t\t.templates = templates,\n"
		"\t\t.nr_templates = sizeof(templates) /\n"
		"\t\t\tsizeof(templates[0]),\n"
		"\t\t.schemas = schemas,\n"
		"\t\t.nr_schemas = sizeof(schemas) / sizeof(schemas[0]),\n"
		"\t\t.drills = drills,\n"
		"\t\t.nr_drills = sizeof(drills) / sizeof(drills[0]),\n"
		"\t\t.pool = { pool_lines, sizeof(pool_lines) /\n"
		"\t\t\t  sizeof(pool_lines[0]), idle_lines,\n"
		"\t\t\t  sizeof(idle_lines) / sizeof(idle_lines[0]) },\n"
		"\t\t.spelling = { spelt_right, %zu },\n"
		"\t};\n\n\treturn &all;\n}\n", nr_words);
}

static bool embed_all(struct embed *embed, char **paths, size_t nr)
{
	const char *table = "scenarios";
	uint32_t *hashes = NULL;
	size_t nr_words;
	bool good;

	fputs("/* Written by src/embed; do not edit. */\n"
	      "#include \"rehearse/embedded.h\"\n\n"
	      "#pragma GCC diagnostic ignored \"-Woverlength-strings\"\n\n",
	      embed->out);
	good = put_rubric(embed, paths[0]) && put_pool(embed, paths[1]) &&
	       begin_table(embed);
	for (size_t i = 2; embed->table && i < nr; i++) {
		if (!strncmp(paths[i], "--", 2)) {
			put_table(embed, table);
			table = paths[i] + 2;
			good &= begin_table(embed);
		} else {
			good &= holding_of(table).put(embed, paths[i], i);
		}
	}
	if (!embed->table)
		return false;
	put_table(embed, table);
	nr_words = spelling_read(&embed->arena, &hashes);
	put_words(embed->out, "spelt_right", hashes, nr_words);
	put_end(embed, nr_words);
	return good;
}

int main(int argc, char **argv)
{
	struct embed embed = { 0 };
	bool good;

	if (argc < 5) {
		fputs("usage: embed OUT.c RUBRIC.yaml LINES.yaml "
		      "SCENARIO.yaml... --now SCENARIO.yaml... "
		      "--templates SCENARIO.yaml... "
		      "--schemas NAME.schema.json... --drills DRILL.yaml...\n",
		      stderr);
		return ERROR_USAGE;
	}
	embed.out = fopen(argv[1], "w");
	if (!embed.out) {
		perror(argv[1]);
		return ERROR_CANNOT_CREATE;
	}
	good = embed_all(&embed, argv + 2, (size_t)argc - 2);
	if (fclose(embed.out) || !good) {
		print_problems(&embed.problems);
		remove(argv[1]);
		return ERROR_DATA;
	}
	arena_release(&embed.arena);
	return 0;
}

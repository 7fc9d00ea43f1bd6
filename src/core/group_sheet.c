#include "group_parts.h"

static void write_title(const struct group *group, struct strbuf *out)
{
	strbuf_add(out, group->input->title);
	strbuf_addc(out, '\n');
}

void group_text(const struct group *group, unsigned width,
		struct strbuf *out)
{
	(void)width;
	write_title(group, out);
}

void group_markdown(const struct group *group, struct strbuf *out)
{
	write_title(group, out);
}

void group_html(const struct group *group, struct strbuf *out)
{
	write_title(group, out);
}

void group_csv(const struct group *group, struct strbuf *out)
{
	write_title(group, out);
}

void group_moodle(const struct group *group, struct strbuf *out)
{
	write_title(group, out);
}

void group_json(const struct group *group, struct strbuf *out)
{
	(void)group;
	strbuf_add(out, STR("{}\n"));
}

void group_disagreements(const struct group *group, struct strbuf *out)
{
	(void)group;
	(void)out;
}

void group_person(const struct group *group, size_t person,
		  struct strbuf *out)
{
	strbuf_add(out, group_label(group, person));
	strbuf_addc(out, '\n');
}

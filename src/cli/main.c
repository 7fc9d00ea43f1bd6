#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "options.h"
#include "rehearse/version.h"

/*
 * A standard file that was closed when the program began would be the number
 * of the next file opened: a transcript, say, that then receives what was
 * meant for the terminal. Reading finds the end; writing fails, and is told,
 * for /dev/null is opened for reading only.
 */
static void hold_standard_files(void)
{
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
		if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", O_RDONLY) != fd)
			_exit(ERROR_IO);
}

/* A closed pipe and a full disk come back as errors of write(2) instead. */
static void hold_signals(void)
{
	struct sigaction ignore = { .sa_handler = SIG_IGN };

	sigaction(SIGPIPE, &ignore, NULL);
	sigaction(SIGXFSZ, &ignore, NULL);
}

static int run(struct arena *arena, struct output *output, int argc,
	       char **argv)
{
	struct options options;
	struct strbuf help = { 0 };
	struct error err;

	if (!options_parse(arena, argc, argv, &options, &err)) {
		say_error(&err);
		return (int)err.kind;
	}
	if (options.version) {
		output_text(output, STR(REHEARSE_ENGINE "\n"));
		return 0;
	}
	if (options.help) {
		options_help(options.command, &help);
		output_text(output, strbuf_str(&help));
		strbuf_release(&help);
		return 0;
	}
	output->color = output_wants_color((enum color_choice)options.color);
	return command_spec(options.command)->run(&options, output, arena);
}

int main(int argc, char **argv)
{
	struct arena arena = { 0 };
	struct output output = { 0 };
	int status;

	hold_standard_files();
	hold_signals();
	status = run(&arena, &output, argc, argv);
	raise_status(&status, output_finish(&output));
	arena_release(&arena);
	return status;
}

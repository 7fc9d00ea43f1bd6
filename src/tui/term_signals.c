#include "term_signals.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

enum { SIGNAL_MAX = 65 };

static const struct {
	int number;
	enum signal_news news;
} caught[] = {
	{ SIGHUP, NEWS_END },      { SIGINT, NEWS_END },
	{ SIGQUIT, NEWS_END },     { SIGTERM, NEWS_END },
	{ SIGALRM, NEWS_END },     { SIGUSR1, NEWS_END },
	{ SIGUSR2, NEWS_END },     { SIGXCPU, NEWS_END },
	{ SIGVTALRM, NEWS_END },   { SIGPROF, NEWS_END },
	{ SIGPOLL, NEWS_END },
#ifdef SIGPWR
	{ SIGPWR, NEWS_END },
#endif
#ifdef SIGSTKFLT
	{ SIGSTKFLT, NEWS_END },
#endif
	{ SIGTSTP, NEWS_STOP },    { SIGCONT, NEWS_RESUME },
	{ SIGWINCH, NEWS_RESIZE },
};

static const int crashes[] = { SIGSEGV, SIGBUS, SIGFPE, SIGILL,
			       SIGABRT, SIGSYS, SIGTRAP };

/* A failed write says so by itself; it need not end the program. */
static const int ignored[] = { SIGPIPE, SIGXFSZ };

/*
 * The state a handler can reach must be static: it takes no argument, and a
 * process has one terminal.
 */
static struct {
	volatile sig_atomic_t end, stop, resume, resize;
	int wake[2];
	int out;
	char restore[256];
	size_t restore_len;
	struct termios modes;
	struct sigaction before[SIGNAL_MAX];
} signals;

static void note(int number)
{
	int saved = errno;
	ssize_t ignore;

	switch (number) {
	case SIGTSTP:
		signals.stop = 1;
		break;
	case SIGCONT:
		signals.resume = 1;
		break;
	case SIGWINCH:
		signals.resize = 1;
		break;
	default:
		signals.end = number;
	}
	ignore = write(signals.wake[1], "", 1);
	(void)ignore;
	errno = saved;
}

static void crash(int number)
{
	ssize_t ignore;

	ignore = write(signals.out, signals.restore, signals.restore_len);
	(void)ignore;
	tcsetattr(signals.out, TCSANOW, &signals.modes);
	sigaction(number, &signals.before[number], NULL);
	raise(number);
}

static void catch_one(int number, void (*handler)(int number))
{
	struct sigaction action = { 0 };
	struct sigaction *before = &signals.before[number];

	sigaction(number, NULL, before);
	/* whoever started us had reasons (nohup) */
	if (before->sa_handler == SIG_IGN)
		return;
	action.sa_handler = handler;
	sigfillset(&action.sa_mask);
	sigaction(number, &action, NULL);
}

bool signals_catch(int out, const struct termios *modes, struct str restore)
{
	if (pipe(signals.wake))
		return false;
	for (int i = 0; i < 2; i++) {
		fcntl(signals.wake[i], F_SETFD, FD_CLOEXEC);
		fcntl(signals.wake[i], F_SETFL, O_NONBLOCK);
	}
	signals.out = out;
	signals.modes = *modes;
	if (restore.len > sizeof(signals.restore))
		restore.len = sizeof(signals.restore);
	memcpy(signals.restore, restore.ptr, restore.len);
	signals.restore_len = restore.len;
	signals.end = signals.stop = signals.resume = signals.resize = 0;
	for (size_t i = 0; i < ARRAY_LEN(caught); i++)
		catch_one(caught[i].number, note);
	for (size_t i = 0; i < ARRAY_LEN(crashes); i++)
		catch_one(crashes[i], crash);
	for (size_t i = 0; i < ARRAY_LEN(ignored); i++)
		catch_one(ignored[i], SIG_IGN);
	return true;
}

void signals_release(void)
{
	for (size_t i = 0; i < ARRAY_LEN(caught); i++)
		sigaction(caught[i].number, &signals.before[caught[i].number],
			  NULL);
	for (size_t i = 0; i < ARRAY_LEN(crashes); i++)
		sigaction(crashes[i], &signals.before[crashes[i]], NULL);
	for (size_t i = 0; i < ARRAY_LEN(ignored); i++)
		sigaction(ignored[i], &signals.before[ignored[i]], NULL);
	close(signals.wake[0]);
	close(signals.wake[1]);
}

int signals_wake_fd(void)
{
	return signals.wake[0];
}

static bool take(volatile sig_atomic_t *flag)
{
	if (!*flag)
		return false;
	*flag = 0;
	return true;
}

enum signal_news signals_next(int *number)
{
	char bytes[64];

	while (read(signals.wake[0], bytes, sizeof(bytes)) > 0)
		;
	if (signals.end) {
		*number = signals.end; /* stays: it ends but once */
		return NEWS_END;
	}
	if (take(&signals.stop))
		return NEWS_STOP;
	if (take(&signals.resume))
		return NEWS_RESUME;
	return take(&signals.resize) ? NEWS_RESIZE : NEWS_NOTHING;
}

void signals_stop_here(void)
{
	struct sigaction ours, standard = { .sa_handler = SIG_DFL };

	sigaction(SIGTSTP, &standard, &ours);
	raise(SIGTSTP);
	sigaction(SIGTSTP, &ours, NULL);
	signals.resume = signals.stop = 0;
}

/*
 * Nods: how the client shows that something arrived which nothing else of the
 * answer takes up. Who tells three things and asks a fourth hears more than the
 * answer: "The slips typed in. My father will want to watch."
 *
 * What a nod is for stands in its condition: the facts just told, for the first
 * time, the behaviours just shown. It is passed over where another line asks
 * for the same, one already said or one that is about to be. A nod that asks
 * for neither says back a time or a sum, and comes where nothing that was told
 * or promised was spoken to. What says back a promise comes where any of it was
 * not: nobody who offers something is to be met as though they had not.
 *
 * Nobody thanks for what comes with a slap: of a clumsy turn only promises,
 * times and sums are said back. Who says it all once more is not nodded to for
 * one thing of it: that is for the line that takes up the whole.
 */
#include "session_parts.h"

enum {
	CLUMSY = 50, /* a score below it, with a slip */
	SUM_OF = 3,  /* so many facts once more sum up what was said */
};

static const uint64_t promised = BEHAVIOUR_BIT(BEHAVIOUR_DATED_COMMITMENT) |
				 BEHAVIOUR_BIT(BEHAVIOUR_NEXT_STEP) |
				 BEHAVIOUR_BIT(BEHAVIOUR_OFFER) |
				 BEHAVIOUR_BIT(BEHAVIOUR_RECAP);

/* One slip in words that do well as a whole is passed over. */
static bool is_clumsy(const struct session *session)
{
	return session->now.slips && session->now.said < CLUMSY;
}

static bool sums_up(const struct session *session)
{
	return script_set_count(session->now.just_told & ~session->new_told) >=
	       SUM_OF;
}

/* What of this turn it is for. */
static struct spoken subject(const struct session *session,
			     const struct entry *entry)
{
	struct condition_uses wants = condition_wants(entry->condition, true);

	return (struct spoken){
		.told = wants.just_told & session->now.just_told,
		.did = wants.did & session->now.did,
	};
}

static bool has_slot(const struct entry *entry, enum line_slot wanted)
{
	enum line_slot slot;

	for (size_t i = 0; i < entry->nr_say; i++)
		for (size_t first = 0, end;
		     line_slot(entry->say[i], &first, &end, &slot); first = end)
			if (slot == wanted)
				return true;
	return false;
}

static enum nods kind_of(const struct entry *entry,
			 const struct spoken *subject)
{
	if (subject->told)
		return NODS_OF_FACTS;
	if (subject->did)
		return NODS_OF_MANNER;
	return has_slot(entry, SLOT_PROMISE) ? NODS_OF_PROMISES
					     : NODS_SAYING_BACK;
}

/* Is it for something that is new and that nothing else speaks to? */
static bool is_called_for(const struct session *session, enum nods kind,
			  const struct spoken *subject,
			  const struct spoken *spoken)
{
	script_set heard = spoken->told & session->new_told;

	switch (kind) {
	case NODS_OF_FACTS:
		return subject->told & session->new_told & ~spoken->told;
	case NODS_OF_MANNER:
		return !(subject->did & spoken->did);
	case NODS_OF_PROMISES:
		if (heard && heard == session->new_told)
			return false;
		break;
	case NODS_SAYING_BACK:
		if (heard)
			return false;
		break;
	}
	return !(spoken->did & session->now.did & promised);
}

int session_nod(struct session *session, const struct spoken *ahead, int most,
		enum nods allowed)
{
	struct script nods = session_nods(session);
	struct spoken spoken = *ahead;
	bool said_back = false, shown = false; /* one of each is enough */
	int said = 0;

	if (sums_up(session))
		return 0;
	if (is_clumsy(session) && allowed > NODS_SAYING_BACK)
		allowed = NODS_SAYING_BACK;
	for (size_t i = 0; i < nods.entries->nr && said < most; i++) {
		struct spoken of = subject(session, &nods.entries->items[i]);
		enum nods kind = kind_of(&nods.entries->items[i], &of);
		bool says_back = kind <= NODS_SAYING_BACK;
		bool shows = kind == NODS_OF_MANNER;

		spoken.told |= session->spoken.told;
		spoken.did |= session->spoken.did;
		if (!script_has_line(&nods, i) || kind > allowed ||
		    (says_back && said_back) || (shows && shown) ||
		    !is_called_for(session, kind, &of, &spoken) ||
		    !script_counts(session, &nods, i))
			continue;
		session_use(session, &nods, i, true);
		said_back |= says_back;
		shown |= shows;
		said++;
	}
	return said;
}

/*
 * Nods: how the client shows that something arrived which nothing else of the
 * answer takes up. Who tells three things and asks a fourth hears more than the
 * answer: "The slips typed in. My father will want to watch."
 *
 * What a nod is for stands in its condition: the facts just told, for the first
 * time, the behaviours just shown. It is passed over where another line asks
 * for the same, one already said or one that is about to be. A nod that asks
 * for neither says back a time or a sum, and comes where nothing that was told
 * or promised was spoken to.
 *
 * Nobody thanks for what comes with a slap: of a clumsy turn only times and
 * sums are said back.
 */
#include "session_parts.h"

enum { CLUMSY = 50 }; /* a score below it, with a slip */

/* What a nod is to. */
enum nods {
	NODS_SAYING_BACK, /* a time or a sum */
	NODS_OF_FACTS,    /* what was told */
	NODS_OF_MANNER,   /* how it was said */
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

/* Is it for something that is new and that nothing else speaks to? */
static bool is_called_for(const struct session *session,
			  const struct spoken *subject,
			  const struct spoken *spoken)
{
	if (subject->told)
		return subject->told & session->new_told & ~spoken->told;
	if (subject->did)
		return !(subject->did & spoken->did);
	return !(spoken->told & session->new_told) &&
	       !(spoken->did & session->now.did & promised);
}

int session_nod(struct session *session, const struct spoken *ahead, int most,
		bool manner)
{
	enum nods allowed = is_clumsy(session) ? NODS_SAYING_BACK
			    : manner		 ? NODS_OF_MANNER
						 : NODS_OF_FACTS;
	struct script nods = session_nods(session);
	struct spoken spoken = *ahead;
	bool said_back = false, shown = false; /* one of each is enough */
	int said = 0;

	for (size_t i = 0; i < nods.entries->nr && said < most; i++) {
		struct spoken of = subject(session, &nods.entries->items[i]);
		bool says_back = !of.told && !of.did;
		bool shows = !of.told && of.did;
		enum nods kind = says_back ? NODS_SAYING_BACK
				 : shows   ? NODS_OF_MANNER
					   : NODS_OF_FACTS;

		spoken.told |= session->spoken.told;
		spoken.did |= session->spoken.did;
		if (!script_has_line(&nods, i) || kind > allowed ||
		    (says_back && said_back) || (shows && shown) ||
		    !is_called_for(session, &of, &spoken) ||
		    !script_counts(session, &nods, i))
			continue;
		session_use(session, &nods, i, true);
		said_back |= says_back;
		shown |= shows;
		said++;
	}
	return said;
}

/*
 * Answers become a scenario: what each answer means, and that whatever is
 * answered the file loads and says it.
 */
#include "loading.h"

#include <sys/stat.h>

#include "rehearse/library.h"
#include "unit/io/scratch.h"

struct fixture {
	struct arena arena;
	struct own_call call;
};

static int set_up(void **state)
{
	struct fixture *f = calloc(1, sizeof(*f));

	f->call = OWN_CALL_NEW;
	*state = f;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *f = *state;

	arena_release(&f->arena);
	free(f);
	return 0;
}

static void answer(struct fixture *f, enum own_question question,
		   const char *line)
{
	struct error err;

	if (!own_call_answer(&f->call, question, str_from(line), &f->arena,
			     &err))
		fail_msg("%s: %s", line, err.text);
}

static const struct scenario *load(struct fixture *f)
{
	struct problems problems = { 0 };
	struct library_made made;
	const struct scenario *scenario =
		library_make(&f->arena, &f->call, STR(""), embedded(),
			     STR("2026-11-21T21:40:00Z"), &made, &problems);

	print_problems(&problems);
	assert_non_null(scenario);
	return scenario;
}

static struct str fill(const struct scenario *scenario, const char *name)
{
	for (size_t i = 0; i < scenario->nr_fills; i++)
		if (str_equal(scenario->fills[i].name, str_from(name)))
			return scenario->fills[i].value;
	fail_msg("no fill %s", name);
	return STR("");
}

/* ---- what answers mean -------------------------------------------------- */

static void test_who(void **state)
{
	static const char *const cases[][4] = {
		{ "Dana Whitfield, operations director at Northgate",
		  "Dana Whitfield", "operations director", "Northgate" },
		{ "Dana, operations director, Northgate Foods, Leeds", "Dana",
		  "operations director", "Northgate Foods, Leeds" },
		{ "Dana", "Dana", "", "" },
		{ "Dana O'Brien from Smith & Sons", "Dana O'Brien", "",
		  "Smith & Sons" },
		{ "Dana, at Northgate", "Dana", "", "Northgate" },
		{ "our neighbour Tess Hall", "Tess Hall", "our neighbour", "" },
		{ "Retired judge Ana de la O", "Ana de la O", "Retired judge",
		  "" },
		{ "old Mr Pratt", "Old Mr Pratt", "", "" },
		{ ", head of purchasing", "", "head of purchasing", "" },
		{ "- Dana {Whitfield}", "Dana (Whitfield)", "", "" },
		{ "mrs Okoye, the bride's mother", "Mrs Okoye",
		  "the bride's mother", "" },
		{ "lou and sam, the couple", "Lou and Sam", "the couple", "" },
		{ "Per, drummer, we toured with him", "Per", "drummer", "" },
		{ "Meg Tan, owner of Biscuit, a 12 yr old spaniel", "Meg Tan",
		  "owner of Biscuit", "" },
		{ "Gareth Pugh, runs Pugh Plumbing", "Gareth Pugh",
		  "who runs Pugh Plumbing", "" },
		{ "Priya, runs a bridal shop, I make the alterations", "Priya",
		  "who runs a bridal shop", "" },
		{ "Mo, who rents a garage from us", "Mo",
		  "who rents a garage from us", "" },
		{ "Ada and Jo (the owners)", "Ada and Jo", "the owners", "" },
		{ "Zo\u00eb \u0141uk\u00f3w, Leiterin", "Zo\u00eb \u0141uk\u00f3w",
		  "Leiterin", "" },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		answer(f, OWN_WHO, cases[i][0]);
		assert_str(f->call.name, cases[i][1]);
		assert_str(f->call.role, cases[i][2]);
		assert_str(f->call.company, cases[i][3]);
	}
}

static void test_what(void **state)
{
	static const struct {
		const char *line;
		enum own_kind kind;
		const char *thing;
	} cases[] = {
		{ "1 the new kitchen doors", OWN_LATE,
		  "the new kitchen doors" },
		{ "Late: The new kitchen doors.", OWN_LATE,
		  "the new kitchen doors" },
		{ "2) an export to Excel", OWN_EXTRA, "an export to Excel" },
		{ "extra work - the logo", OWN_EXTRA, "the logo" },
		{ "quality of the prints", OWN_QUALITY,
		  "the quality of the prints" },
		{ "Price increase for 2027", OWN_PRICE,
		  "Price increase for 2027" },
		{ "mistake or outage our booking system", OWN_MISTAKE,
		  "the booking system" },
		{ "4 price, the monthly fee", OWN_PRICE, "the monthly fee" },
		{ "price of the bottle labels", OWN_PRICE,
		  "the bottle labels" },
		{ "6", OWN_CANCELLED, "" },
		{ "something else: Marek's leaving", OWN_OTHER,
		  "Marek's leaving" },
		{ "the doors are the wrong colour", OWN_OTHER, "the doors" },
		{ "3 roof on plot 9", OWN_QUALITY, "the roof on plot 9" },
		{ "6 wedding", OWN_CANCELLED, "the wedding" },
		{ "12 chairs", OWN_OTHER, "12 chairs" },
		{ "lateral moves", OWN_OTHER, "the lateral moves" },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		answer(f, OWN_WHAT, cases[i].line);
		if (f->call.kind != cases[i].kind)
			fail_msg("%s: %d", cases[i].line, (int)f->call.kind);
		assert_str(f->call.thing, cases[i].thing);
	}
}

/* Asked for a thing, people tell what happened. */
static void test_what_happened(void **state)
{
	static const char *const cases[][2] = {
		{ "5 the newsletter went to the wrong list", "the newsletter" },
		{ "5 we sent the invoices to the wrong people",
		  "the invoices" },
		{ "1 We won't finish the roof before the rain.", "the roof" },
		{ "5 lost their photos", "the photos" },
		{ "6 I have to cancel her appointment again",
		  "the appointment" },
		{ "4 prices go up 9% in March", "the prices" },
		{ "3 the doors that came scratched", "the doors" },
		{ "2 Priya changed the brief again", "the brief" },
		{ "2 the client says the logo is too small", "the logo" },
		{ "3 tenants say the pump is loud", "the pump" },
		{ "3 menu cards look faded", "the menu cards" },
		{ "1 the new sound system", "the new sound system" },
		{ "1 delivery slipped to Friday", "the delivery" },
		{ "7 biopsy came back malignant", "the biopsy" },
		{ "4 the fee for the accounts, up from 900 to 1,150",
		  "the fee for the accounts" },
		{ "3 the catalogues, the blues came out purple",
		  "the catalogues" },
		{ "4 lessons up from 28 to 33 pounds", "the lessons" },
		{ "4 service contract goes from 600 to 780",
		  "the service contract" },
		{ "1 the costumes, 14 of them", "the costumes" },
		{ "late two dresses for saturdays wedding not finished, my "
		  "machine broke",
		  "two dresses for Saturday's wedding" },
		{ "1 thesis edits still not done", "the thesis edits" },
		{ "1 fence and gate three weeks behind", "fence and gate" },
		{ "1 hall floor a few days late", "the hall floor" },
		{ "1 the tractor clutch, plate on backorder",
		  "the tractor clutch" },
		{ "2 doors, sills and shutters", "doors, sills and shutters" },
		{ "5 i did not send the tax form", "the tax form" },
		{ "6 the string quartet, cellist's broken her wrist",
		  "the string quartet" },
		{ "6 the yoga, the teacher's got shingles", "the yoga" },
		{ "2 she wants us to keep him till half seven",
		  "keeping him till half seven" },
		{ "2 they asked me to cut it", "cutting it" },
		{ "2 they want us to move it", "moving it" },
		{ "6 saturday's boat trip, engine's broke",
		  "Saturday's boat trip" },
		{ "4 the yearly accounts, fee goes from 2400 to 3100",
		  "the yearly accounts" },
		{ "4 the accounting fee from 300 to 420", "the accounting fee" },
		{ "7 the letter from 3 Mill Lane", "the letter from 3 Mill Lane" },
		{ "5 server down", "server down" },
		{ "7 we can't drive the tractor anymore, licence",
		  "the tractor" },
		{ "6 our band's set at her wedding",
		  "the band's set at the wedding" },
		{ "5 we gave her mare the wrong wormer", "the wormer" },
		{ "5 the puppies got the wrong vaccine", "the vaccine" },
		{ "5 the parcels came to the wrong door", "the parcels" },
		{ "5 we mixed up two of her x-rays", "two of the x-rays" },
		{ "1 the new fence round her paddock",
		  "the new fence round the paddock" },
		{ "7 we have to move their party to a smaller barn",
		  "the party" },
		{ "7 we're stopping night emergencies from January",
		  "the night emergencies" },
		{ "7 I'm moving the Tuesday class to Thursday",
		  "the Tuesday class" },
		{ "7 the pool closes for six weeks", "the pool" },
		{ "2 three extra songs and a second set after midnight",
		  "three extra songs and a second set after midnight" },
		{ "7 price increases", "the price increases" },
		{ "1 the wedding suits", "the wedding suits" },
		{ "2 washing the dogs after the walk",
		  "washing the dogs after the walk" },
		{ "2 setting up laptops", "setting up laptops" },
		{ "3 the german brochures", "the German brochures" },
		{ "2 stripping the old felt off the annexe roof",
		  "stripping the old felt off the annexe roof" },
		{ "6 the castle for his daughters birthday",
		  "the castle for the daughter's birthday" },
		{ "3 tomorrows lunch for mr hart",
		  "tomorrow's lunch for Mr Hart" },
		/* what is wanted, where nobody says who wants it */
		{ "2 wants an extra bedroom painted", "an extra bedroom" },
		{ "2 he wants the garage painted too", "the garage" },
		{ "2 needs the invoices as well", "the invoices" },
		{ "2 she wants to bring her mother along",
		  "bringing the mother along" },
		{ "2 want it framed as well", "" },
		/* nor who made it, or how it went wrong */
		{ "3 the sofa we covered, the seams dont match", "the sofa" },
		{ "3 the water meter shows wrong", "the water meter" },
		{ "7 the gardener drove over her rose bed", "the rose bed" },
		{ "3 the scale reads wrong since May", "the scale" },
		{ "3 the curtains we made her are too short", "the curtains" },
		{ "3 his hedge, we cut it too low", "the hedge" },
		{ "3 complaint about the hedge I trimmed", "the hedge" },
		{ "3 photos of the wedding, too dark", "the photos of the wedding" },
		{ "1 late garden wall", "the garden wall" },
		{ "6 cancelling her swimming lessons", "the swimming lessons" },
		{ "5 wrong address on 500 cards", "the address on 500 cards" },
		{ "5 we paid all the staff twice", "the payments" },
		{ "7 we let his nephew go", "the nephew" },
		{ "5 the courier lost a sack of files", "a sack of files" },
		{ "4 the boat storage, 20% more", "the boat storage" },
		{ "4 hourly rate 40 to 48", "the hourly rate" },
		/* nothing that a sentence could name */
		{ "7 we failed", "" },
		{ "7 she's not coming back", "" },
		{ "7 why is it late?", "" },
		{ "3 the work done on the roof", "the work done on the roof" },
		{ "3 my", "my" },
	};
	struct fixture *f = *state;

	answer(f, OWN_WHO, "Priya Raman, marketing lead");
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		answer(f, OWN_WHAT, cases[i][0]);
		assert_str(f->call.thing, cases[i][1]);
	}
}

static void test_fault(void **state)
{
	struct fixture *f = *state;
	struct error err;

	answer(f, OWN_FAULT, "");
	assert_int_equal(f->call.fault, FAULT_NR);
	answer(f, OWN_FAULT, "Mine, honestly.");
	assert_int_equal(f->call.fault, FAULT_YOURS);
	answer(f, OWN_FAULT, "shared");
	assert_int_equal(f->call.fault, FAULT_SHARED);
	answer(f, OWN_FAULT, "No one's");
	assert_int_equal(f->call.fault, FAULT_NOBODY);
	answer(f, OWN_FAULT, "3");
	assert_int_equal(f->call.fault, FAULT_THEIRS);
	/* told, not answered */
	answer(f, OWN_FAULT, "The growers put their prices up, nobody's fault.");
	assert_int_equal(f->call.fault, FAULT_NOBODY);
	answer(f, OWN_FAULT, "The pump wasn't checked, our mistake.");
	assert_int_equal(f->call.fault, FAULT_YOURS);
	answer(f, OWN_FAULT, "not our fault");
	assert_int_equal(f->call.fault, FAULT_NOBODY);
	answer(f, OWN_FAULT, "The storm, I'd say.");
	assert_int_equal(f->call.fault, FAULT_NOBODY);
	answer(f, OWN_FAULT, "3");
	assert_false(own_call_answer(&f->call, OWN_FAULT, STR("perhaps"),
				     &f->arena, &err));
	assert_non_null(strstr(err.text, "nobody"));
	assert_int_equal(f->call.fault, FAULT_THEIRS);
}

static void test_offer(void **state)
{
	static const char *const cases[][3] = {
		{ "bring half of it by Friday", "bring half of it", "by Friday" },
		{ "I can bring half of it, by Friday.", "bring half of it",
		  "by Friday" },
		{ "Bring half of it on Monday at noon", "bring half of it",
		  "on Monday at noon" },
		{ "half of it by the end of the week", "offer half of it",
		  "by the end of the week" },
		{ "replace them by Easter", "replace them", "by Easter" },
		{ "send it by post", "send it by post", "" },
		{ "stand by you tomorrow", "stand by you", "tomorrow" },
		{ "refund half", "refund half", "" },
		{ "a refund of 10%", "offer a refund of 10%", "" },
		{ "10% off", "offer 10% off", "" },
		{ "print 300 again before the fair opens",
		  "print 300 again", "before the fair opens" },
		{ "start on it after the harvest", "start on it",
		  "after the harvest" },
		/* how long, and a time within: the offer keeps it */
		{ "hold two classes a week until Lent",
		  "hold two classes a week until Lent", "until Lent" },
		{ "rent the barn for the same saturday and pay the bus",
		  "rent the barn for the same Saturday and pay the bus",
		  "for the same Saturday" },
		{ "move him on monday and pay for two nights' storage",
		  "move you on Monday and pay for two nights' storage",
		  "on Monday" },
		{ "come before we open", "come before we open", "" },
		{ "by Friday", "", "by Friday" },
		{ "send a correction today and delete the addresses",
		  "send a correction today and delete the addresses", "today" },
		{ "repair it within two days", "repair it",
		  "within two days" },
		{ "offer her the small hall on Friday",
		  "offer you the small hall", "on Friday" },
		{ "ring her back tonight", "ring you back", "tonight" },
		{ "tell him why by noon", "tell you why", "by noon" },
		{ "train the saturday crew and pay them",
		  "train the Saturday crew and pay them", "" },
		{ "start on it in march", "start on it", "in March" },
		{ "mow it on saturday, no charge", "mow it",
		  "on Saturday, no charge" },
		{ "file the accounts by wednesday and not charge for it",
		  "file the accounts by Wednesday and not charge for it",
		  "by Wednesday" },
		{ "see you at Bristol on Thursday, and bring the pills",
		  "see you at Bristol on Thursday, and bring the pills",
		  "on Thursday" },
		{ "hold the old price til the end of June",
		  "hold the old price til the end of June",
		  "til the end of June" },
		{ "come by Monday and Tuesday", "come", "by Monday and Tuesday" },
		{ "swap friday's shift", "swap Friday's shift", "" },
		{ "come myself on tuesday and thursday night", "come myself",
		  "on Tuesday and Thursday night" },
		{ "lend them a pump and put a man on their desk tomorrow",
		  "lend you a pump and put a man on your desk",
		  "tomorrow" },
		{ "ring them about their mondays order tonight",
		  "ring you about your Monday's order", "tonight" },
		{ "ring the guests and tell them the reason on monday",
		  "ring the guests and tell them the reason", "on Monday" },
		{ "offer the small room on tuesdays",
		  "offer the small room on Tuesdays", "" },
		{ "have her do it over video", "have her do it over video",
		  "" },
		{ "have his own suit ready", "have your own suit ready", "" },
		{ "keep the price if he signs for two years",
		  "keep the price if you sign for two years", "" },
		{ "send Pete if he's free", "send Pete if he's free", "" },
		{ "taken down already", "say it's taken down already", "" },
		{ "given them a voucher", "say I've given them a voucher", "" },
		{ "send him her samples again Monday",
		  "send you your samples again", "by Monday" },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		answer(f, OWN_OFFER, cases[i][0]);
		assert_str(f->call.offer, cases[i][1]);
		assert_str(f->call.when, cases[i][2]);
	}
}

/* Whose dog it is, is not the dog. */
static void test_him_and_her(void **state)
{
	struct fixture *f = *state;

	answer(f, OWN_WHAT, "5 her dog ate a cake");
	answer(f, OWN_OFFER, "take him to the vet and ring her");
	assert_str(f->call.offer, "take him to the vet and ring you");
	answer(f, OWN_WHAT, "5 his hens got out");
	answer(f, OWN_CANNOT, "promise him her eggs");
	assert_str(f->call.cannot, "promise you her eggs");
	answer(f, OWN_WHO, "Mr Kowalski");
	answer(f, OWN_WHAT, "5 a mix up with her tablets");
	answer(f, OWN_CANNOT, "tell him yet who gave them to her");
	assert_str(f->call.cannot, "tell you yet who gave them to her");
	answer(f, OWN_WHO, "Dana");
	answer(f, OWN_WHAT, "5 his hens got into her garden");
	assert_int_equal(f->call.client, OWN_CLIENT);
}

static void test_cannot(void **state)
{
	struct fixture *f = *state;

	answer(f, OWN_CANNOT, "I can\u2019t Bring all of it before the 20th.");
	assert_str(f->call.cannot, "bring all of it before the 20th");
	answer(f, OWN_CANNOT, "match its colour, its discontinued");
	assert_str(f->call.cannot, "match its colour, it's discontinued");
	answer(f, OWN_CANNOT, "a refund");
	assert_str(f->call.cannot, "offer a refund");
}

static void test_fear(void **state)
{
	struct fixture *f = *state;

	answer(f, OWN_FEAR, "\"You promised.\" / I'll go to and/or Purchasing!");
	assert_str(f->call.fear[0], "You promised.");
	assert_str(f->call.fear[1], "I'll go to and/or Purchasing!");
	answer(f, OWN_FEAR, "One. / Two. / Three.");
	assert_str(f->call.fear[1], "Two. Three.");
	answer(f, OWN_FEAR, "one / the others wait / why should we stay");
	assert_str(f->call.fear[1], "The others wait. Why should we stay?");
	answer(f, OWN_FEAR, "im told you dont care, thats it");
	assert_str(f->call.fear[0], "I'm told you don't care, that's it.");
	answer(f, OWN_FEAR, "only one");
	assert_str(f->call.fear[0], "Only one.");
	answer(f, OWN_FEAR, "do we get our money back");
	assert_str(f->call.fear[0], "Do we get our money back?");
	assert_str(f->call.fear[1],
		   "And whom do I ring if I can't reach you?");
}

/* In a hurry a fear is told of, not spoken. */
static void test_a_fear_told_of_is_spoken(void **state)
{
	static const char *const fears[][2] = {
		{ "she'll say she has to tell the bride herself",
		  "I have to tell the bride myself." },
		{ "that he'll say he never wants to work with us again",
		  "I never want to work with you again." },
		{ "They'll say they trusted me, and that their guests come.",
		  "We trusted you, and that our guests come." },
		{ "She will say it's too late for her customers",
		  "It's too late for my customers." },
		{ "he'll say: you promised", "You promised." },
		{ "she'll say she's been waiting since I was born",
		  "I've been waiting since you were born." },
		{ "She tries, she watches us", "I try, I watch you." },
		/* who says it is left out, too */
		{ "that they want their deposit back",
		  "We want our deposit back." },
		{ "that I never told her", "You never told me." },
		{ "she says she did it all by hand", "I did it all by hand." },
		{ "he'll ask his brother instead",
		  "I'll ask my brother instead." },
		{ "that the lawn is a disgrace", "The lawn is a disgrace." },
		/* it speaks to us already */
		{ "He trusted you.", "He trusted you." },
		{ "that was your last job here", "That was your last job here." },
		{ "Waiting again, are we?", "Waiting again, are we?" },
		/* it is done, and not said */
		{ "she just hangs up", "" },
		{ "he starts shouting", "" },
		{ "I'll get shouted at", "" },
		{ "losing the contract", "" },
		{ "she'll say she tries and she watches us",
		  "I try and I watch you." },
		{ "he'll say", "He'll say." },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < ARRAY_LEN(fears); i++) {
		f->call = OWN_CALL_NEW;
		answer(f, OWN_FEAR, fears[i][0]);
		assert_str(f->call.fear[0], fears[i][1]);
	}
}

/* ---- the file ----------------------------------------------------------- */

/* What was fed in stands in the scenario, and nothing else changed. */
static void test_every_kind_makes_a_scenario(void **state)
{
	struct fixture *f = *state;

	for (int kind = 0; kind < OWN_KIND_NR; kind++) {
		const struct scenario *scenario;
		char line[64];

		snprintf(line, sizeof(line), "%d the blue boxes", kind + 1);
		f->call = OWN_CALL_NEW;
		answer(f, OWN_WHO, "Ana de la O, buyer at Acme");
		answer(f, OWN_WHAT, line);
		answer(f, OWN_FAULT, "shared");
		answer(f, OWN_OFFER, "send a van by noon");
		answer(f, OWN_CANNOT, "send two");
		answer(f, OWN_FEAR, "Why: because # you can? / It's \"over\".");
		scenario = load(f);
		assert_str(scenario->id, "now-20261121-1");
		assert_str(scenario->client.name, "Ana de la O");
		assert_str(scenario->client.first_name, "Ana");
		assert_str(scenario->client.role, "buyer");
		assert_str(scenario->client.company, "Acme");
		assert_int_equal(scenario->you.fault, FAULT_SHARED);
		assert_str(fill(scenario, "thing"), "the blue boxes");
		assert_str(fill(scenario, "offer"), "send a van");
		assert_str(fill(scenario, "when"), "by noon");
		assert_str(fill(scenario, "cannot"), "send two");
		assert_str(fill(scenario, "own"), "and part of that is ours");
		assert_true(str_find(scenario->title, STR("blue boxes (Ana de"),
				     0) < scenario->title.len);
	}
}

static void test_a_title_goes_with_the_last_name(void **state)
{
	static const char *const cases[][2] = {
		{ "dr lena brandt, head of the clinic", "Dr Brandt" },
		{ "Mrs Lowther", "Mrs Lowther" },
		{ "Father Dominic Shaw", "Father Shaw" },
		{ "Fr Dominic Shaw", "Fr Shaw" },
		{ "Lena Brandt", "Lena" },
		{ "Dr", "Dr" },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		f->call = OWN_CALL_NEW;
		answer(f, OWN_WHO, cases[i][0]);
		assert_str(load(f)->client.first_name, cases[i][1]);
	}
}

/* Who names no day promises none; who names it in the middle needs no other. */
static void test_an_offer_without_a_time_stands_alone(void **state)
{
	static const char *const offers[] = {
		"lend you two hurdles",
		"lend you two hurdles until Easter",
		"split it over four months",
		"split the rise in two steps, the first one in March",
		"send Joe on friday and lend you two hurdles",
		"bring the boxes or give them the 19th",
	};
	struct fixture *f = *state;
	struct str yaml;

	answer(f, OWN_WHAT, "1 the fence");
	for (size_t i = 0; i < ARRAY_LEN(offers); i++) {
		answer(f, OWN_OFFER, offers[i]);
		yaml = own_call_yaml(&f->call,
				     library_template(embedded(), OWN_LATE),
				     STR("fence"), &f->arena);
		assert_true(str_find(yaml, STR("{offer} {when}"), 0) ==
			    yaml.len);
		assert_true(str_find(yaml, STR("I can {offer}."), 0) <
			    yaml.len);
		load(f);
	}
}

static bool is_pushed(const struct scenario *scenario, struct str line)
{
	for (size_t i = 0; i < scenario->pushbacks.nr; i++)
		if (str_equal(scenario->pushbacks.items[i].say[0], line))
			return true;
	return false;
}

static void test_fears_come_back_word_for_word(void **state)
{
	struct fixture *f = *state;

	for (int kind = 0; kind < OWN_KIND_NR; kind++) {
		const struct scenario *scenario;

		f->call = OWN_CALL_NEW;
		f->call.kind = (enum own_kind)kind;
		answer(f, OWN_FEAR, "You: 'late' again # 3? / So, \"no\" it is!");
		scenario = load(f);
		assert_true(is_pushed(scenario, STR("You: 'late' again # 3?")));
		assert_true(is_pushed(scenario, STR("So, \"no\" it is!")));
	}
}

/* Who fears one sentence is not told of another that was held back: what
 * stands for it is a question. */
static void test_one_fear_alone(void **state)
{
	struct fixture *f = *state;

	for (int kind = 0; kind < OWN_KIND_NR; kind++) {
		struct str yaml, held = STR("nearly said");

		f->call = OWN_CALL_NEW;
		f->call.kind = (enum own_kind)kind;
		answer(f, OWN_FEAR, "It was hers. / It was mine.");
		yaml = own_call_yaml(&f->call, library_template(embedded(),
						      f->call.kind),
				     STR("mine"), &f->arena);
		assert_true(str_find(yaml, held, 0) < yaml.len);
		answer(f, OWN_FEAR, "It was hers.");
		yaml = own_call_yaml(&f->call, library_template(embedded(),
						      f->call.kind),
				     STR("mine"), &f->arena);
		assert_int_equal(yaml.len, str_find(yaml, held, 0));
		assert_true(is_pushed(load(f), f->call.fear[1]));
	}
}

/* Who speaks of it first is not told it as news. */
static void test_what_a_fear_turns_on_is_heard(void **state)
{
	static const char *const cases[][2] = {
		{ "You said it was long term.", "(not ..)? long* .. term*" },
		{ "I'm locked into my prices with the pubs.",
		  "(not ..)? prices* .. pubs*" },
		{ "So she has to be put down then?", "(not ..)? be put down" },
		{ "The inspector's in on friday", "(not ..)? inspector*" },
		{ "I should have booked the other one.",
		  "(not ..)? the other 1" },
		{ "The roof leaks!", "(not ..)? the roof leaks" },
		{ "I've got customers booked.", "(not ..)? customers*" },
		{ "We've the grandson's christening then.",
		  "(not ..)? christening*" },
	};
	struct fixture *f = *state;

	answer(f, OWN_WHAT, "3 the roof");
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct str heard = arena_printf(&f->arena, "heard: \"%s\"}",
						cases[i][1]);
		struct str yaml;

		answer(f, OWN_FEAR, cases[i][0]);
		yaml = own_call_yaml(&f->call,
				     library_template(embedded(), OWN_QUALITY),
				     STR("roof"), &f->arena);
		if (str_find(yaml, heard, 0) == yaml.len)
			fail_msg("%s: not %s", cases[i][0], cases[i][1]);
		load(f);
	}
}

static void test_any_answers_make_a_scenario(void **state)
{
	static const char *const lines[] = {
		"",
		"   ",
		"???",
		"{",
		"}} {client} {nobody}",
		"\"",
		"\\",
		"\\\"",
		"a \"quoted\" word's 'edge'",
		"key: value",
		"- item, # no comment",
		"%YAML !!str &a *b | > @ `",
		"\033[31mred\a \t tab\n next \u202e over \xc2\x85 \u2028 line",
		"\xff\xfe bad bytes \xc3",
		"\ufeff\uffff mark",
		"\u7530\u4e2d\u3055\u3093, \u682a\u5f0f\u4f1a\u793e",
		"\u0414\u0430\u043d\u0430 \u2014 \u0434\u0432\u0435\u0440\u0438",
		"\u0645\u0631\u062d\u0628\u0627",
		"(a|b)* .. <when> ^ $ ?",
		"1 *",
		"~",
		"null",
		"I",
		"by",
		"by by",
		"in in in",
		("a b c d e f g h i j k l m n o p q r s t u v w x y z a b c d e "
		"f g h i j k l m n o p q r s t u v w x y z a b c d e f g h i j "
		"1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24"),
		("14 March 15 March 16 March 17 March 18 March 1st 2nd 3rd 4th "
		"5th 6th 7th 8th 9th 10th 11th 12th 13th 14th 15th 16th 17th"),
		"/ /  / / / ",
		"x / y / z",
		", , ,",
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < ARRAY_LEN(lines); i++)
		for (int kind = 0; kind < OWN_KIND_NR; kind++) {
			struct error err;

			f->call = OWN_CALL_NEW;
			for (int q = 0; q < OWN_QUESTION_NR; q++)
				own_call_answer(&f->call, (enum own_question)q,
						str_from(lines[i]), &f->arena,
						&err);
			f->call.kind = (enum own_kind)kind;
			load(f);
			arena_clear(&f->arena);
		}
}

static void test_long_answers_are_cut_at_a_word(void **state)
{
	struct fixture *f = *state;
	char line[4000];

	for (size_t i = 0; i < sizeof(line) - 1; i++)
		line[i] = i % 8 ? 'x' : ' ';
	line[sizeof(line) - 1] = '\0';
	for (int q = 0; q < OWN_QUESTION_NR; q++)
		if (q != OWN_FAULT)
			answer(f, (enum own_question)q, line);
	load(f);
	assert_true(f->call.fear[0].len <= 200);
	assert_true(str_ends_with(f->call.fear[0], STR(" xxxxxxx.")));
}

static void test_empty_answers_are_the_defaults(void **state)
{
	struct fixture *f = *state;
	struct str yaml = library_template(embedded(), OWN_LATE);
	const struct scenario *before;

	for (int q = 0; q < OWN_QUESTION_NR; q++)
		answer(f, (enum own_question)q, "");
	before = load(f);
	for (int q = 0; q < OWN_QUESTION_NR; q++) {
		struct str usual = own_call_default(
			&f->call, (enum own_question)q, yaml, &f->arena);

		assert_true(usual.len > 0);
		answer(f, (enum own_question)q, usual.ptr == yaml.ptr ? ""
				: arena_str(&f->arena, usual).ptr);
	}
	/* typed out they are the same */
	for (size_t i = 0; i < before->nr_fills; i++)
		assert_true(str_equal(before->fills[i].value,
				      load(f)->fills[i].value));
}

/* ---- where it goes ------------------------------------------------------ */

static void test_files_are_private_and_numbered(void **state)
{
	struct fixture *f = *state;
	char directory[SCRATCH_MAX];
	struct problems problems = { 0 };
	struct library_made made;
	struct library library;
	struct stat info;

	scratch_make(directory);
	for (int i = 1; i <= 2; i++) {
		assert_non_null(library_make(&f->arena, &f->call,
					     str_from(directory), embedded(),
					     STR("2026-11-21T21:40:00Z"),
					     &made, &problems));
		assert_str(made.id, i == 1 ? "now-20261121-1"
					   : "now-20261121-2");
		assert_int_equal(stat(made.path.ptr, &info), 0);
		assert_int_equal(info.st_mode & 0777, 0600);
	}
	assert_int_equal(stat(arena_printf(&f->arena, "%s/scenarios",
					   directory).ptr, &info), 0);
	assert_int_equal(info.st_mode & 0777, 0700);
	library = library_list(&f->arena, str_from(directory), embedded());
	assert_int_equal(library.nr, embedded()->nr_scenarios + 2);
	assert_non_null(library_open(&f->arena, STR("now-20261121-2"),
				     str_from(directory), embedded(), NULL, 0,
				     &problems));
	scratch_remove(directory);
}

static void test_what_cannot_be_kept_can_be_played(void **state)
{
	struct fixture *f = *state;
	struct problems problems = { 0 };
	struct library_made made;

	assert_non_null(library_make(&f->arena, &f->call,
				     STR("/proc/nowhere"), embedded(), STR(""),
				     &made, &problems));
	assert_str(made.id, "now-1");
	assert_int_equal(made.path.len, 0);
	assert_true(made.trouble.kind == ERROR_CANNOT_CREATE);
}

#define TEST(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_who),
		TEST(test_what),
		TEST(test_what_happened),
		TEST(test_fault),
		TEST(test_offer),
		TEST(test_him_and_her),
		TEST(test_cannot),
		TEST(test_fear),
		TEST(test_a_fear_told_of_is_spoken),
		TEST(test_every_kind_makes_a_scenario),
		TEST(test_a_title_goes_with_the_last_name),
		TEST(test_an_offer_without_a_time_stands_alone),
		TEST(test_fears_come_back_word_for_word),
		TEST(test_one_fear_alone),
		TEST(test_what_a_fear_turns_on_is_heard),
		TEST(test_any_answers_make_a_scenario),
		TEST(test_long_answers_are_cut_at_a_word),
		TEST(test_empty_answers_are_the_defaults),
		TEST(test_files_are_private_and_numbered),
		TEST(test_what_cannot_be_kept_can_be_played),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

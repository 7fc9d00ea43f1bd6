# Scoring and reviewing: rehearsals, pasted calls, JSON lines.

call() {
	cat >call.txt <<-'END'
	Me: The migration will be two weeks late, and that is on us.
	Dana: Two weeks? What happened?
	Me: We tested too late. You will have the plan by noon tomorrow.
	Dana: All right. Thank you for telling me.
	END
}

test_a_pasted_call_is_scored() {
	call
	rehearse score call.txt
	is 0
	out_has 'Score'
	err_has 'call.txt: read as lines: 2 speakers, 4 turns'
	rehearse score - <call.txt
	is 0
	rehearse review call.txt
	is 0
	out_has 'Turn 1'
	out_has 'Dana: Two weeks? What happened?'
}

test_a_vague_turn_is_told_which_word() {
	cat >vague.txt <<-'END'
	Dana: Where is it?
	Me: It is in our process, and various aspects of it are ongoing.
	END
	rehearse review vague.txt
	is 0
	out_has 'could mean anything'
	out_has '"process"'
}

test_json_is_one_value() {
	call
	cp call.txt two.txt
	rehearse score --format json call.txt
	is 0
	[ "$(wc -l <out)" -eq 1 ] || fail 'expected one line'
	out_has '{"id":"call.txt","scored":true,'
	rehearse score --format json call.txt two.txt
	is 0
	[ "$(head -c 1 out)" = '[' ] || fail 'expected a list'
	[ "$(tail -1 out)" = ']' ] || fail 'expected the end of a list'
	rehearse score --format jsonl call.txt missing two.txt
	is 66
	[ "$(wc -l <out)" -eq 3 ] || fail 'expected a line for each file'
}

test_whose_turns_are_judged() {
	cat >call.txt <<-'END'
	Alex Ode: It is late.
	Dana: Why?
	Alex Ode: Tests.
	Dana: I see.
	END
	rehearse score call.txt </dev/null
	is 64
	err_has 'Alex Ode, Dana'
	rehearse score --me alex call.txt
	is 0
	rehearse score --me nobody call.txt
	is 64
	rehearse score --map 'Alex Ode=Me' call.txt
	is 0
	rehearse score --map nonsense call.txt
	is 64
}

test_a_threshold_is_answered_by_the_status() {
	call
	rehearse score --fail-under 0 call.txt
	is 0
	rehearse score --fail-under 100 call.txt
	is 1
	err_has 'is below 100'
	rehearse score --fail-under 100 call.txt missing
	is 66
	rehearse score --fail-under 101 call.txt
	is 64
}

test_a_rehearsal_is_played_again() {
	rehearse play missed-deadline --out talk.yaml --seed 3 --level gentle \
		--script "$data/first-rehearsal.script"
	is 0
	grep '^Score ' out >played
	rehearse score talk.yaml
	is 0
	grep '^Score ' out >again
	same played again
	rehearse review talk.yaml
	is 0
	out_has 'a note: ask about the Saturday earlier'
	out_lacks 'might move a bit'
}

test_a_torn_or_changed_rehearsal_is_told() {
	printf ':call\nIt will be two weeks late.\nWe are sorry.\n' >lines
	rehearse play missed-deadline --out talk.yaml <lines
	is 0
	head -c -40 talk.yaml >torn.yaml
	rehearse score torn.yaml
	is 0
	err_has 'torn'
	sed 's/two weeks late/two years late/' talk.yaml >changed.yaml
	rehearse score changed.yaml
	is 0
	err_has 'changed'
	sed '/^scenario:/s/hash: "[^"]*"/hash: "sha256:0"/' talk.yaml \
		>other.yaml
	rehearse score other.yaml
	is 0
	err_has 'plain conversation'
}

test_files_that_are_no_conversation() {
	printf 'words only\n' >words.txt
	printf 'Me: caf\351\n' >latin.txt
	printf '\377\376M\0e\0' >utf16.txt
	: >empty.txt
	printf -- '---\nevent: header\n...\n' >header.yaml
	for file in words.txt latin.txt utf16.txt empty.txt header.yaml; do
		rehearse score "$file"
		is 65
		err_has "$file"
		is_clean
		rehearse review "$file"
		is 65
	done
	head -c 300 /dev/urandom >noise
	rehearse score noise
	is_clean
	rehearse score /dev/null
	is 66
	rehearse score missing
	is 66
}

records() {
	cat <<-'END'
	{"id":"u1","client_said":"Who broke it?","text":"That is on us."}
	{"id":"u2","text":"Hi.","channel":"call","stage":"opening"}

	{"id":"u4","text":7}
	{"id":5}
	not json
	{"id":"c1","turns":[{"speaker":"client","text":"It is wrong."},{"speaker":"me","text":"We missed it. I will ring you by noon tomorrow."}]}
	{"id":"esc","text":"a\u001b[2J\u009b\u202eb That is on us."}
	END
}

test_the_filter_answers_every_line_in_order() {
	records >in.jsonl
	rehearse score --from jsonl --format jsonl - <in.jsonl
	is 65
	err_is_empty
	[ "$(wc -l <out)" -eq 8 ] || fail 'expected a line for each line'
	ids=$(sed 's/^{"id":\([^,]*\),.*/\1/' out | tr '\n' ' ')
	[ "$ids" = '"u1" "u2" null "u4" null null "c1" "esc" ' ] ||
		fail "ids: $ids"
	out_has '"id":null,"error":{"message":"this is no JSON'
	is_clean
	cp out all
	rehearse score --from jsonl in.jsonl
	is 65
	same out all
	rehearse score in.jsonl
	is 65
	same out all
	rehearse score --from jsonl --format jsonl --keep-going - <in.jsonl
	is 0
	same out all
}

test_the_filter_may_be_cut_anywhere() {
	records | grep -v '^$\|not json\|:7\|:5' >in.jsonl
	rehearse score --from jsonl --format jsonl - <in.jsonl
	is 0
	cp out whole
	: >parts
	while read -r line; do
		printf '%s' "$line" | LC_ALL=C TZ=Asia/Tokyo "$program" \
			score --from jsonl --format jsonl - >>parts
	done <in.jsonl
	same whole parts
}

test_the_filter_on_nothing() {
	rehearse score --from jsonl --format jsonl - </dev/null
	is 0
	out_is_empty
	err_is_empty
}

test_the_filter_says_why_a_file_is_not_read() {
	rehearse score --from jsonl missing.jsonl
	is 66
	err_has 'missing.jsonl: there is no such file'
	rehearse score --from jsonl .
	is 66
	err_has 'this is a directory; name a file in it'
	mkfifo pipe
	rehearse score --from jsonl pipe
	is 66
	err_has 'pipe it in as -'
}

test_the_filter_on_long_and_deep_lines() {
	{
		printf '{"text":"'
		head -c 70000 /dev/zero | tr '\0' a
		printf '"}\n{"id":"next","text":"Hi."}\n'
		head -c 60000 /dev/zero | tr '\0' '['
		printf '\n'
	} >in.jsonl
	rehearse score --from jsonl --format jsonl - <in.jsonl
	is 65
	[ "$(wc -l <out)" -eq 3 ] || fail 'expected three lines'
	out_has '"message":"this line is longer'
	out_has '{"id":"next","scored":'
}

test_the_filter_takes_its_own_formats_only() {
	rehearse score --from jsonl --format text - </dev/null
	is 64
	rehearse score --from jsonl --fail-under 3 - </dev/null
	is 64
}

test_a_rubric_of_ones_own() {
	call
	rehearse score --rubric "$data/small-rubric.yaml" --format json \
		call.txt
	is 0
	out_lacks '"rubric":"seven-principles 1 '
	rehearse score --rubric call.txt call.txt
	is 65
	rehearse score --rubric missing call.txt
	is 66
}

# drill: four transcripts of two people and two rounds, as a drill names them.
drill() {
	printf ':call\nWe are two weeks late, and that is my fault.\n:quit\n' >one
	printf ':call\nYour people should have checked.\n:quit\n' >two
	for round in 1-missed-deadline 2-scope-creep; do
		for who in Ana:one Ben:two; do
			rehearse play "${round#*-}" --seed 7 --level firm \
				--out "${round%%-*}-${who%:*}.yaml" \
				--script "${who#*:}"
		done
	done
}

test_a_team_gets_one_sheet() {
	drill
	rehearse score --format md [12]-*.yaml
	is 0
	err_is_empty
	[ "$(sed -n 5p out)" = '## Practise next' ] ||
		fail 'expected what to practise first'
	out_has '2 people, 2 rounds.'
	out_has '**1 of 2** put it on the client or on somebody else'
	out_has '| Ana |'
	rehearse score --format html [12]-*.yaml
	is 0
	out_has '<th scope="row">Ben</th>'
	rehearse score --format md --fail-under 101 [12]-*.yaml
	is 64
}

test_a_team_gets_its_tables() {
	drill
	rehearse score --format csv [12]-*.yaml
	is 0
	[ "$(wc -l <out)" -eq 29 ] || fail 'expected 1 + 2 x 2 x 7 rows'
	out_has '"Ben",2,"One last tiny thing","yes","kind",'
	rehearse score --format moodle --fail-under 70 [12]-*.yaml
	is 1
	[ "$(wc -l <out)" -eq 3 ] || fail 'expected a row a person'
	out_has ', below 70.'
	rehearse score --format csv missing [12]-*.yaml
	is 66
	[ "$(wc -l <out)" -eq 29 ] || fail 'expected the others'
	rehearse score --format csv missing
	is 66
	out_is_empty
}

test_a_team_without_rounds_in_names() {
	drill
	mkdir ana
	mv 1-Ana.yaml Ana.yaml
	mv 2-Ana.yaml ana/Ana.yaml
	call
	rehearse score --format csv Ana.yaml ana/Ana.yaml call.txt
	is 0
	out_has '"Ana",1,"The migration will be late","yes","kind",'
	out_has '"Ana",2,"One last tiny thing","yes","kind",'
	out_has '"call",3,"call.txt","yes","kind",'
	rehearse score --format csv Ana.yaml Ana.yaml
	is 0
	err_has "takes the place of an earlier file of Ana's in round 1"
}

test_of_what_was_had_again_the_last_try_counts() {
	drill
	cp 1-Ana.yaml 1-Ben.2.yaml
	cp 1-Ana.yaml 1-Ana-2.yaml
	rehearse score --format csv 1-Ana.yaml 1-Ben.yaml
	grep Ana out | sed 's/Ana/Ben/' >wanted
	rehearse score --format csv 1-Ben.2.yaml 1-Ben.yaml
	is 0
	err_is_empty
	grep Ben out | diff wanted - || fail 'not the second try'
	# whether it is good enough goes by that one, too
	rehearse score --format csv --fail-under 60 1-Ben.2.yaml
	is 0
	rehearse score --format csv --fail-under 60 1-Ben.2.yaml 1-Ben.yaml
	is 0
	rehearse score --format csv --fail-under 60 1-Ben.yaml
	is 1
	# a name that ends with a number is one
	rehearse score --format csv 1-Ana.yaml 1-Ana-2.yaml
	is 0
	err_is_empty
	out_has '"Ana-2",1,'
}

test_plays_of_other_scripts_are_not_compared() {
	drill
	sed 's/^title: .*/title: Another/' "$root/scenarios/missed-deadline.yaml" \
		>missed-deadline.yaml
	rehearse play ./missed-deadline.yaml --out 1-Chidi.yaml --script one
	rehearse score --format md 1-*.yaml
	is 0
	err_has 'Round 1: Chidi played another scenario, or another version'
	out_has '> **Note:** Round 1: Chidi played another scenario'
}

test_disguised_names_are_only_text() {
	drill
	esc=$(printf '\033')
	mv 1-Ana.yaml "1-=cmd|' <b>$esc[31m.yaml"
	for format in md html csv moodle; do
		rehearse score --format "$format" 1-*.yaml
		is 0
		tr -d '\r' <out >plain
		mv plain out
		is_clean
		case $format in
		csv | moodle) out_has "\"'=cmd|' <b>" ;;
		*) out_lacks '<b>' ;;
		esac
	done
}

# "I will ... the 24th" is no sentence.
test_a_better_sentence_says_by_the_day() {
	printf '%s\n' 'Dana: I was counting on Friday.' \
		'Me: It looks like the 24th now. The test threw up a few things.' \
		>call.txt
	rehearse review call.txt
	is 0
	out_has '] by the 24th.'
}

# The line-mode player, its scripts and its transcripts.

test_first_rehearsal_is_played_to_its_end() {
	rehearse play missed-deadline --out talk.yaml \
		--script "$data/first-rehearsal.script"
	is 0
	out_has 'Score'
	err_has 'saved in talk.yaml'
	err_lacks 'script:'
	file_has talk.yaml '^left: true' 'no result'
	[ "$(stat -c %a talk.yaml)" = 600 ] || fail 'the file is not private'
}

test_same_script_same_bytes() {
	for n in 1 2; do
		rehearse play missed-deadline --seed 7 --level tough \
			--fill 'delay=three days' --out "$n.yaml" \
			--script "$data/first-rehearsal.script"
		is 0
		cp out "$n.out"
	done
	same 1.yaml 2.yaml
	same 1.out 2.out
	file_lacks 1.yaml '^when:\|^at:' 'a clock got in'
	file_has 1.yaml '^fill: {delay: "three days"}' 'no fill'
}

test_picking_by_place_is_what_the_file_says() {
	printf '=2\n' >pick.script
	printf ':call\n' >act.script
	rehearse play missed-deadline --out 1.yaml --script pick.script
	is 0
	rehearse play missed-deadline --out 2.yaml --script act.script
	is 0
	same 1.yaml 2.yaml
	printf ':call\n=99\n=0\n=x\n' >bad.script
	rehearse play missed-deadline --out 3.yaml --script bad.script
	is 65
	err_has 'bad.script:2: '
	err_has 'bad.script:4: '
}

test_typed_commands() {
	printf '%s\n' ':call' 'No. It will be two weeks late.' ':score' \
		':note breathe' ':waive no.such why' '# said, not a comment' \
		':undo 1' ':call' '::call is what I said' ':hlep' ':help' \
		':save' ':zzzzz' ':quit' 'never said' >lines
	rehearse play missed-deadline --out talk.yaml <lines
	is 0
	out_has 'everybody starts here'
	out_has ':waive'
	err_has 'line 5: '
	err_has 'did you mean :help?'
	err_has 'line 12: :save takes something after it: :save FILE'
	err_has ':: says a line that begins with a colon'
	file_has talk.yaml '^text: "breathe"' 'no note'
	file_has talk.yaml '^said: "# said' 'a hash was taken for a comment'
	file_has talk.yaml '^said: ":call is' 'no line that begins with :'
	file_has talk.yaml '^event: undo' 'no undo'
	file_has talk.yaml '^left: true' 'no result'
	file_lacks talk.yaml 'never said' 'something was said after :quit'
}

test_help_names_every_typed_command() {
	echo ':help' >lines
	rehearse play missed-deadline <lines
	is 0
	sed -n 's/^  \(:[a-z]*\) .*/\1/p' out >typed
	[ "$(wc -l <typed)" -ge 14 ] || fail 'too few commands'
	rehearse help play
	while read -r command; do
		out_has "$command"
	done <typed
}

test_waiving_a_finding_keeps_the_reason() {
	printf ':call\n%s\n:waive teachable.owns_it it was %s\n' \
		"It will be two weeks late, and that is on us." \
		'"a figure of speech"' >lines
	rehearse play missed-deadline --out talk.yaml <lines
	is 0
	out_has 'kept with the finding'
	file_has talk.yaml 'reason: "it was \\"a figure of speech\\""' \
		'no reason'
	rehearse review talk.yaml
	is 0
	out_has 'an objection to teachable.owns_it'
}

test_the_report_says_the_score_without_what_was_waived() {
	printf ':call\n%s\n' \
		"It will be two weeks late. It is not our fault." >lines
	rehearse play missed-deadline --out plain.yaml <lines
	is 0
	out_lacks 'Without what you waived'
	score=$(sed -n 's/^Score \([0-9]*\) of.*/\1/p' out)
	echo ':waive teachable.disowns it is so' >>lines
	rehearse play missed-deadline --out talk.yaml <lines
	is 0
	out_has "Score $score of 100"
	out_has '(waived)'
	without=$(sed -n 's/.*Without what you waived: \([0-9]*\).*/\1/p' out)
	[ "${without:-0}" -gt "$score" ] || fail 'expected a better score'
	rehearse play missed-deadline --no-scores <lines
	out_lacks 'Without'
	rehearse review talk.yaml
	is 0
	out_has "Score $score of 100"
	out_has "Without what you waived: $without."
	file_has out '^     *-[0-9]* .*\[teachable.disowns\] (waived)$' \
		'the receipt does not mark it'
	rehearse review plain.yaml
	out_lacks '(waived)'
	rehearse score --format json talk.yaml plain.yaml
	is 0
	out_has "\"score\":$score,\"without_waived\":$without,"
	[ "$(grep -c without_waived out)" -eq 1 ] ||
		fail 'nothing was waived in plain.yaml'
}

# A conversation that one act ends.
short() {
	cat >short.yaml <<-'END'
	format: rehearse/scenario 1
	id: short
	title: Short
	summary: One act ends it.
	kind: bad-news
	level: firm
	minutes: 1
	you: {role: a tester, fault: yours}
	client: {name: Ada Moss, role: a client, company: Moss, trust: 50, patience: 50}
	brief: |
	  Nothing is at stake.
	start: first
	scenes:
	  first:
	    narrator: "It is early."
	    replies:
	      - {act: wait, text: "Wait.", go: end}
	endings:
	  over: {kind: bad, say: "It is over."}
	END
}

test_lines_after_the_ending_are_told() {
	short
	printf '%s\n' ':wait' 'One more thing.' '# not this' ':call' \
		':note after all' ':undo' ':wait' >after.script
	rehearse play ./short.yaml --out talk.yaml --script after.script
	is 0
	out_has 'It is over.'
	err_has "after.script:2: the conversation is over"
	err_has "after.script:4: the conversation is over"
	err_lacks "after.script:3"
	err_lacks "after.script:5"
	file_has talk.yaml '^text: "after all"' 'no note'
	[ "$(grep -c '^ending: over' talk.yaml)" -eq 2 ] ||
		fail 'expected a result for each time it ended'
}

test_the_ending_is_told_once() {
	short
	for then in '' :score ':note after all' :quit; do
		rehearse play ./short.yaml <<-END
		:wait
		$then
		END
		is 0
		[ "$(grep -c 'It is over' out)" -eq 1 ] ||
			fail "expected the ending once, then $then"
	done
	printf ':wait\n:score\n\n' >lines
	TERM=xterm script -qec "$program play ./short.yaml --plain" \
		/dev/null <lines >out 2>err
	status=$? ran='play --plain in a terminal, to its end'
	is 0
	[ "$(grep -c 'conversation is over' out)" -eq 1 ] ||
		fail 'expected to be told once what can be done now'
	[ "$(grep -c 'It is over' out)" -eq 1 ] || fail 'the ending, twice'
}

test_lines_that_are_none() {
	{
		printf ':call\n\n   \n'
		head -c 70000 /dev/zero | tr '\0' a
		printf '\ncaf\351\n'
		head -c 5000 /dev/zero | tr '\0' b
		printf '\nlast line without an end'
	} >odd.script
	rehearse play missed-deadline --out talk.yaml --script odd.script
	is 65
	err_has 'odd.script:4: '
	err_has 'odd.script:5: '
	err_has 'odd.script:6: '
	file_has talk.yaml 'last line without an end' 'no last line'
	rehearse play missed-deadline --out 2.yaml <odd.script
	is 0
	err_has 'line 4: '
	file_has 2.yaml 'last line without an end' 'no last line'
}

test_control_characters_stay_out() {
	printf ':call\nA \033[2Jline\302\233 with\342\200\256 controls\n' \
		>lines
	rehearse play missed-deadline --out talk.yaml <lines
	is 0
	is_clean
	cp talk.yaml out
	is_clean
}

test_sessions_are_kept_privately() {
	rehearse play missed-deadline </dev/null
	is 0
	err_has 'saved in'
	[ "$(stat -c %a data/rehearse/sessions)" = 700 ] ||
		fail 'the directory is not private'
	set -- data/rehearse/sessions/*Z-missed-deadline-????.yaml
	[ "$(stat -c %a "$1")" = 600 ] || fail 'the file is not private'
	for _ in 1 2 3 4 5 6 7 8; do
		"$program" play missed-deadline </dev/null >/dev/null 2>&1 &
	done
	wait
	set -- data/rehearse/sessions/*
	[ $# -eq 9 ] || fail "expected 9 sessions, got $#"
}

test_a_transcript_is_never_written_over() {
	echo precious >talk.yaml
	rehearse play missed-deadline --out talk.yaml </dev/null
	is 73
	err_has 'talk.yaml: '
	out_is_empty
	[ "$(cat talk.yaml)" = precious ] || fail 'the file was changed'
	rehearse play missed-deadline --out missing/deep/talk.yaml </dev/null
	is 0
}

test_what_cannot_be_saved_is_told_and_the_talk_goes_on() {
	mkdir -p data
	: >data/rehearse
	printf ':call\nIt is late.\n:save elsewhere.yaml\nTwo weeks.\n' >lines
	rehearse play missed-deadline <lines
	is 0
	err_has 'not being saved'
	err_has 'saved in elsewhere.yaml'
	file_has elsewhere.yaml 'said: "It is late."' 'lost a turn'
	file_has elsewhere.yaml 'said: "Two weeks."' 'lost a turn'
	echo ':call' >lines
	rehearse play missed-deadline <lines
	is 73
	out_has 'Score'
}

test_a_full_disk_is_told() {
	grep -q __gcov_ "$program" &&
		skip 'measuring coverage writes larger files at exit'
	printf ':call\n%s\n%s\n' 'It will be two weeks late.' \
		'What does that do to you?' >lines
	(
		ulimit -f 1
		# the reports go through a pipe: the limit is for files
		{
			"$program" play missed-deadline --out talk.yaml \
				<lines 2>&1 >/dev/null
			echo "status $?"
		} | cat >err
	)
	status=$(sed -n 's/^status //p' err) ran='play on a full disk'
	is 74
	err_has 'not being saved'
	[ "$(tail -1 talk.yaml)" = ... ] ||
		fail 'the file does not end with a whole event'
}

test_an_interrupt_saves_and_ends_with_130() {
	mkfifo line
	"$program" play missed-deadline --out talk.yaml <line >out 2>err &
	pid=$!
	exec 3>line
	echo ':call' >&3
	happens grep -qs 'act: call' talk.yaml
	# a shell starts what runs behind it with SIGINT ignored
	kill -TERM $pid
	wait $pid
	status=$? ran='play, interrupted'
	exec 3>&-
	is 130
	file_has talk.yaml '^left: true' 'no result'
}

test_files_that_are_no_scenario() {
	mkfifo pipe.yaml
	mkdir dir.yaml
	printf 'a: [\n' >broken.yaml
	: >empty.yaml
	rehearse play pipe.yaml </dev/null
	is 66
	rehearse play dir.yaml </dev/null
	is 66
	rehearse play ./missing </dev/null
	is 66
	rehearse play broken.yaml </dev/null
	is 65
	rehearse play empty.yaml </dev/null
	is 65
	rehearse play missed-deadline --script missing </dev/null
	is 66
	rehearse play missed-deadline --fill nonsense </dev/null
	is 64
	rehearse play missed-deadline --fill nonsense=1 </dev/null
	is 65
	rehearse play </dev/null
	is 64
	err_has 'rehearse list'
}

test_without_scores_no_number_is_shown() {
	printf ':call\nIt will be two weeks late, that is on us.\n:score\n' \
		>lines
	rehearse play missed-deadline --no-scores <lines
	is 0
	out_lacks '[turn'
	out_lacks 'Score'
	out_lacks 'weight'
}

test_a_scenario_of_ones_own_wins() {
	mkdir -p data/rehearse/scenarios
	sed 's/^title: .*/title: My own version/' \
		"$root/scenarios/missed-deadline.yaml" \
		>data/rehearse/scenarios/missed-deadline.yaml
	rehearse list
	is 0
	out_has 'My own version'
	out_has 'in place of the shipped one'
	rehearse play missed-deadline </dev/null
	is 0
	out_has 'My own version'
	echo 'a: 1' >data/rehearse/scenarios/bad.yaml
	rehearse list
	is 65
	out_has 'My own version'
	err_has 'bad.yaml'
}

test_a_list_by_words() {
	mkdir -p data/rehearse/scenarios
	sed 's/^id: .*/id: mine/; s/^tags: .*/tags: [garden, "C\&A"]/' \
		"$root/scenarios/missed-deadline.yaml" \
		>data/rehearse/scenarios/mine.yaml
	rehearse list garden
	is 0
	[ "$(wc -l <out)" -eq 3 ] || fail 'not one alone'
	out_has 'mine  bad-news, firm, 8 min; garden, C&A  (your own)'
	rehearse list SHORT complaint
	is 0
	out_has 'outage  '
	out_has 'passed-over  '
	out_lacks 'good-news-catch'
	out_lacks 'Drills'
	rehearse list deadline
	out_has 'tax-filing-late'
	# the beginning of a word, not its middle
	rehearse list line
	is 1
	out_is_empty
	err_has 'nothing goes by all of that'
	rehearse list sixty
	out_has 'sixty-minutes  60 min'
	out_lacks 'firm'
}

# script(1) gives it a terminal; what is typed and shown is in one file then.
test_a_terminal_that_cannot_show_screens_is_asked_line_by_line() {
	printf 'nonsense\n%s\n:call\n:quit\n' missed-deadline >lines
	# curses forgets a block of its own where it knows no terminal
	export ASAN_OPTIONS=detect_leaks=0
	TERM=nonsense script -qec "$program" /dev/null <lines >out 2>err
	status=$? ran='in a terminal of no known kind'
	is 0
	out_has 'line by line'
	out_has 'there is no scenario nonsense'
	out_has 'You picked up the phone.'
	out_has 'Score'
	TERM=xterm script -qec "$program play missed-deadline --plain" \
		/dev/null <lines >out 2>err
	status=$? ran='play --plain in a terminal'
	is 0
	out_has '> '
}

test_what_can_be_filled_in_is_named() {
	rehearse play missed-deadline --plain --fill foo=bar
	is 65
	err_has '{foo} to fill in; it has me, deliverable, due, delay'
	rehearse play missed-deadline --plain --fill dely=bar
	err_has 'did you mean {delay}?'
}

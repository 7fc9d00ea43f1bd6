# A team's hour, line by line.

# A drill of two rounds for two people; the second is marked.
two_rounds() {
	cat >two.yaml <<-'END'
	format: rehearse/drill 1
	id: two
	title: Two rounds
	minutes: 30
	people: [Ana, Ben]
	rounds:
	  - {scenario: outage, minutes: 4, level: gentle}
	  - {scenario: good-news-catch, minutes: 3, mark: before-reveal}
	debrief: ["What will you try on a real call this week?"]
	END
}

# lines LINE...: they are typed in the drill, without a clock.
lines() {
	printf '%s\n' "$@" >lines.script
	rehearse drill two.yaml --results results --script lines.script
}

test_a_drill_from_the_first_word_to_the_last() {
	two_rounds
	lines ':begin' \
		':next' "That is on us. I'll send the list by two." ':next' ':next' \
		':next' 'Calm down, please.' ':next' ':next' ':next' \
		':next' 'It has been approved, but it closes at eight.' \
		':mark d3 kind1' ':reveal' ':next' ':next' ':next' \
		':next' 'I am sorry.' ':reveal' ':next' ':next' ':next' \
		':next' ':next'
	is 0
	err_has 'the results are in results'
	out_has 'Round 1 of 2 (4 min, gentle, with hints)'
	out_has "Ana's turn. Then Ben."
	out_has 'direct           3'
	for file in 1-P1 1-P2 2-P1 2-P2; do
		[ -f "results/$file.yaml" ] || fail "no $file.yaml"
	done
	rehearse verify results/*.yaml
	is 0
	for file in sheet.md sheet.html results.csv moodle.csv results.json; do
		[ -f "results/$file" ] || fail "no $file"
	done
	# the same client for everybody
	[ "$(grep -h '^seed:' results/*.yaml | sort -u)" = 'seed: 1' ] ||
		fail 'not the same seed'
	# names are in the log alone
	file_lacks results/1-P1.yaml Ana 'a name in a transcript'
	file_lacks results/results.csv Ana 'a name in the results'
}

test_the_same_script_gives_the_same_files() {
	two_rounds
	lines ':begin' ':next' 'That is on us.' ':next'
	mv results first
	lines ':begin' ':next' 'That is on us.' ':next'
	same first/1-P1.yaml results/1-P1.yaml
	same first/drill.log results/drill.log
}

test_a_drill_that_was_left_is_gone_on_with() {
	two_rounds
	lines ':begin' ':at 1:00' ':next' 'That is on us.' ':at 2:00' ':pause'
	is 0
	err_has 'can be gone on with'
	rehearse verify results/1-P1.yaml
	is 0
	lines ':go' ':agenda' 'What has it cost you?' ':next' ':next'
	is 0
	out_has 'You go on with this drill.'
	out_has 'That is on us.'
	out_has '28:00 of the hour'
	out_has '3:00 of this conversation'
	out_has "Ben's turn."
	rehearse verify results/1-P1.yaml
	is 0
	file_has results/1-P1.yaml 'What has it cost you' 'not in one transcript'
}

test_a_drill_that_was_killed_is_gone_on_with() {
	two_rounds
	mkfifo keys
	"$program" drill two.yaml --plain --results results <keys >out 2>err &
	pid=$!
	exec 3>keys
	printf '%s\n' ':begin' ':next' 'That is on us.' >&3
	happens grep -qs 'turn 2' results/drill.log
	kill -9 $pid
	wait $pid 2>/dev/null
	exec 3>&-
	# and the last lines were torn
	printf '%s' '9f9f9f9f 17 turn' >>results/drill.log
	printf '%s\n' '---' 'event: turn' 'turn: 3' >>results/1-P1.yaml
	lines 'What has it cost you?' ':next' ':next' ':next' \
		'Calm down.' ':next' ':next'
	is 0
	out_has 'Round 1 is over'
	rehearse verify results/1-P1.yaml results/1-P2.yaml
	is 0
	out_has 'results/1-P1.yaml: the same (line'
}

test_what_was_said_counts_even_if_the_log_is_behind() {
	two_rounds
	lines ':begin' ':next' 'That is on us.'
	sed -i '/ turn 2$/d' results/drill.log
	lines ':next' ':next'
	is 0
	file_has results/drill.log ' turn 2$' 'the turn is not in the log'
	# and a conversation the log knows of without a file begins anew
	lines ':next'
	rm results/1-P2.yaml
	lines 'That is on us.'
	is 0
	file_has results/1-P2.yaml 'That is on us' 'no transcript'
	# nothing but a torn header
	printf '%s\n' '---' 'event: header' >results/1-P2.yaml
	sed -i '/ turn 2$/d' results/drill.log
	lines 'That is on us.'
	is 0
}

test_another_drill_is_not_gone_on_with() {
	two_rounds
	lines ':begin'
	sed -i 's/minutes: 30/minutes: 40/' two.yaml
	lines ':next'
	is 65
	err_has 'was changed since'
	rehearse drill twenty-minutes --results results --script lines.script
	is 65
	err_has 'the log of another drill, two'
	sed -i 's/minutes: 40/minutes: 30/' two.yaml
	rehearse drill two.yaml --solo --results results --script lines.script
	is 65
	err_has 'without --solo'
	echo '125 joined nobody' >results/drill.log
	lines ':next'
	is 65
	err_has 'no log of a drill'
}

test_unfinished_drills_are_offered() {
	two_rounds
	echo ':begin' >begin
	rehearse drill two.yaml --plain <begin
	is 0
	first=$(echo data/rehearse/drills/*)
	rehearse drill two.yaml --plain <begin
	is 0
	err_has "--results $PWD/$first goes on with it"
	# what was only looked at leaves nothing behind
	rm -r data
	rehearse drill two.yaml --plain </dev/null
	is 0
	[ -z "$(ls data/rehearse/drills)" ] || fail 'an empty drill was kept'
}

test_people_come_and_go() {
	two_rounds
	lines ':join Cleo, Dev' ':leave Ana' ':begin' ':join Eve' ':leave Zoe' \
		':next' ':pass' ':leave Cleo' ':join Ana' ':agenda'
	is 65
	err_has "lines.script:5: nobody here is called 'Zoe'"
	out_has "Ben's turn."
	out_has 'Cleo has the keyboard.'
	out_has 'Here: Ana (P1), Ben (P2), Dev (P4), Eve (P5); gone: Cleo (P3)'
	file_has results/1-P2.yaml 'P3 has the keyboard' 'who typed is not noted'
}

test_what_cannot_be_now_is_refused() {
	two_rounds
	lines ':next' 'Hello.' ':begin' 'Hello.' ':mark d3' ':pase' ':next' \
		':pause' 'Hello.' ':go' ':at 1:00' ':at 0:30' ':next now' \
		':begin' ':join'
	is 65
	err_has 'script:1: the drill has not begun'
	err_has 'script:2: this was not said, nobody is talking now; :join NAME'
	err_has 'script:4: this was not said, nobody is talking now; :next begins'
	err_has 'script:5: there is no turn to mark'
	err_has 'script:6: there is no :pase; did you mean :pass?'
	err_has 'script:9: this was not said, there is a pause'
	err_has 'script:12: time does not run backwards'
	err_has 'script:13: :next takes nothing after it'
	err_has 'script:14: the drill has begun already'
	err_has 'script:15: :join takes something after it'
	echo ':at 5' >at
	rehearse drill two.yaml --plain <at
	err_has ':at is for a --script'
}

test_marks_by_the_beginning_of_a_name() {
	two_rounds
	sed -i '/outage/d' two.yaml
	lines ':begin' ':next' 'It is approved, but it closes at eight.' \
		':mark t3' ':mark d5' ':mark tog2 te0' ':reveal' ':mark d3'
	is 65
	err_has "script:4: 't3' is no mark"
	err_has "script:5: 'd5' is no mark"
	err_has 'script:8: there is no turn to mark; marks are made before'
	file_has results/drill.log 'mark together 2 teachable 0' 'no marks'
	out_has 'together         2'
}

test_without_hints_nothing_is_suggested() {
	two_rounds
	sed -i 's/level: gentle/hints: off/' two.yaml
	lines ':begin' ':next' '3' '1' 'Calm down, please.' ':next'
	is 65
	err_has 'Nothing of that number is offered here'
	# what can be done is no hint
	out_has '3  Pick up.'
	out_lacks 'Nobody looked. The alarm rang'
	out_lacks '[turn'
	# the coach speaks afterwards, without numbers
	out_has 'You told them how to feel.'
	out_lacks 'Score'
	sed -i 's/hints: off/hints: exam/' two.yaml
	rm -r results
	lines ':begin' ':next' 'Calm down, please.' ':next'
	is 0
	out_lacks 'You told them how to feel.'
	out_has 'shows when the round is over'
}

test_one_person_alone() {
	two_rounds
	printf '%s\n' ':begin' ':next' 'That is on us.' ':next' ':next' >l
	rehearse drill two.yaml --solo --results results --script l
	is 0
	out_has 'Your turn.'
	out_lacks 'Ana'
	out_has 'Round 1 is over'
	rehearse verify results/1-P1.yaml
	is 0
}

test_results_under_names() {
	two_rounds
	sed -i 's/^people:.*/people: ["Ana B.", "Ana\/B."]\nnames: names/' two.yaml
	lines ':begin' ':next' 'That is on us.' ':next' ':next' \
		':next' 'That is on us.' ':next' ':next'
	is 0
	[ -f results/1-Ana-B-.yaml ] || fail "$(ls results)"
	[ -f results/1-Ana-B--2.yaml ] || fail "$(ls results)"
}

test_repeated_and_skipped() {
	two_rounds
	lines ':begin' ':next' 'Calm down.' ':repeat' \
		':next' 'That is on us.' ':next' ':next' \
		':next' 'Calm down.' ':skip' ':next'
	is 0
	[ -f results/1-P1.2.yaml ] || fail 'no second try'
	rehearse verify results/*.yaml
	is 0
	# only what counts is in the results
	file_has results/results.csv '^"P2",1,"[^"]*","no"' \
		'what was skipped counts'
}

test_a_full_disk_is_told_at_once() {
	grep -q __gcov_ "$program" &&
		skip 'measuring coverage writes larger files at exit'
	two_rounds
	# taken back and said again, it is long while the sheets stay short
	{
		printf '%s\n' ':begin' ':next'
		for i in 1 2 3 4 5 6 7 8 9 10 11 12; do
			printf '%s\n' 'That is on us. You have the list by two.' \
				':undo'
		done
		echo ':quit'
	} >lines.script
	# what is told goes through a pipe: the limit is for files
	(
		ulimit -f 16
		"$program" drill two.yaml --results results \
			--script lines.script 2>&1
		echo "status $?"
	) | cat >out
	status=$(sed -n 's/^status //p' out) ran='drill on a full disk'
	is 74
	out_has 'results/1-P1.yaml: the file would become longer'
	sed '/would become longer/,$d' out >before
	grep -q 'Taken back' before || fail 'it was told before it happened'
	sed '1,/would become longer/d' out | grep -q 'Taken back' ||
		fail 'it was told at the end only'
}

test_check_adds_the_minutes_up() {
	two_rounds
	rehearse check --strict two.yaml
	is 0
	out_has '2 people x 7 minutes are 14, and 3 for the debrief: 17 of 30'
	sed -i 's/Ben/Ben, Cleo, Dev, Eve/' two.yaml
	rehearse check two.yaml
	is 0
	out_has 'fine but for its minutes'
	err_has 'at most 3 have a turn in every round'
	rehearse check --strict two.yaml
	is 1
	sed -i 's/outage/outge/' two.yaml
	rehearse check two.yaml
	is 65
	err_has 'two.yaml:7:16: there is no scenario outge; did you mean outage?'
	rehearse check two.yaml --say hello
	is 65
	for drill in twenty-minutes forty-five-minutes sixty-minutes; do
		rehearse check --strict $drill
		is 0
	done
	rehearse list
	out_has 'sixty-minutes  60 min'
}

test_no_such_drill() {
	rehearse drill twenty-minute --plain
	is 66
	err_has 'there is no drill twenty-minute; did you mean twenty-minutes?'
	rehearse drill missing.yaml --plain
	is 66
	rehearse drill
	is 64
	two_rounds
	unset HOME XDG_DATA_HOME
	rehearse drill two.yaml --plain </dev/null
	is 64
	err_has '--results DIR says where'
}

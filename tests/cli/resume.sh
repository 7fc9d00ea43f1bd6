# Transcripts played again: verify and --resume.

# A rehearsal that was left after two turns.
left() {
	printf '%s\n' ':call' 'It will be two weeks late, and that is on us.' \
		':undo' 'It will be two weeks late.' ':note breathe' >left.script
	rehearse play missed-deadline --seed 7 --level tough --out left.yaml \
		--fill 'delay=two weeks' --script left.script
	is 0
}

test_verify_says_the_same() {
	left
	rehearse play missed-deadline --out call.yaml </dev/null
	is 0
	rehearse verify left.yaml call.yaml
	is 0
	out_has 'left.yaml: the same'
	out_has 'call.yaml: the same'
	err_is_empty
}

test_verify_names_the_first_line_that_differs() {
	left
	sed 's/that is on us/that is on you/' left.yaml >changed.yaml
	line=$(grep -n 'on you' changed.yaml | cut -d: -f1)
	rehearse verify left.yaml changed.yaml
	is 1
	out_has 'left.yaml: the same'
	out_has "changed.yaml:"
	out_has 'written:  '
	out_has 'replayed: '
	# what was said is an input: what follows from it gives it away
	shown=$(sed -n 's/^changed.yaml:\([0-9]*\): differs/\1/p' out)
	[ "$shown" -gt "$line" ] || fail "line $shown is not after $line"
	sed 's/^score: .*/score: 99/' left.yaml >scored.yaml
	rehearse verify scored.yaml
	is 1
	out_has 'written:  score: 99'
}

test_verify_shows_no_control_characters() {
	left
	printf -- '---\nevent: n\033[2J\302\233\n' >>left.yaml
	rehearse verify left.yaml
	is_clean
	sed 's/^answer: .*/answer: ["\xe2\x80\xae"]/' left.yaml >changed.yaml
	rehearse verify changed.yaml
	[ "$status" -ne 0 ] || fail 'a change was not found'
	is_clean
}

test_verify_wants_what_it_was_played_with() {
	left
	sed 's/hash: "sha256:..../hash: "sha256:0000/' left.yaml >both.yaml
	rehearse verify both.yaml
	is 65
	err_has 'both.yaml: the scenario missed-deadline and the rubric seven'
	sed '/^scenario:/s/sha256:..../sha256:0000/' left.yaml >other.yaml
	rehearse verify other.yaml left.yaml
	is 65
	err_has 'other.yaml: the scenario missed-deadline at hand is not'
	out_has 'left.yaml: the same'
	sed '/^rubric:/s/sha256:..../sha256:0000/' left.yaml >other.yaml
	rehearse verify other.yaml
	is 65
	err_has 'other.yaml: the rubric seven-principles at hand is not'
	sed '/^scenario:/s/id: [a-z-]*/id: "..\/..\/x"/' left.yaml >away.yaml
	rehearse verify away.yaml
	is 65
	err_has 'is not at hand'
}

test_verify_of_what_is_no_transcript() {
	echo 'Ana: hello' >call.txt
	mkfifo pipe
	rehearse verify call.txt
	is 65
	err_has 'call.txt:1: this is no transcript'
	rehearse verify missing pipe
	is 66
	rehearse verify
	is 64
	printf -- '---\nevent: header\n' >torn
	rehearse verify torn
	is 65
	err_has 'no whole header'
}

test_a_scenario_of_ones_own_is_looked_for_here() {
	sed 's/^id: .*/id: mine/' "$root/scenarios/missed-deadline.yaml" \
		>mine.yaml
	rehearse play ./mine.yaml --out talk.yaml </dev/null
	is 0
	rehearse verify talk.yaml
	is 0
	echo ':call' >on
	rehearse play --resume talk.yaml <on
	is 0
	mkdir elsewhere
	mv mine.yaml elsewhere/mine.yaml
	rehearse verify talk.yaml
	is 65
	err_has 'the scenario mine it was played with is not at hand'
	rehearse play ./elsewhere/mine.yaml --resume talk.yaml </dev/null
	is 0
	err_has 'saved in talk.yaml'
	rehearse play missed-deadline --resume talk.yaml </dev/null
	is 65
	err_has 'the scenario mine at hand is not'
}

test_resume_goes_on_where_it_was_left() {
	left
	cp left.yaml before.yaml
	printf '%s\n' 'What does that do to you?' >on.script
	rehearse play --resume left.yaml --script on.script
	is 0
	out_has 'You: It will be two weeks late.'
	out_has 'You go on after turn 2.'
	out_has 'You: What does that do to you?'
	err_has 'saved in left.yaml'
	head -c "$(stat -c %s before.yaml)" left.yaml >beginning
	same before.yaml beginning
	file_has left.yaml '^turn: 3' 'no third turn'
	[ "$(grep -c '^left: true' left.yaml)" -eq 2 ] ||
		fail 'expected a result for each time it was left'
	rehearse verify left.yaml
	is 0
	cp left.yaml again.yaml
	rehearse play --resume left.yaml </dev/null
	is 0
	same left.yaml again.yaml
}

test_resume_after_a_tear() {
	left
	size=$(stat -c %s left.yaml)
	for less in 1 5 100; do
		head -c $((size - less)) left.yaml >torn.yaml
		rehearse verify torn.yaml
		is 0
		echo 'What does that do to you?' >on
		rehearse play --resume torn.yaml <on
		is 0
		rehearse verify torn.yaml
		is 0
	done
	head -c $((size - 30)) left.yaml >torn.yaml
	rehearse verify torn.yaml
	out_has '1 torn event does not count'
	rehearse play --resume torn.yaml </dev/null
	is 0
	out_has '1 event was torn off'
	out_has 'does not count'
	rehearse review torn.yaml
	is 0
	err_has 'torn'
}

test_resume_refuses_what_it_cannot_go_on_with() {
	left
	for option in '--seed 3' '--level firm' '--fill a=b' '--out x.yaml'; do
		# shellcheck disable=SC2086
		rehearse play --resume left.yaml $option </dev/null
		is 64
		err_has "${option%% *} belongs to the beginning"
	done
	rehearse play --resume missing </dev/null
	is 66
	sed '/^rubric:/s/sha256:..../sha256:0000/' left.yaml >other.yaml
	rehearse play --resume other.yaml </dev/null
	is 65
	err_has 'the rubric seven-principles at hand is not'
	sed 's/^score: .*/score: 99/' left.yaml >changed.yaml
	rehearse play --resume changed.yaml </dev/null
	is 65
	err_has 'rehearse verify'
	printf ':call\n' >lines
	for _ in 1 2 3 4 5 6 7 8 9 10 11 12; do
		echo 'You idiot, this is your own fault.' >>lines
	done
	rehearse play missed-deadline --level tough --out ended.yaml <lines
	is 0
	rehearse play --resume ended.yaml </dev/null
	is 65
	err_has 'came to its end'
	err_has '--opening'
}

test_one_rehearsal_a_file() {
	left
	mkfifo line
	"$program" play --resume left.yaml <line >one.out 2>one.err &
	pid=$!
	exec 3>line
	echo ':note one' >&3
	happens grep -qs 'text: "one"' left.yaml
	rehearse play --resume left.yaml </dev/null
	exec 3>&-
	wait $pid
	is 74
	err_has 'another rehearsal is going on in this file'
	rehearse verify left.yaml
	is 0
}

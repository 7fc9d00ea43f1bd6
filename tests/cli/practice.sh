# Ways to practise a part: --scene, --opening, --exam.

test_a_scene_to_begin_in() {
	echo 'It will be two weeks late.' >lines
	rehearse play missed-deadline --scene opening --out talk.yaml <lines
	is 0
	out_lacks 'You do this'
	file_has talk.yaml '^start: opening' 'the header does not say it'
	rehearse verify talk.yaml
	is 0
	rehearse review talk.yaml
	is 0
	err_is_empty
	echo 'What does that do to you?' >on
	rehearse play --resume talk.yaml <on
	is 0
	file_has talk.yaml '^turn: 2' 'it did not go on'
	rehearse play missed-deadline --scene nowhere <lines
	is 64
	err_has 'there is no scene nowhere; there are '
	rehearse play --scene opening
	is 64
}

# A talk that loses points in its second and third turn.
lossy_lines() {
	printf '%s\n' ':call' \
		'Look, it may be late, your people should have checked.' \
		'It will be two weeks late, and that is on us. I am sorry.' \
		'There was no way anyone could have known.' >lines
}

test_points_left_on_the_table() {
	lossy_lines
	rehearse play missed-deadline --seed 7 --out talk.yaml <lines
	is 0
	out_has 'Points left on the table'
	out_matches 'turn 2, score [0-9]*: there were [0-9]* points here:'
	out_has "    Dana: That's a plain sentence. I can use plain sentences."
	out_matches '    trust     ▅▄.* [0-9]* as it went, ▅▅.* [0-9]* with it'
	out_has 'What moved Dana'
	out_matches 'turn 2   trust -[0-9]*, patience -[0-9]*: how you said it'
	out_has ": \"I'm not looking for a culprit. I'm"
	out_has 'turn 3: what you said was better than any suggestion there'
	rehearse review talk.yaml --ascii
	is 0
	out_matches 'there were [0-9]* points here'
	out_matches ' as it went, --.* [0-9]* with it'
	rehearse review talk.yaml --no-scores
	out_has 'turn 2: there was more here:'
	out_has 'trust down, patience down: how you said it'
	out_lacks 'points here'
	rehearse score talk.yaml --format json
	out_matches '"better":\[{"turn":2,"points":[0-9]*,"score":[0-9]*,"text":"'
	out_matches '"trust":{"played":\[55,[0-9,]*\],"instead":\[55,[0-9,]*\]}'
	out_matches '"mood":\[{"turn":2,"trust":-[0-9]*,"patience":-[0-9]*,"judged":true,"line":""}'
	# a worse way to get in touch, too
	printf '%s\n' ':email' 'We are late by two weeks.' >lines
	rehearse play missed-deadline --seed 7 <lines
	out_has '    * Ring Dana now'
}

test_only_the_turns_that_lost_points() {
	lossy_lines
	rehearse play missed-deadline --seed 7 --out talk.yaml --script lines
	is 0
	printf '%s\n' 'It is late.' ':undo' \
		'It will be two weeks late, until the 24th, and that is on us.' \
		':score' 'Last week. I should have rung you.' 'and more' >anew
	rehearse play --again talk.yaml --out again.yaml --script anew
	is 0
	out_has 'Only the turns that lost points: 2. Each begins where it was.'
	out_has '---- Turn 2 again, 1 of 2'
	out_has 'You said then ('
	out_matches '^    turn 2: [0-9]* -> [0-9]* ([0-9]* was there)'
	out_has 'Taken back. You are after turn 1 again:'
	out_has '---- Turn 4 again, 2 of 2'
	out_matches '^Dana: trust +[0-9].*: how you said it'
	# what was said before it is what was said then
	out_has 'You: It will be two weeks late, and that is on us. I am sorry.'
	out_has 'The turns that lost points, and again'
	out_matches '^  turn 4: [0-9]* -> [0-9]* ([0-9]* was there)'
	out_lacks 'The whole talk'
	err_has 'anew:6: the conversation is over; this line was not said'
	rehearse verify again.yaml
	is 0
	rehearse review again.yaml
	out_matches '  turn 2, a note: again: [0-9]* -> [0-9]* ([0-9]* was there)'
	rehearse play --again talk.yaml --out once-more.yaml --script anew
	same again.yaml once-more.yaml
	rehearse play --again talk.yaml --no-scores --script anew
	out_matches 'turn 2: [a-z ]* -> exemplary'
	out_lacks 'was there'
	# whoever did the best there was lost nothing
	echo ':call' >lines
	rehearse play missed-deadline --seed 7 --out good.yaml --script lines
	rehearse play --again good.yaml --script anew
	is 1
	err_has 'nothing to play again'
}

test_what_again_takes() {
	lossy_lines
	rehearse play missed-deadline --seed 7 --out talk.yaml --script lines
	rehearse play --again talk.yaml --level tough --script lines
	is 64
	err_has '--level belongs to the beginning of a conversation; --again'
	rehearse play --again talk.yaml --resume talk.yaml --script lines
	is 64
	rehearse play --again nothing.yaml --script lines
	is 66
	echo 'Dana: Hello.' >call.txt
	rehearse play --again call.txt --script lines
	is 65
}

test_the_opening_again_and_again() {
	printf '%s\n' ':call' 'It might be a bit late, you should have asked.' \
		'It will be two weeks late, and that is on us.' \
		'It will be two weeks late, and that is on us.' '1' >lines
	rehearse play missed-deadline --opening --seed 7 --out 1.yaml <lines
	is 0
	out_has 'Try 1: '
	out_has 'Try 2: '
	out_has 'gone:  - '
	out_has 'new:   + You owned it. "that is on us" (+'
	out_has 'nothing changed'
	out_has 'Try 4: '
	out_has 'Your tries: '
	# the act stays, the words are taken back
	[ "$(grep -c '^event: undo' 1.yaml)" -eq 3 ] ||
		fail 'expected to be taken back three times'
	[ "$(grep -c '^act: call' 1.yaml)" -eq 1 ] || fail 'called twice'
	file_lacks 1.yaml '^turn: 3' 'a third turn'
	rehearse verify 1.yaml
	is 0
	for n in 2 3; do
		rehearse play missed-deadline --opening --seed 7 \
			--out "$n.yaml" --script lines
		is 0
		cp out "$n.out"
	done
	same 2.yaml 3.yaml
	same 2.out 3.out
	rehearse play missed-deadline --opening --no-scores <lines
	out_has 'Try 2'
	out_has 'new:   + You owned it. "that is on us"'
	out_lacks '(+'
	out_lacks 'Your tries'
	# taken back by hand, too, what follows is another try
	printf '%s\n' ':call' 'It might be late.' ':undo' \
		'It will be two weeks late.' >lines
	rehearse play missed-deadline --opening <lines
	is 0
	out_has 'Try 2: '
	rehearse play missed-deadline --opening --exam <lines
	is 64
	rehearse play --opening
	is 64
}

test_a_try_that_ends_the_talk_is_followed_by_another() {
	{
		echo ':call'
		for _ in 1 2 3; do
			echo 'You idiot, shut up, this is your own damn fault.'
		done
		echo 'It will be two weeks late, and that is on us.'
	} >lines
	rehearse play missed-deadline --opening --level tough \
		--scene bristles <lines
	is 0
	out_has 'Try 4: '
	err_lacks 'the conversation is over'
}

test_the_sheet_tells_what_is_prepared_and_what_is_owed() {
	# left at once, with a sheet that was filled in on the screen
	: >nothing
	rehearse play missed-deadline --out talk.yaml --script nothing
	{
		sed '/^sum:/,$d' talk.yaml
		echo 'prepared: ["The 24th, and our doing.", ""]'
	} >begun.yaml
	sum=$(sha256sum <begun.yaml | cut -c 1-16)
	printf 'sum: %s\n...\n' "$sum" >>begun.yaml
	printf '%s\n' ':call' ':sheet' >on
	rehearse play --resume begun.yaml <on
	is 0
	err_lacks 'sheet'
	sed -n '/^What you prepared/,/^----/p' out >sheet
	file_has sheet '^  The news in one sentence' 'no question'
	file_has sheet '^    > The 24th, and our doing\.' 'no answer'
	file_has sheet '^  \* .*will not be there on Friday' 'nothing is owed'
	file_has sheet '^You promised Northgate' 'no brief'
	printf '%s\n' ':call' 'It will be two weeks late.' ':sheet' >lines
	rehearse play missed-deadline <lines
	out_has '(you wrote nothing down)'
	sed -n '/^Still to be told/,/^What you know/p' out >still
	file_lacks still 'will not be there on Friday' 'it was told'
	printf '%s\n' ':call' ':sheet' >lines
	rehearse play missed-deadline --exam <lines
	out_has 'What you prepared'
	out_lacks 'Still to be told'
}

test_an_exam_shows_nothing_before_its_end() {
	printf '%s\n' ':call' 'It will be two weeks late, and that is on us.' \
		':score' ':waive teachable.owns_it no' >lines
	rehearse play missed-deadline --exam --out talk.yaml <lines
	is 0
	err_has 'line 3: this is an exam'
	err_has 'line 4: this is an exam'
	sed '/^----$/,$d' out >during
	sed -n '/^----$/,$p' out >after
	file_lacks during '^    [[+-]' 'the coach spoke'
	file_lacks during 'is steady' 'the mood was told'
	file_has after 'You owned it' 'the coach was silent at the end'
	file_has talk.yaml '^exam: true' 'it is not recorded'
	rehearse verify talk.yaml
	is 0
	echo ':score' >on
	rehearse play --resume talk.yaml <on
	is 0
	err_has 'this is an exam'
}

test_a_trace_says_why_each_turn_went_as_it_did() {
	printf '%s\n' ':call' 'It might be late.' ':undo' \
		'It will be two weeks late, and that is on us.' >lines
	for n in 1 2; do
		rehearse play missed-deadline --script lines --trace "$n.txt" \
			--out "$n.yaml"
		is 0
	done
	same 1.txt 2.txt
	[ "$(grep -c '^turn 2, scene opening, call: ' 1.txt)" -eq 2 ] ||
		fail 'expected both second turns'
	file_has 1.txt '^taken back' 'the undo is missing'
	file_has 1.txt '^  found teachable.owns_it "that is on us": +' 'no rule'
	file_has 1.txt '^  if told(delay)' 'no condition'
	file_has 1.txt '^  then act call (line ' 'nothing answered'
	[ "$(stat -c %a 1.txt)" = 600 ] || fail 'the trace is not private'
	rehearse play missed-deadline --script lines --out 3.yaml
	same 1.yaml 3.yaml
	rehearse play missed-deadline --script lines --trace 1.txt
	is 73
	err_has '1.txt: '
	rehearse play no-such-scenario --trace none.txt </dev/null
	is 66
	[ ! -e none.txt ] || fail 'a trace of nothing'
	echo 'What does that do to you?' >on
	rehearse play --resume 1.yaml --trace more.txt <on
	is 0
	[ "$(grep -c '^turn' more.txt)" -eq 1 ] || fail 'expected one turn'
	rehearse play missed-deadline --script lines --trace /dev/full
	[ "$status" -ne 0 ] || fail 'a full disk was not told'
}

# What earns nothing is no change between two tries.
test_remarks_are_no_change() {
	printf '%s\n' 'We have a small delay.' 'It is two weeks late, my fault.' |
		"$program" play missed-deadline --opening --plain \
			--out out.yaml >out 2>err
	out_has 'gone:  - You made it smaller'
	out_lacks '(+0)'
}

# Checking files and explaining rules.

test_shipped_files_are_fine() {
	# (all of them: tests/shipped, with the release)
	rehearse check "$root/scenarios/templates/bad-news.yaml" \
		"$root/src/rubric/seven-principles.yaml"
	is 0
	out_has 'seven-principles.yaml: fine: '
	out_has 'bad-news.yaml: fine: '
	err_is_empty
}

test_every_mistake_of_every_file() {
	sed -e 's/^kind: .*/kind: bad-nws/' -e 's/^level: .*/levle: firm/' \
		"$root/scenarios/missed-deadline.yaml" >missed-deadline.yaml
	printf 'format: rehearse/rubric 1\nid: x\nwieghts: {}\n' >rubric.yaml
	rehearse check missed-deadline.yaml rubric.yaml missing.yaml
	is 66
	err_has 'bad-news'
	err_has 'level'
	err_has 'rubric.yaml:3:'
	err_has 'missing.yaml'
	out_is_empty
}

test_a_rule_is_held_to_its_examples() {
	sed 's/^    good: .*/    good: ["The sky is blue today."]/' \
		"$data/small-rubric.yaml" >rubric.yaml
	! cmp -s rubric.yaml "$data/small-rubric.yaml" ||
		fail 'the rubric has no line to change'
	rehearse check rubric.yaml
	is 65
	err_has 'misses its own good example'
}

test_smells_count_when_strict() {
	rehearse check "$data/smells/untold.yaml"
	is 0
	out_has 'untold.yaml: fine but for '
	err_has "untold.yaml:14: smell: nobody can tell the fact 'cause'"
	rehearse check --strict "$data/smells/untold.yaml"
	is 1
	err_has 'smell: nobody can tell'
	cp "$data/smells/untold.yaml" other.yaml
	rehearse check --strict "$data/smells/untold.yaml" other.yaml
	is 65
	err_has 'other.yaml:3:5: '
	rehearse score --strict "$data/smells/untold.yaml"
	is 64
}

test_what_a_sentence_would_set_off() {
	file=$root/scenarios/missed-deadline.yaml
	rehearse check "$file" --say \
		'It will be two weeks late, and that is on us.' --scene opening
	is 0
	out_has 'words: it will be 2 weeks late'
	out_has 'teachable.owns_it'
	out_has 'tells: delay'
	out_has 'asks: nothing'
	rehearse check "$file" --say x --scene nowhere
	is 64
	err_has 'opening'
	rehearse check "$file" --say ''
	is 64
}

test_the_kind_of_a_file_however_it_is_written() {
	for format in '"rehearse/drill 1"' "'rehearse/drill 1'" \
		'rehearse/drill 1 # ours'; do
		printf '\357\273\277format: %s\n' "$format" >ours.yaml
		cat >>ours.yaml <<-'END'
		id: ours
		title: Ours
		minutes: 20
		rounds: [{scenario: outage, minutes: 4}]
		END
		rehearse check ours.yaml
		is 0
		out_has 'ours.yaml: fine: 1 round'
	done
}

test_rules_are_explained() {
	rehearse explain
	is 0
	out_has 'teachable.owns_it'
	rehearse explain teachable.owns_it
	is 0
	out_has 'Looks for'
	out_has 'It is seen in'
	out_has 'Because'
	rehearse explain teachable.own_it
	is 64
	err_has 'did you mean teachable.owns_it?'
	rehearse explain owns_it
	is 64
	err_has 'did you mean teachable.owns_it?'
}

test_behaviours_are_explained() {
	rehearse explain
	out_matches '^  blame  '
	rehearse explain blame
	is 0
	out_has 'kind.blames_their_part'
	out_lacks 'teachable.owns_it'
}

test_trades_are_explained() {
	rehearse explain
	out_matches '^  boats  .* words$'
	rehearse explain boats
	is 0
	out_matches '^halyard$'
	out_lacks 'kettle'
}

# A team's own trade: a word of it, once it is in the rubric, is foreign to a
# client of another.
test_a_trade_is_added() {
	printf 'Me: %s %s\n' \
		'I stacked the kiln too full, and the glaze on the bisque ran.' \
		'A new batch is fired on Friday at nine. Shall I ring at ten?' \
		>turn.txt
	printf 'Sam: The saddle rubs and my mare limps since your repair.\n' |
		cat - turn.txt >call.txt
	rehearse score --format json call.txt
	out_lacks another_matter
	sed 's/^trades:/&\n  pottery: [kiln, glaze, bisque]/' \
		"$root/src/rubric/seven-principles.yaml" >own.yaml
	rehearse check own.yaml
	is 0
	rehearse score --rubric own.yaml --format json call.txt
	out_has another_matter
}

# A rule is explained with the points a receipt shows.
test_explained_points_are_those_of_receipts() {
	printf 'Sam: Why?\nMe: Your people should have reminded me.\n' >call.txt
	rehearse review call.txt
	is 0
	points=$(sed -n 's/^ *\(-[0-9]*\) .*\[kind.blames_their_part\]$/\1/p' out |
		sort -n | head -1)
	rehearse explain kind.blames_their_part
	out_has "kind.blames_their_part  $points (points: -9), kind, blame"
}

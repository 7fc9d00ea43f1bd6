# What the README shows is what comes out. (The authors' guide: new.sh.)

# The lines between two that match, of the README.
shown() {
	sed -n "/$1/,/$2/p" "$root/README.md"
}

test_the_shortest_scenario_plays() {
	shown '^format: rehearse\/scenario' '^```' | grep -v '^```' >my-call.yaml
	rehearse check my-call.yaml
	is 0
	echo 1 | "$program" play ./my-call.yaml --plain --out out.yaml >out 2>err
	is 0
	file_has out 'percent' 'the suggestion is said'
}

test_the_receipt_is_as_shown() {
	shown '^      Sam: Nobody' '^               \[what you will' |
		sed 's/^    //' >expected
	printf 'Sam: Nobody told me.\nYou: I missed it, Sam. Your people should have %s\n' \
		'reminded me, though.' >call.txt
	rehearse review call.txt
	is 0
	sed -n '/^  Sam: /,/^ *\[what you will/p' out >found
	same found expected
}

test_the_drill_is_fine() {
	shown '^format: rehearse\/drill' '^```' | grep -v '^```' >monday.yaml
	cp "$root/scenarios/outage.yaml" my-case.yaml
	sed -i 's/^id: .*/id: my-case/' my-case.yaml
	rehearse check monday.yaml
	is 0
	out_has '48 of 60 minutes'
}

test_the_labelled_turn_is_calibrated() {
	shown '^    {"client_said": "The door' '^$' | sed 's/^    //' >turns.jsonl
	shown '^  *expected found wrongly' '^    1 turn' | sed 's/^    //' >expected
	rehearse calibrate turns.jsonl
	is 0
	same out expected
}

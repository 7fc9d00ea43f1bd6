# rehearse now: six answers, then the call.

answers() {
	printf '%s\n' 'Dana Whitfield, operations director at Northgate' \
		'1 the new kitchen doors' 'mine' \
		'I can bring half of it by Friday.' \
		'bring all of it before the 20th' \
		'You said that: in May, too! / Then "goodbye".'
}

words() {
	printf '%s\n' 'No. They will be late, and that is on us.' \
		'I can bring half of it by Friday.' \
		'The rest comes later than that.'
}

test_now_asks_and_plays() {
	{
		answers
		words
	} >lines
	rehearse now <lines
	is 0
	out_has '6. What do you fear they will say?'
	out_has 'With Dana Whitfield, operations director at Northgate.'
	out_has 'Dana: Hello!'
	out_has 'You: No. They will be late, and that is on us.'
	# word for word
	out_has 'Dana: You said that: in May, too!'
	err_has 'this call is yours alone and kept as '
}

test_now_can_be_played_again() {
	answers >lines
	rehearse now --plain <lines
	is 0
	file=$(echo data/rehearse/scenarios/now-*-1.yaml)
	[ -f "$file" ] || fail 'no file'
	id=$(basename "$file" .yaml)
	[ "$(stat -c %a "$file")" = 600 ] || fail 'others can read it'
	[ "$(stat -c %a data/rehearse/scenarios)" = 700 ] ||
		fail 'others can look into the folder'
	rehearse list
	is 0
	out_has "$id"
	out_has 'Late: the new kitchen doors (Dana Whitfield)'
	rehearse check "$id" --strict
	is 0
	rehearse play "$id" --out talk.yaml <lines
	is 0
	rehearse verify talk.yaml
	is 0
	sed -i 's/the new kitchen doors/the garden gate/' "$file"
	rehearse play "$id" </dev/null
	out_has 'Late: the garden gate (Dana Whitfield)'
	rehearse now <lines
	[ -f "${file%1.yaml}2.yaml" ] || fail 'no second file'
}

test_now_with_nothing_but_enter() {
	printf '\n\n\n\n\n\n' >lines
	for n in 1 2 3 4 5 6 7; do
		sed "2s/.*/$n/" lines >own
		rehearse now <own
		is 0
		# kept is the template, which the shipped files' suite searches
		out_has 'What you never found out'
	done
}

test_now_from_a_script() {
	{
		echo '# my call'
		answers
		echo '# and what I say'
		words
	} >lines
	rehearse now --script lines --out 1.yaml
	is 0
	out_has 'Dana: You said that: in May, too!'
	[ -f data/rehearse/scenarios/now-1.yaml ] || fail 'no now-1.yaml'
}

test_now_says_what_is_wrong() {
	printf 'Dana\n1 doors\nperhaps\n' >lines
	rehearse now <lines
	is 65
	err_has 'line 3: whose fault it is has one of four answers'
	printf 'Dana\n1 doors\n' >lines
	rehearse now <lines
	is 66
	err_has 'that was 2 of six answers'
	[ ! -e data/rehearse/scenarios ] || fail 'half a call was kept'
	rehearse now extra
	is 64
}

test_now_without_a_place_to_keep_it() {
	answers >lines
	mkdir -p data/rehearse
	echo >data/rehearse/scenarios
	rehearse now <lines
	is 73
	err_has 'this call is not kept: a file stands where a directory'
	out_has 'Dana: Hello!'
	unset HOME XDG_DATA_HOME
	rehearse now <lines
	is 0
	err_has 'neither HOME nor XDG_DATA_HOME is set'
}

test_now_has_help() {
	rehearse now --help
	is 0
	out_has 'rehearse now'
	out_has '4 price'
	rehearse help
	out_has 'rehearse now'
}

# Files, names and surroundings that mean no good. Whatever comes in: an
# answer in words, a status that says what is wrong, no control character.

# Something of nothing, of everything and of what is no file.
hostile_files() {
	: >empty
	mkdir directory
	mkfifo fifo
	ln -s nowhere dangling
	ln -s loop loop
	head -c 3000 "$program" >binary
	head -c 100000 /dev/zero >zeros
	truncate -s 100M huge
	printf 'a: &a [x]\nb: *a\n' >alias
	head -c 50000 /dev/zero | tr '\0' '[' >deep
	yes '%TAG ! tag:x,2000:' | head -n 20000 >tags
	printf '\033]0;x\007\302\2331m\342\200\256\177\377: \033[2J\n' >escapes
}

# answers COMMAND...: in words, with a status of the contract.
answers() {
	rehearse "$@" </dev/null
	case $status in
	64 | 65 | 66) ;;
	*) fail 'expected status 64, 65 or 66' ;;
	esac
	[ -s err ] || fail 'expected words on stderr'
	is_clean
}

test_no_file_is_too_hostile() {
	hostile_files
	for file in empty directory fifo dangling loop binary zeros huge \
		alias deep tags escapes /dev/zero missing ''; do
		case $file in
		/* | '') path=$file ;;
		*) path=./$file ;;
		esac
		answers check "$path"
		answers play "$path"
		answers review "$path"
		answers score "$path"
		answers score --rubric "$path" empty
		answers graph "$path"
	done
	for file in directory fifo dangling loop huge /dev/zero missing ''; do
		answers play missed-deadline --script "$file"
	done
	for file in directory fifo dangling loop /dev/zero missing ''; do
		answers score --from jsonl "$file"
	done
}

test_names_of_files_show_as_marks() {
	for name in "$(printf 'a\033[2J\007b')" "$(printf 'a\nb\rc')" \
		"$(printf '\377\302\233')" "$(printf 'a\342\200\256b')"; do
		answers check "$name"
		printf 'Me: a\nDana: b\n' >"$name"
		rehearse score "$name"
		is 0
		is_clean
		rehearse score --format json "$name"
		is 0
		is_clean
		rehearse review "$name"
		is_clean
		rehearse play missed-deadline --out "$name" </dev/null
		is 73
		is_clean
		rehearse play missed-deadline --out "new $name" </dev/null
		is 0
		is_clean
		rehearse review "new $name"
		is 0
		is_clean
	done
}

test_escapes_in_a_call_show_as_marks() {
	printf '%b' 'Me: \0033[2Jlate\0302\0233 on us\0177\n' \
		'D\0033]0;x\0007: \0342\0200\0256why?\n' \
		'Me: by \0013noon.\nD\0033]0;x\0007: \0342\0201\0246ok\n' >call
	for command in review score 'score --format json'; do
		# shellcheck disable=SC2086
		rehearse $command call
		is 0
		is_clean
	done
	rehearse score --me "$(printf '\033[2J')" call
	is 64
	is_clean
	rehearse score --map "$(printf 'D\033]0;x\007=\033[2J')" call
	is 0
	is_clean
}

test_escapes_in_json_lines_stay_escapes() {
	printf '%s\n' '{"id":"\u001b[2J","text":"\u009b\u202e late on us"}' \
		'{"id":"\u001b","kind":"\u001b[2J","text":"x"}' \
		'{"text":"x","waive":[{"rule":"\u001b[2J"}]}' \
		'{"text":"x","facts":{"\u001b":["(\u001b"]}}' \
		"$(printf '{"\033":1')" >in.jsonl
	rehearse score --from jsonl in.jsonl
	is 65
	is_clean
	[ "$(wc -l <out)" -eq 5 ] || fail 'expected five lines'
	out_has '"id":"\u001b[2J"'
}

test_escapes_in_a_fill_show_as_marks() {
	printf ':call\nIt will be late.\n' >lines
	rehearse play missed-deadline --out talk.yaml --fill \
		"delay=$(printf 'two\033[2J \302\233weeks \342\200\256')" \
		<lines
	is_clean
	rehearse play missed-deadline --fill \
		"$(printf '\033[2J=\033[2J')" <lines
	is 65
	is_clean
}

test_two_clients_in_turn_are_heard_once() {
	{
		yes "$(printf 'Dana: Why is it late?\nBen: I see, but why?')" |
			head -n 9000
		printf 'Me: We tested too late.\n'
	} >call.txt
	timeout 20 "$program" score call.txt >out 2>err
	status=$? ran='score of 9,000 lines before one answer'
	is 0
}

test_a_script_of_nonsense_is_told_a_hundred_times() {
	yes ':' | head -n 5000 >nonsense.script
	rehearse play missed-deadline --out talk.yaml \
		--script nonsense.script
	is 65
	err_has 'nonsense.script:100: '
	err_lacks 'nonsense.script:101: '
	err_has '4900 more lines'
}

# A file cut off anywhere is read to its last whole event.
test_a_transcript_cut_short_is_read_to_its_last_event() {
	printf ':call\nIt is late.\nWhat do you need?\n' >lines
	rehearse play missed-deadline --out talk.yaml <lines
	size=$(wc -c <talk.yaml)
	header=$(grep -bx -m 1 -e '\.\.\.' talk.yaml | cut -d : -f 1)
	for cut in 1 2 3 13 55 233 610; do
		keep=$((size - cut))
		[ $keep -gt "$header" ] || break
		head -c $keep talk.yaml >cut.yaml
		rehearse review cut.yaml
		is 0
		[ $cut -eq 1 ] || err_has 'torn'
	done
}

test_a_rehearsal_killed_keeps_what_was_answered() {
	mkfifo line
	"$program" play missed-deadline --out talk.yaml <line >out 2>err &
	pid=$!
	exec 3>line
	printf ':call\nIt will be two weeks late.\n' >&3
	happens grep -qs '^turn: 2' talk.yaml
	kill -KILL $pid
	wait $pid 2>killed
	exec 3>&-
	rehearse review talk.yaml
	is 0
	out_has 'It will be two weeks late.'
}

test_output_that_fails_is_told_and_what_was_said_is_saved() {
	printf ':call\nIt will be late.\n' >lines
	"$program" play missed-deadline --out talk.yaml <lines >/dev/full 2>err
	status=$? ran='play >/dev/full'
	is 74
	[ "$(tail -n 1 talk.yaml)" = ... ] || fail 'no whole transcript'
	"$program" play missed-deadline --out 2.yaml <lines >out 2>/dev/full
	status=$? ran='play 2>/dev/full'
	is 0
	printf 'Me: a\nDana: b\n' >call
	for command in 'score call' 'review call' 'explain' 'help' \
		'score --format json call'; do
		# shellcheck disable=SC2086
		"$program" $command >/dev/full 2>err
		status=$? ran="$command >/dev/full"
		is 74
	done
	echo '{"text":"ok"}' | "$program" score --from jsonl - >/dev/full 2>err
	status=$? ran='filter >/dev/full'
	is 74
}

test_no_place_to_write_is_told() {
	rehearse play missed-deadline --out /dev/full </dev/null
	[ "$status" -ge 73 ] || fail 'expected 73 or 74'
	err_has '/dev/full'
	err_lacks 'saved in'
	rehearse play missed-deadline --out directory/ </dev/null
	[ "$status" -ge 64 ] || fail 'expected a failure'
	err_lacks 'saved in'
	ln -s elsewhere.yaml link.yaml
	rehearse play missed-deadline --out link.yaml </dev/null
	is 73
	[ ! -e elsewhere.yaml ] || fail 'a link was followed'
	rehearse play missed-deadline --out "$(printf '%0300d' 1)" </dev/null
	is 73
	is_clean
}

test_surroundings_of_any_kind() {
	printf ':call\nIt will be late.\n' >lines
	rehearse play missed-deadline --out 1.yaml <lines
	is 0
	for setting in TERM= TERM=no-such-terminal LC_ALL=C LANG=xx_XX \
		HOME= XDG_DATA_HOME=relative COLUMNS=-1 TZ=:/dev/zero; do
		rm -f 2.yaml
		ran="$setting rehearse play"
		env "$setting" "$program" play missed-deadline --out 2.yaml \
			--script lines >out 2>err
		status=$?
		is 0
		is_clean
	done
	env -i "$program" play missed-deadline <lines >out 2>err
	status=$? ran='env -i rehearse play'
	[ "$status" -eq 0 ] || [ "$status" -eq 73 ] || fail 'expected 0 or 73'
	out_has 'Score'
	[ ! -e relative ] || fail 'a relative XDG_DATA_HOME was used'
	XDG_DATA_HOME=relative "$program" list >out 2>err
	status=$? ran='XDG_DATA_HOME=relative rehearse list'
	is 0
}

# The command line itself: help, what is misspelt, colour, closed files.

test_alone_without_a_terminal_it_prints_help() {
	rehearse </dev/null
	is 64
	out_has 'rehearse play'
	err_is_empty
}

test_help_names_every_command_and_its_options() {
	rehearse help
	is 0
	for command in play review score verify list check graph explain help; do
		out_has "rehearse $command "
	done
	rehearse help score
	is 0
	for option in --me --map --from --rubric --format --fail-under \
		--keep-going --help --version --color; do
		out_has "$option"
	done
	cp out by_command
	rehearse score --help
	is 0
	same out by_command
	rehearse -h
	is 0
	rehearse --version
	is 0
	out_has 'rehearse 1.'
}

test_what_is_misspelt_is_suggested() {
	rehearse pley
	is 64
	out_is_empty
	err_has 'rehearse play'
	rehearse help scroe
	is 64
	err_has 'rehearse score'
	rehearse play --plian missed-deadline
	is 64
	err_has '--plain'
	rehearse play --level frim missed-deadline
	is 64
	err_has 'firm'
	rehearse play missed-dedline </dev/null
	is 66
	err_has 'missed-deadline'
}

test_options_that_do_not_belong_are_refused() {
	rehearse list --seed 3
	is 64
	err_has '--seed'
	rehearse play --resum x
	is 64
	rehearse play --seed
	is 64
	err_has 'needs a value'
	for option in --script --out --seed --fill; do
		rehearse play missed-deadline $option '' </dev/null
		is 64
		err_has "$option needs a value"
	done
	for seed in x -1 1.5 18446744073709551616 ''; do
		rehearse play missed-deadline --seed "$seed" </dev/null
		is 64
		err_has '--seed'
	done
	rehearse now surplus
	is 64
	rehearse review
	is 64
	rehearse play --plain=yes missed-deadline
	is 64
	err_has 'no value'
	rehearse check x --scene y
	is 64
}

test_no_argument_gets_an_escape_out() {
	hostile=$(printf 'a\033]0;x\007\302\233b\342\200\256c\377')
	for command in "$hostile" "play $hostile" "help $hostile" \
		"explain $hostile" "check $hostile" "--$hostile"; do
		# shellcheck disable=SC2086
		rehearse $command </dev/null
		[ "$status" -ge 64 ] || fail 'expected a failure'
		is_clean
	done
	rehearse play missed-deadline --fill "delay=$hostile" </dev/null
	is_clean
	rehearse play missed-deadline --out "$hostile" </dev/null
	is_clean
}

test_words_after_two_dashes_are_no_options() {
	rehearse check -- --help
	is 66
	err_has 'help'
}

test_color_is_decided_by_option_then_environment() {
	esc=$(printf '\033')
	rehearse list
	out_lacks "$esc"
	rehearse list --color=always
	out_has "$esc[1m"
	export CLICOLOR_FORCE=1
	rehearse list
	out_has "$esc[1m"
	rehearse list --color never
	out_lacks "$esc"
	export NO_COLOR=1
	rehearse list
	out_lacks "$esc"
	export NO_COLOR= CLICOLOR_FORCE=0
	rehearse list
	out_lacks "$esc"
}

test_output_that_cannot_be_written() {
	"$program" list >/dev/full 2>err
	status=$? ran='list >/dev/full'
	is 74
	err_has 'cannot be written'
	"$program" list >&- 2>err
	status=$? ran='list >&-'
	is 74
	{
		"$program" explain 2>err
		echo $? >code
	} | :
	status=$(cat code) ran='explain | :'
	err_is_empty
}

test_closed_standard_files_do_not_end_up_in_a_transcript() {
	"$program" play missed-deadline --out talk.yaml <&- >&- 2>&-
	status=$? ran='play <&- >&- 2>&-'
	is 74
	file_has talk.yaml '^event: header' 'no transcript'
	file_lacks talk.yaml 'You promised' 'the brief is in the transcript'
}

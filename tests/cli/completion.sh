# The shell completes what the tables know.

# completes WORD...: what bash offers for the last word, one a line.
completes() {
	rehearse completion bash
	is 0
	bash -c '
		. ./out
		COMP_WORDS=("$@")
		COMP_CWORD=$(($# - 1))
		_rehearse
		printf "%s\n" "${COMPREPLY[@]}"' - "$@" >offered 2>&1 ||
		fail "bash: $(cat offered)"
}
offers() {
	grep -qxF -e "$1" offered || fail "not offered: $1"
}

test_bash_completes_commands_options_and_names() {
	command -v bash >bash_path || skip 'no bash'
	completes rehearse pl
	same offered - <<-end
	play
	end
	completes rehearse play --le
	offers --level
	completes rehearse play --level ''
	offers tough
	completes rehearse graph --format m
	offers mermaid
	completes rehearse score --format js
	offers jsonl
	completes rehearse play missed
	offers missed-deadline
	completes rehearse play --out mis
	[ -z "$(cat offered)" ] || fail 'files are for the shell to offer'
}

test_completion_for_other_shells() {
	rehearse completion zsh
	is 0
	out_has bashcompinit
	rehearse completion fish
	is 64
	err_has 'bash or zsh'
	rehearse completion
	is 64
}

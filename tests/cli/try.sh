# Trying a scenario in many runs.

runs=$data/smells/runs

test_a_clean_scenario() {
	rehearse try "$runs/clean.yaml" --runs 60
	is 0
	err_is_empty
	out_has '60 runs (1 to 60)'
	out_has 'told         good'
	out_has 'Scene opening (line '
	out_has '      60  client 1    "Ida Berg?"'
	out_has 'No smells.'
}

test_smells_are_an_answer_of_no() {
	rehearse try "$runs/brace.yaml" --runs 20
	is 1
	err_is_empty
	out_has 'brace.yaml:31: smell: "And will it come on Tuesday}?" is heard'
	out_has 'see --run 1)'
}

test_what_is_never_reached_has_its_line() {
	# the search goes on to its end: the release's
	[ ! -x "$root/build/release/rehearse" ] ||
		program=$root/build/release/rehearse
	rehearse try "$runs/unreached.yaml" --runs 20
	is 1
	out_has 'unreached.yaml:33: smell: no run and no search came to listen 1'
}

test_a_run_is_shown_again() {
	rehearse try "$runs/clean.yaml" --run 7
	is 0
	out_has 'run 7: mixed conduct, level firm'
	out_has 'Ida: Ida Berg?'
	out_has '1. You: '
	out_has '[score '
	out_has 'ending: '
	cp out first
	rehearse try "$runs/clean.yaml" --run=7
	cmp -s out first || fail 'the run went another way'
	rehearse try "$runs/clean.yaml" --run 7 --level tough
	out_has 'run 7: mixed conduct, level tough'
}

test_runs_are_the_same_every_time() {
	rehearse try "$runs/clean.yaml" --runs 30 --seed 100
	out_has '30 runs (100 to 129)'
	cp out first
	rehearse try "$runs/clean.yaml" --runs 30 --seed 100
	cmp -s out first || fail 'another report'
}

test_as_json() {
	rehearse try "$runs/repeated.yaml" --runs 40 --format json
	is 1
	out_has '"scenario":"repeated"'
	out_has '"endings":[{"id":"told","line":41,"kind":"good"'
	out_has '"smells":[{"smell":"repeated","line":24,'
	out_has '"unreached":[]'
	[ "$(wc -l <out)" -eq 1 ] || fail 'not one line'
	rehearse try "$runs/repeated.yaml" --run 3 --format json
	is 0
	out_has '"run":3,"conduct":"mixed"'
	out_has '"turns":[{"scene":"opening","said":'
}

test_shipped_scenarios_by_name() {
	rehearse try missed-deadline --run 1
	is 0
	out_has 'The migration will be late'
	rehearse try missed-dedline --run 1
	is 66
	err_has 'did you mean missed-deadline?'
}

test_what_cannot_be_tried() {
	rehearse try
	is 64
	rehearse try "$runs/clean.yaml" --runs 0
	is 64
	err_has 'whole number from 1'
	rehearse try "$runs/clean.yaml" --run 1 --runs 5
	is 64
	err_has 'leave out --runs'
	rehearse try "$runs/clean.yaml" --format jsonl
	is 64
	rehearse try "$data/bad/unknown-fill.yaml"
	is 65
	err_has 'unknown fill'
	out_is_empty
	rehearse help try
	out_has '--runs N'
	out_has '--run N'
}

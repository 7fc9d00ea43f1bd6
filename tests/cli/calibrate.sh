# Turns that people labelled, compared with what the rubric finds.

labelled() {
	cat <<'LINES'
{"text":"That is on us; we missed the second check.","expect":["teachable.owns_it","ownership"],"forbid":["blame"]}
{"text":"You should have told us.","expect":["blame"],"forbid":["ownership"]}
{"text":"The dog barked.","client_said":"You lost it.","expect":["ownership"],"forbid":["news"]}
{"text":"That is our mistake.","expect":["apology"]}
LINES
}

test_calibrate_counts_label_by_label() {
	labelled >turns.jsonl
	rehearse calibrate turns.jsonl
	is 0
	file_has out '^ownership  *2  *1  *0  *100 %  *50 %  *1$' 'expected the figures of ownership'
	file_has out '^    missed in line 3$' 'expected     missed in line 3'
	file_has out '^blame  *1  *1  *0  *100 %  *100 %  *0$' 'expected the figures of blame'
	file_has out '^    found there: ownership 1$' 'expected     found there: ownership 1'
	file_has out '^4 turns$' 'expected 4 turns'
}

test_calibrate_names_what_is_found_wrongly() {
	printf '{"text":"That is on us.","forbid":["ownership"]}\n' >turns.jsonl
	rehearse calibrate turns.jsonl
	is 0
	file_has out '^ownership  *0  *0  *1  *0 %  *-  *0$' 'expected the figures of ownership'
	file_has out '^    found wrongly in line 1$' 'expected     found wrongly in line 1'
}

test_calibrate_writes_json() {
	labelled >turns.jsonl
	rehearse calibrate --format jsonl turns.jsonl
	is 0
	out_has '"label":"ownership","expected":2,"found":1'
	out_has '"missed_in":[3]'
	rehearse calibrate --format json turns.jsonl
	is 0
	out_has '[{"label"'
}

test_calibrate_names_bad_lines_and_counts_the_rest() {
	{
		labelled
		echo '{"text":"x","expect":["nonsense"]}'
		echo 'nothing'
	} >turns.jsonl
	rehearse calibrate turns.jsonl
	is 65
	err_has 'turns.jsonl:5: expect: this rubric has no rule and no behaviour nonsense'
	err_has 'turns.jsonl:6: this is no JSON'
	file_has out '^4 turns$' 'expected 4 turns'
}

test_calibrate_and_explain_take_another_rubric() {
	rubric=$data/small-rubric.yaml
	rehearse explain --rubric "$rubric"
	is 0
	rehearse calibrate --rubric "$rubric" /dev/null
	is 66
	rehearse explain --rubric nowhere.yaml
	is 66
	err_has 'nowhere.yaml'
}

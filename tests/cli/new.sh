# What authors begin with: rehearse new, and the schemas for their editors.

test_new_scripts_play_as_they_stand() {
	for kind in bad-news complaint boundary; do
		rehearse new "my-$kind" --kind $kind
		is 0
		out_has "my-$kind.yaml is there"
		out_has "rehearse check my-$kind.yaml"
		rehearse check --strict "my-$kind.yaml"
		is 0
		err_is_empty
		rehearse try "my-$kind.yaml" --runs 300
		is 0
		out_lacks 'Smells'
		echo 'I am sorry. That was my mistake.' >lines
		rehearse play "my-$kind.yaml" --plain --script lines \
			--out "$kind.talk"
		is 0
		out_has "My $(echo $kind | tr - ' ')"
	done
}

test_new_names_file_id_and_title() {
	rehearse new
	is 64
	rehearse new "The report's late: \"again\""
	is 0
	file=the-report-s-late-again.yaml
	file_has $file '^id: the-report-s-late-again  *# ' 'no id'
	rehearse check $file
	is 0
	echo hello >lines
	rehearse play $file --script lines --out talk.yaml
	out_has "The report's late: \"again\""
	rehearse new late_report.yaml --out late.yaml
	is 0
	file_has late.yaml '^id: late  *# ' 'no id'
	file_has late.yaml '^title: "Late report" ' 'no title'
}

test_new_writes_nothing_over() {
	echo mine >late.yaml
	rehearse new late
	is 73
	err_has 'late.yaml: there is a file of that name already'
	out_is_empty
	[ "$(cat late.yaml)" = mine ] || fail 'it was written over'
	ln -s nowhere dangling.yaml
	rehearse new dangling
	is 73
	[ ! -e nowhere ] || fail 'it was written through a link'
}

test_new_refuses_names_that_cannot_be() {
	rehearse new '---'
	is 64
	rehearse new -- '---'
	is 64
	err_has '--out FILE.yaml'
	rehearse new 'the {thing}'
	is 65
	err_has 'unknown fill {thing}'
	rehearse new late --out Late.yaml
	is 65
	err_has 'lower-case letters'
	rehearse new late --out nowhere/late.yaml
	is 73
	err_has 'there is no such directory'
	rehearse new late --kind complain
	is 64
	err_has 'complaint'
	printf 'a\033b' >name
	rehearse new "$(cat name)"
	is 65
	is_clean
	[ -z "$(ls ./*.yaml 2>/dev/null)" ] || fail 'a file was left behind'
}

test_new_without_room_leaves_nothing() {
	ulimit -f 1
	rehearse new late
	is 74
	err_has 'late.yaml: the file would become longer'
	[ ! -e late.yaml ] || fail 'half a file was left behind'
}

test_schemas_are_printed() {
	rehearse schema
	is 0
	for kind in $(cat out); do
		rehearse schema "$kind"
		is 0
		out_has '"$schema": "http://json-schema.org/draft-07/schema#"'
		out_lacks '"enum": "'
	done
	rehearse schema scenari
	is 64
	err_has 'did you mean scenario?'
	rehearse schema whatever
	is 64
	err_has 'rehearse schema` lists them'
}

test_a_file_is_named_with_its_ending() {
	rehearse new late-chairs
	for command in check try play graph; do
		rehearse $command late-chairs
		is 66
		err_has 'did you mean the file late-chairs.yaml?'
	done
	mv late-chairs.yaml late-chairs.yml
	rehearse try late-chairs.yml
	is 66
	err_has 'when it ends in .yaml: rename it'
}

# The guide in the README: its commands print what stands there, and what it
# says to write stands in the file that comes out. (Scores move with the rubric.)
test_the_guide_is_true() {
	sed -n '/^### Step by step/,/^### The format/p' "$root/README.md" >guide
	sed '/^```yaml/,/^```/d' guide | sed -n 's/^    //p' |
		sed '/^\$ rehearse try/,/^\.\.\./d' >commands
	while IFS= read -r line <&3; do
		case $line in
		'$ rehearse new'*)
			eval "${line#??}"
			is 0
			cp "$data/guide/late-chairs.yaml" .
			;;
		'$ '*)
			eval "${line#??}"
			is 0
			;;
		'...' | *': smell: '* | *': there is no fact '*) ;;
		*) out_has "$line" ;;
		esac
	done 3<commands
	sed -n '/^```yaml/,/^```/p' guide | grep -v '^```' >written
	while IFS= read -r line <&3; do
		grep -qxF -e "$line" late-chairs.yaml ||
			fail "the file lacks: $line"
	done 3<written
	rm late-chairs.yaml
	rehearse new late-chairs
	sed -i 's/^  seven:/  half:/' late-chairs.yaml
	rehearse check late-chairs.yaml
	cp err said
	grep "there is no fact 'seven'" guide | sed 's/^    //' >expected
	same said expected
}

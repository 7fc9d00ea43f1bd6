# The whole hour: six people, two rounds, killed twice; every result verifies,
# and what the tables say is counted again from the transcripts.

# What each of the six says in either round.
words() {
	case $1 in
	1) echo "That is on us. You have the list by two o'clock." ;;
	2) echo 'Calm down, please.' ;;
	3) echo 'I am sorry. What does that do to your week?' ;;
	4) echo "It's only a small issue, nothing to worry about." ;;
	5) echo 'It was approved, and it has to close at eight.' ;;
	6) echo 'You should have told us earlier.' ;;
	esac
}

# talk PERSON ROUND: from the brief to the next one's. Round 2 is an exam.
talk() {
	printf '%s\n' ':next' "$(words "$1")" 'What would help you most?' \
		':next' ':next'
}

# drill FILE: the lines of the pipe are typed; it runs until it is killed.
begin() {
	rm -f keys
	mkfifo keys
	"$program" drill sixty-minutes --plain --results hour <keys \
		>out 2>err &
	pid=$!
	exec 3>keys
}

has_lines() {
	kill -0 $pid 2>/dev/null || fail 'the drill ended'
	[ "$(grep -c "$2" hour/drill.log 2>/dev/null)" = "$1" ]
}

# logged NUMBER PATTERN: so many lines of the log match, in the end.
logged() {
	happens has_lines "$1" "$2"
}

# As when the machine goes down.
killed() {
	kill -9 $pid
	wait $pid 2>/dev/null
	exec 3>&-
}

# member FILE NAME: a number of a JSON object on one line; empty: null.
member() {
	sed -n 's/^[^[]*"'"$2"'":\([0-9]*\).*/\1/p' "$1" | head -1
}

# The row of each principle is what `score` says of that transcript. Rows of
# one transcript stand together: it is scored once.
recount() {
	scored=
	while IFS=, read -r person round rest; do
		person=${person%\"} person=${person#\"}
		[ "$person" = person ] && continue
		file=hour/$round-$person.yaml
		if [ "$file" != "$scored" ]; then
			rehearse score --format json "$file"
			is 0
			scored=$file
		fi
		# the last columns but seven: principle, its score, the score
		principle=$(echo "$rest" | sed 's/.*"yes","\([a-z_]*\)".*/\1/')
		numbers=$(echo "$rest" | sed 's/.*"yes","[a-z_]*",\([0-9]*\),\([0-9]*\),.*/\1 \2/')
		[ "$numbers" = "$(member out "$principle") $(member out score)" ] ||
			fail "$person, round $round, $principle: $numbers"
		rows=$((rows + 1))
	done <hour/results.csv
}

test_an_hour_for_six_interrupted_twice() {
	begin
	printf '%s\n' ':join Ana, Ben, Cleo, Dev, Eve, Finn' ':begin' >&3
	talk 1 >&3
	talk 2 >&3
	printf '%s\n' ':next' "$(words 3)" >&3
	logged 3 ' turn 2$'
	killed
	begin
	printf '%s\n' 'What would help you most?' ':next' ':next' >&3
	for person in 4 5 6; do
		talk $person >&3
	done
	# the second round, up to the middle of the fourth
	printf '%s\n' ':next' >&3
	for person in 1 2 3; do
		talk $person >&3
	done
	printf '%s\n' ':next' "$(words 4)" ':pause' >&3
	logged 1 ' pause$'
	killed
	# the last part by a clock that is moved: the hour is almost over
	{
		printf '%s\n' ':at 40:00' ':go' ':at 45:30' \
			'What would help you most?' ':next'
		talk 5
		echo ':at 52:00'
		talk 6
		printf '%s\n' ':next' ':next'
	} >last.script
	rehearse drill sixty-minutes --results hour --script last.script
	is 0
	out_has 'Time is up'
	out_has 'Round 2 is over'
	err_has 'the results are in hour'
	[ "$(ls hour/*.yaml | wc -l)" -eq 12 ] || fail "$(ls hour)"
	[ "$(ls hour/own/*.md | wc -l)" -eq 6 ] || fail "$(ls hour/own)"
	rehearse verify hour/*.yaml
	is 0
	[ "$(grep -c ': the same$' out)" -eq 12 ] || fail 'not all are the same'
	rows=0
	recount
	[ $rows -eq 84 ] || fail "$rows rows for six people, two rounds"
	# the sheet counts people as the table does
	reached=$(grep '","direct",' hour/results.csv |
		awk -F, '$2 == 2 && $(NF - 6) >= 60' | wc -l)
	file_has hour/sheet.md "6 of 6 played, $reached of 6 reached 60" \
		"not $reached of 6 reached 60"
	file_has hour/sheet.md 'What will you try on a real call' 'no questions'
	# the same folder makes the same sheet
	cp hour/sheet.md before.md
	rehearse drill sixty-minutes --results hour --script /dev/null
	same before.md hour/sheet.md
}

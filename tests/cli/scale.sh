# The filter gives the same bytes however the lines are dealt out: whole, in
# parts, by jobs of its own, through GNU parallel and through a Slurm array.
# A part whose tool is not installed is skipped by name. And it takes no more
# memory for many lines than for few.

# Turns, conversations and bad records, a few hundred of each.
many_records() {
	i=0
	while [ $i -lt 150 ]; do
		i=$((i + 1))
		cat <<LINES
{"id":"a$i","client_said":"Where is order $i?","text":"It is late, and that is on us. You will have it by Friday."}
{"id":"b$i","text":"We never got $i of them, so it is your fault.","channel":"email"}
{"id":"c$i","turns":[{"speaker":"client","text":"Number $i broke."},{"speaker":"me","text":"I will bring a new one on Monday."}]}
{"id":"d$i","text":$i}
no record $i
LINES
	done
}

filter() {
	"$program" score --from jsonl --format jsonl --keep-going -
}

# by_parts N: scored in N parts cut at lines, and put together again.
by_parts() {
	rm -f part.* out.*
	split -n "l/$1" -d -a 4 in.jsonl part.
	for part in part.*; do
		filter <"$part" >"out.${part#part.}" || fail "part $part"
	done
	cat out.*
}

test_parts_and_jobs_give_the_same_bytes() {
	many_records >in.jsonl
	filter <in.jsonl >whole
	[ "$(wc -l <whole)" -eq 750 ] || fail 'expected a line for each line'
	by_parts 2 >parts
	same whole parts
	by_parts 8 >parts
	same whole parts
	for jobs in 1 2 5; do
		rehearse score --from jsonl --jobs $jobs in.jsonl
		is 65
		same whole out
		rehearse score --from jsonl --jobs $jobs --keep-going - \
			<in.jsonl
		is 0
		same whole out
	done
}

test_jobs_on_little_and_on_too_much() {
	rehearse score --from jsonl --jobs 3 - </dev/null
	is 0
	out_is_empty
	printf '{"text":"It is on us."}' >in.jsonl
	filter <in.jsonl >whole
	rehearse score --from jsonl --jobs 3 in.jsonl
	is 0
	same whole out
	{
		printf '{"text":"'
		head -c 400000 /dev/zero | tr '\0' a
		printf '"}\n{"id":"next","text":"Hi."}'
	} >in.jsonl
	filter <in.jsonl >whole
	rehearse score --from jsonl --jobs 2 in.jsonl
	is 65
	same whole out
	rehearse score --jobs 2 in.jsonl
	is 64
	err_has '--jobs goes with --from jsonl'
	rehearse score --from jsonl --jobs 65 in.jsonl
	is 64
}

# Whoever reads the first lines and goes away leaves no jobs behind.
test_jobs_end_when_nobody_reads() {
	many_records >in.jsonl
	"$program" score --from jsonl --jobs 2 in.jsonl | head -1 >first
	[ -s first ] || fail 'expected a line'
}

test_gnu_parallel_gives_the_same_bytes() {
	parallel --version 2>version | grep -q GNU ||
		skip 'no GNU parallel'
	many_records >in.jsonl
	filter <in.jsonl >whole
	parallel --will-cite --pipe --block 20k -k -j2 \
		"'$program' score --from jsonl --keep-going -" \
		<in.jsonl >parts
	same whole parts
}

test_a_slurm_array_gives_the_same_bytes() {
	sinfo >cluster 2>&1 || skip 'no Slurm cluster'
	many_records >in.jsonl
	filter <in.jsonl >whole
	split -n l/4 -d -a 4 in.jsonl part.
	cat >job <<JOB
#!/bin/sh
#SBATCH --array=0-3%2 --mem=100 --time=5 --output=log.%a
n=\$(printf %04d "\$SLURM_ARRAY_TASK_ID")
cd '$PWD' && '$program' score --from jsonl --keep-going - <part.\$n >out.\$n
JOB
	sbatch --wait job >/dev/null || fail 'the array failed'
	cat out.* >parts
	same whole parts
}

# All sentences of the eval suite: between them they touch all of the rubric.
eval_records() {
	sed -nE '/^(say|yes|no): /{
		s/^[a-z]+: //
		s/["\\]/\\&/g
		s/.*/{"text":"&"}/p
	}' "$root"/tests/eval/*.test
}

# memory FILE: what the release filter holds, in kB, when it has answered all
# lines and waits for more: the most so far, and what is not of a file now.
memory() {
	mkfifo records answers
	"$release" score --from jsonl --format jsonl - <records >answers &
	pid=$!
	exec 3>records 4<answers
	cat "$1" >&3 &
	head -n "$(wc -l <"$1")" <&4 >/dev/null
	sed -nE 's/^(VmHWM|RssAnon):[^0-9]*([0-9]+) kB/\2/p' \
		/proc/$pid/status
	exec 3>&- 4<&-
	wait
	rm records answers
}

# How much of the program and of its libraries is in memory differs from run to
# run and from machine to machine; what it holds beside that does not.
test_memory_is_bounded_whatever_the_length() {
	release=$root/build/release/rehearse
	grep -q '^RssAnon:' /proc/self/status || skip 'no /proc of Linux'
	[ -x "$release" ] || skip 'no release build'
	eval_records >few.jsonl
	cat few.jsonl few.jsonl few.jsonl few.jsonl >many.jsonl
	few=$(memory few.jsonl | tail -n 1)
	memory many.jsonl >many
	[ "$(head -n 1 many)" -lt 9000 ] ||
		fail "held $(head -n 1 many) kB, expected less than 9000"
	[ "$(tail -n 1 many)" -lt $((few + 100)) ] ||
		fail "$few kB grew to $(tail -n 1 many) with the input"
}

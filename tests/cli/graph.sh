# Pictures of scenarios, for Graphviz and Mermaid.

test_pictures_are_as_they_were() {
	rehearse graph "$data/graph/leaflet.yaml"
	is 0
	err_is_empty
	same out "$data/graph/leaflet.dot"
	rehearse graph --format=mermaid "$data/graph/leaflet.yaml"
	is 0
	same out "$data/graph/leaflet.mermaid"
	rehearse graph --format svg "$data/graph/leaflet.yaml"
	is 64
	err_has 'dot, mermaid'
}

test_graphviz_draws_every_scene() {
	command -v dot >dot_path || skip 'no dot'
	for file in "$root"/scenarios/*.yaml "$data/graph/leaflet.yaml"; do
		rehearse graph "$file"
		is 0
		dot -Tsvg -o picture.svg out 2>dot_says ||
			fail "dot: $(cat dot_says)"
		for scene in $(sed -n '/^scenes:/,/^endings:/s/^  \([a-z_]*\):$/\1/p' \
			"$file"); do
			grep -q ">$scene<" picture.svg ||
				fail "$file: no scene $scene in the picture"
		done
	done
}

test_what_cannot_be_drawn() {
	rehearse graph missing.yaml
	is 66
	err_has 'missing.yaml'
	rehearse graph "$data/small-rubric.yaml"
	is 65
	out_is_empty
	rehearse graph
	is 64
	rehearse graph missed-deadline
	is 0
	rehearse score --format dot x.txt
	is 64
	err_has 'text, json'
}

# Tests. `make test` runs every suite on the sanitizer build; T=... runs one
# case: a unit program (T=test_match, T=test_match:negation) or a file of a
# data-driven suite (T=tests/eval/traps.test).

D := $(B)/tests
JOBS := $(shell nproc)
UNIT := $(patsubst tests/unit/%.c,$(D)/%,$(sort $(wildcard \
	tests/unit/*/test_*.c)))
EVAL := $(sort $(wildcard tests/eval/*.test))
PLANS := $(sort $(wildcard tests/dialogue/*.plan))
TALKS := $(sort $(wildcard tests/dialogue/levels/*.talk))
SCREENS := $(sort $(wildcard tests/screen/*.keys))
TEST_FLAGS = $(FLAGS) $(POSIX) -Itests -Isrc -MMD -MP

# Both builds first, so that no two suites make the same file at once; the
# release is gcc's, whatever compiler is tested.
test: packages ## build with sanitizers and pass every suite
	$(Q)$(MAKE) --no-print-directory -s -j$(JOBS) CC=gcc VARIANT=release \
		build/release/rehearse build/release/tests/dialogue-trial
	$(Q)$(MAKE) --no-print-directory -j$(JOBS) --output-sync=target \
		VARIANT=san suites T="$(T)"

# The suite a single case belongs to.
suite-of-T = suite-$(if $(filter tests/%,$(T)),$(word 2,$(subst /, ,$(T))),unit)

.PHONY: suites suite-unit suite-eval suite-dialogue suite-trial \
	suite-shipped suite-screen suite-cli
suites: $(if $(T),$(suite-of-T),suite-cli suite-trial suite-shipped \
	suite-screen suite-eval suite-dialogue suite-unit)

suite-unit: $(UNIT)
	$(Q)T="$(T)" tests/run $(UNIT)

# Sentences and what is found in them, then changes that must or must not
# matter (T=tests/eval/sentences.txt: these alone).
suite-eval: $(D)/eval-run $(D)/eval-metamorphic
	$(Q)$(if $(filter %.txt,$(T)),,$(D)/eval-run $(or $(T),$(EVAL)))
	$(Q)$(if $(filter %.test,$(T)),,$(D)/eval-metamorphic \
		tests/eval/sentences.txt)

# Plans, then the same talks at every level (T=tests/dialogue/levels: these
# alone).
suite-dialogue: $(D)/dialogue-run $(D)/dialogue-levels
	$(Q)$(if $(filter %/levels %.talk,$(T)),,$(D)/dialogue-run \
		$(or $(filter %.plan,$(T)),$(PLANS)))
	$(Q)$(if $(filter %.plan,$(T)),,$(D)/dialogue-levels \
		$(or $(filter %.talk,$(T)),$(TALKS)))

# What would take minutes under sanitizers: every scenario in five hundred runs
# (T=tests/trial), every shipped file searched for smells (T=tests/shipped).
suite-trial:
	$(Q)printf '%s\n' $(SCENARIOS) $(NOW) $(TEMPLATES) | \
		xargs -n 2 -P $(JOBS) build/release/tests/dialogue-trial

suite-shipped:
	$(Q)tests/shipped build/release/rehearse $(SCENARIOS) $(NOW) \
		$(TEMPLATES) $(DRILLS) src/rubric/seven-principles.yaml

suite-screen: $(D)/screen-run
	$(Q)$(D)/screen-run $(or $(filter %.keys,$(T)),$(SCREENS))

screen: packages ## print the screens of a key script (T=tests/screen/X.keys)
	$(Q)$(MAKE) --no-print-directory VARIANT=san build/san/tests/screen-run
	$(Q)build/san/tests/screen-run --show \
		$(or $(filter %.keys,$(T)),$(SCREENS))

accept: packages ## take the screens of a key script as right (T=...)
	$(Q)$(MAKE) --no-print-directory VARIANT=san build/san/tests/screen-run
	$(Q)build/san/tests/screen-run --accept \
		$(or $(filter %.keys,$(T)),$(SCREENS))

# The command line: T=tests/cli/play.sh or T=tests/cli/test_typed_commands.
suite-cli: $(B)/rehearse
	$(Q)T="$(T)" tests/cli/run $(B)/rehearse tests/cli/*.sh

# Tests of core link core alone: it needs no ncurses and no libyaml.
$(D)/core/%: tests/unit/core/%.c $(B)/libcore.a
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) $(TEST_FLAGS) -o $@ $< $(B)/libcore.a -lcmocka

$(D)/io/%: tests/unit/io/%.c $(B)/librehearse.a $(EMBEDDED)
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) $(TEST_FLAGS) -o $@ $< $(EMBEDDED) $(B)/librehearse.a \
		$(YAML_LIBS) -lcmocka

$(D)/tui/%: tests/unit/tui/%.c $(B)/libtui.a $(B)/librehearse.a
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) $(TEST_FLAGS) -o $@ $< $(B)/libtui.a $(B)/librehearse.a \
		$(CURSES_LIBS) $(YAML_LIBS) -lcmocka

$(D)/eval-%: tests/eval/%.c $(B)/librehearse.a $(EMBEDDED)
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) $(TEST_FLAGS) -o $@ $< $(EMBEDDED) $(B)/librehearse.a \
		$(YAML_LIBS)

$(D)/dialogue-%: tests/dialogue/%.c tests/dialogue/plan.c \
		$(wildcard tests/dialogue/*.h) $(B)/librehearse.a $(EMBEDDED)
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) $(FLAGS) $(POSIX) -o $@ $(filter %.c,$^) $(EMBEDDED) \
		$(B)/librehearse.a $(YAML_LIBS)

$(D)/screen-run: tests/screen/run.c $(B)/libtui.a $(B)/librehearse.a \
		$(EMBEDDED)
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) $(TEST_FLAGS) -o $@ $< $(B)/libtui.a $(EMBEDDED) \
		$(B)/librehearse.a $(CURSES_LIBS) $(YAML_LIBS)

# ---- beyond `make test` ----------------------------------------------------

lint: ## layers, headers that compile alone, banned functions
	$(Q)CC="$(CC)" tests/lint

check: ## test, the other compiler, valgrind, lint, coverage
	$(Q)tests/check

coverage: ## line coverage of src/core and src/io by the suites
	$(Q)$(MAKE) --no-print-directory VARIANT=cov suite-unit suite-eval \
		suite-dialogue suite-cli
	$(Q)gcovr -r . --object-directory build/cov --filter src/core \
		--filter src/io --gcov-ignore-parse-errors --print-summary \
		build/cov | tail -n +5

bench: all ## our figures beside the references'
	$(Q)$(MAKE) --no-print-directory VARIANT=release $(B)/tests/bench
	$(Q)tests/bench/run build/release/tests/bench

$(D)/bench: tests/bench/bench.c $(B)/librehearse.a $(EMBEDDED)
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) $(TEST_FLAGS) -o $@ $< $(EMBEDDED) $(B)/librehearse.a \
		$(YAML_LIBS)

# ---- fuzzing (tests/fuzz) --------------------------------------------------

FUZZ := $(patsubst tests/fuzz/%.c,build/fuzz/%,$(sort $(wildcard \
	tests/fuzz/*.c)))

# T=tests/fuzz/text.c or T=text fuzzes that target alone.
fuzz: $(GEN)/embedded.c ## fuzz every reader of files for FUZZ_SECONDS=60 each
	$(Q)if ! command -v clang >/dev/null; then \
	echo "skipped: fuzz (clang is not installed; make install-tools)"; \
	else $(MAKE) --no-print-directory VARIANT=fuzz CC=clang T="$(T)" \
		fuzz-run; fi

.PHONY: fuzz-run
fuzz-run: FUZZ_T := $(filter $(if $(T),%/$(basename $(notdir $(T))),%),$(FUZZ))
fuzz-run: $(FUZZ)
	$(Q)tests/fuzz/run "$(FUZZ_SECONDS)" $(FUZZ_T)

build/fuzz/%: tests/fuzz/%.c build/fuzz/librehearse.a \
		build/fuzz/embedded.o
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) $(TEST_FLAGS) -fsanitize=fuzzer -o $@ $< \
		build/fuzz/embedded.o build/fuzz/librehearse.a $(YAML_LIBS)

# ---- faults (tests/fault) --------------------------------------------------

# FAULT_STEP=1 lets every single allocation fail; it takes half an hour.
fault: all ## let allocations and calls fail: words, nothing falsely saved
	$(Q)mkdir -p build/fault
	$(Q)$(CC) -std=c11 $(WARN) -O1 -fno-builtin -shared -fPIC \
		-o build/fault/malloc.so tests/fault/malloc.c
	$(Q)$(CC) -std=c11 $(WARN) -O1 -fno-builtin -shared -fPIC \
		-o build/fault/calls.so tests/fault/calls.c
	$(Q)tests/fault/run build/rehearse build/fault/malloc.so \
		build/fault/calls.so $(FAULT_STEP)

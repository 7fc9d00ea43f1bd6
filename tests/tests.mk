# Test targets. Every suite runs on the sanitizer build.

S := build/san
UNIT := $(sort $(wildcard tests/unit/*/test_*.c))
UNIT_BIN := $(patsubst tests/unit/%.c,$(S)/tests/%,$(UNIT))

test: packages ## build with sanitizers and pass every suite
	$(Q)$(MAKE) --no-print-directory VARIANT=san test-san T="$(T)"

.PHONY: test-san
test-san: $(UNIT_BIN) $(S)/tests/eval-run
	$(Q)tests/run $(UNIT_BIN)
	$(Q)$(S)/tests/eval-run $(if $(T),$(filter tests/eval/%,$(T)),$(EVAL))

EVAL := $(sort $(wildcard tests/eval/*.test))

$(S)/tests/eval-run: tests/eval/run.c $(B)/librehearse.a $(EMBEDDED)
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) $(FLAGS) $(POSIX) -MMD -MP -o $@ $< $(EMBEDDED) \
		$(B)/librehearse.a $(YAML_LIBS)

# Tests of core link core alone: it needs no ncurses and no libyaml.
$(S)/tests/core/%: tests/unit/core/%.c $(B)/libcore.a
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) $(FLAGS) $(POSIX) -Itests -MMD -MP -o $@ $< $(B)/libcore.a \
		-lcmocka

$(S)/tests/io/%: tests/unit/io/%.c $(B)/librehearse.a $(EMBEDDED)
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) $(FLAGS) $(POSIX) -Itests -MMD -MP -o $@ $< $(EMBEDDED) \
		$(B)/librehearse.a $(YAML_LIBS) -lcmocka

$(S)/tests/tui/%: tests/unit/tui/%.c $(B)/libtui.a $(B)/librehearse.a
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) $(FLAGS) $(POSIX) -Itests -Isrc -MMD -MP -o $@ $< \
		$(B)/libtui.a $(B)/librehearse.a $(CURSES_LIBS) \
		$(YAML_LIBS) -lcmocka

lint: ## layers, headers that compile alone, banned functions
	$(Q)CC="$(CC)" tests/lint

# rehearse: build, test, install. `make help` lists the targets.
#
# Objects of each VARIANT (release, debug, san, cov) lie in build/VARIANT;
# `make` leaves the release program at build/rehearse. Folders are layers:
# core <- io <- tui <- cli (see README.md, source tour).

VARIANT ?= release
PREFIX ?= /usr/local
CC = gcc
Q = @
T ?=

ifeq ($(filter $(VARIANT),release debug san cov fuzz),)
$(error VARIANT is one of: release debug san cov fuzz)
endif

# (fuzz is always built by clang)
B := build/$(VARIANT)$(if $(filter clang%:release clang%:debug clang%:san \
	clang%:cov,$(CC):$(VARIANT)),-clang)
GEN := build/gen
PACKAGES := gcc make pkg-config libc6-dev libncurses-dev libyaml-dev \
	libcmocka-dev libjansson-dev tmux wamerican-small wbritish-small
TOOLS := clang libclang-rt-14-dev clang-format valgrind gcovr \
	python3 python3-jsonschema python3-yaml

WARN := -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wstrict-prototypes \
	-Wmissing-prototypes -Wwrite-strings -Wcast-qual -Wpointer-arith \
	-Wundef -Wvla -Wformat=2 -Wimplicit-fallthrough -Werror
# (-g1: names and lines, all that a backtrace prints; debug has the rest)
FLAGS_release := -O2 -g1
FLAGS_debug := -O0 -g3
FLAGS_san := -O1 -g1 -fsanitize=address,undefined \
	-fno-sanitize-recover=all -fno-omit-frame-pointer \
	-DARENA_BLOCK=1024 -DARENA_GUARD=16 -DSTRBUF_MIN=4
FLAGS_fuzz := -O1 -g -fsanitize=fuzzer-no-link,address,undefined \
	-fno-sanitize-recover=all -fno-omit-frame-pointer \
	-DARENA_BLOCK=1024 -DARENA_GUARD=16 -DSTRBUF_MIN=4
FLAGS_cov := -O0 -g --coverage
FLAGS := -std=c11 $(WARN) $(FLAGS_$(VARIANT)) -Iinclude \
	-ffile-prefix-map=$(CURDIR)=.
POSIX := -D_POSIX_C_SOURCE=200809L -D_XOPEN_SOURCE=700
YAML_LIBS := -lyaml -ljansson
CURSES_LIBS := -lncursesw -ltinfo

layer = $(patsubst %.c,$(B)/%.o,$(sort $(wildcard src/$(1)/*.c \
	src/$(1)/*/*.c)))
CORE := $(call layer,core)
IO := $(call layer,io)
TUI := $(call layer,tui)
CLI := $(call layer,cli)
EMBED_OBJECTS := $(call layer,embed)
EMBEDDED := $(B)/embedded.o
SCENARIOS := $(sort $(wildcard scenarios/*.yaml))
NOW := $(sort $(wildcard scenarios/now/*.yaml))
TEMPLATES := $(sort $(wildcard scenarios/templates/*.yaml))
SCHEMAS := $(sort $(wildcard src/share/*.schema.json))
DRILLS := $(sort $(wildcard scenarios/drills/*.yaml))

# Seconds for each target of `make fuzz`.
FUZZ_SECONDS ?= 60
# Every how many allocations one of `make fault` fails.
FAULT_STEP ?= 97

.PHONY: all run test check fuzz fault lint bench coverage format accept screen install \
	uninstall clean help packages install-tools FORCE
.DEFAULT_GOAL := all

all: packages build/rehearse ## build the release program: build/rehearse

run: packages build/rehearse ## build and open the coach
	$(Q)if [ -t 0 ] && [ -t 1 ]; then build/rehearse; else \
	rm -f build/rehearsal.yaml; \
	build/rehearse play missed-deadline --out build/rehearsal.yaml \
		--script tests/data/first-rehearsal.script; fi

build/rehearse: FORCE
	$(Q)$(MAKE) --no-print-directory VARIANT=release program

.PHONY: program
program: $(B)/rehearse
	$(Q)cmp -s $< build/rehearse || install -m 755 $< build/rehearse

include tests/tests.mk

# ---- set-up ---------------------------------------------------------------

packages: $(if $(wildcard build/.packages),,FORCE)
	$(Q)[ -e build/.packages ] || .ci/install $(PACKAGES)
	$(Q)mkdir -p build && touch build/.packages

install-tools: ## install what `make check` uses beside the compiler
	$(Q).ci/install $(TOOLS)

# ---- the program ----------------------------------------------------------

$(B)/src/core/%.o: src/core/%.c
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) $(FLAGS) -MMD -MP -c -o $@ $<

$(B)/src/%.o: src/%.c
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) $(FLAGS) $(POSIX) -MMD -MP -c -o $@ $<

$(B)/libcore.a: $(CORE)
	$(Q)rm -f $@ && ar rcs $@ $^

$(B)/librehearse.a: $(CORE) $(IO)
	$(Q)rm -f $@ && ar rcs $@ $^

$(B)/libtui.a: $(TUI)
	$(Q)rm -f $@ && ar rcs $@ $^

$(B)/rehearse: $(EMBEDDED) $(CLI) $(B)/libtui.a $(B)/librehearse.a
	$(Q)$(CC) $(FLAGS) -o $@ $^ $(CURSES_LIBS) $(YAML_LIBS)

# What is built into the program: the compiled rubric, the scenarios and
# their index, the word list. Written by a tool of the build's own, made of
# the release's objects; another variant has the release build it.
EMBED := $(patsubst build/$(VARIANT)%,build/release%,$(B))/embed

ifeq ($(VARIANT),release)
$(EMBED): $(EMBED_OBJECTS) $(B)/librehearse.a
	$(Q)$(CC) $(FLAGS) -o $@ $^ $(YAML_LIBS)
else
$(EMBED): $(wildcard src/embed/*.[ch] src/core/*.[ch] src/io/*.[ch] \
		src/io/*/*.c include/rehearse/*.h)
	$(Q)$(MAKE) --no-print-directory VARIANT=release CC="$(CC)" $@
	$(Q)touch $@
endif

$(GEN)/embedded.c: $(EMBED) src/rubric/seven-principles.yaml \
		src/rubric/usual-lines.yaml $(SCENARIOS) $(NOW) $(TEMPLATES) \
		$(SCHEMAS) $(DRILLS)
	$(Q)mkdir -p $(@D)
	$(Q)$(EMBED) $@ src/rubric/seven-principles.yaml \
		src/rubric/usual-lines.yaml $(SCENARIOS) \
		--now $(NOW) --templates $(TEMPLATES) --schemas $(SCHEMAS) \
		--drills $(DRILLS)

$(EMBEDDED): $(GEN)/embedded.c
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) $(FLAGS) -c -o $@ $<

# ---- upkeep ---------------------------------------------------------------

format: ## lay out the sources by .clang-format
	$(Q)clang-format -i $(wildcard src/*/*.[ch] src/*/*/*.[ch] \
		include/rehearse/*.h tests/*/*.[ch] tests/*/*/*.c)

install: all ## install the program under DESTDIR and PREFIX
	install -D -m 755 build/rehearse $(DESTDIR)$(PREFIX)/bin/rehearse

uninstall: ## remove what install put there
	rm -f $(DESTDIR)$(PREFIX)/bin/rehearse

clean: ## remove build/
	rm -rf build

help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' Makefile tests/tests.mk | \
		sed -E 's/^([a-z-]+):.*## */\1\t/' | expand -t 14

FORCE:

-include $(shell find $(B) -name '*.d' 2>/dev/null)

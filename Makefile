# The only list of commands. `make run` and `make test` do all set-up on a fresh machine.
SHELL := /bin/bash
.SHELLFLAGS := -o pipefail -c
SWIFT ?= swift
# All Swift code in one program: it starts faster and needs no Swift on the learner's machine.
RELEASE := -c release --static-swift-stdlib
PREFIX ?= /usr/local

.PHONY: run build test check format frames bench calibrate torture install deb clean setup

run: build
	@.build/release/sequela

build: setup
	@$(SWIFT) build $(RELEASE) --product sequela

# Every check and every test, and the release build, whose optimizer sees what no test does.
test: setup check
	@$(SWIFT) build $(RELEASE) --product sequela
	@$(SWIFT) build --build-tests
	@$(SWIFT) test --skip-build

check: setup
	@scripts/check

format:
	@$(SWIFT) format -i -r Sources Tests Package.swift

# Records the golden frames anew; look at what changed before you commit it.
frames: setup
	@RECORD_FRAMES=1 $(SWIFT) test --filter ScreensTests || true
	@git --no-pager diff --stat -- Tests/ScreensTests/Golden

bench: build
	@$(SWIFT) build $(RELEASE) --product Benchmarks
	@.build/release/Benchmarks

# Judges forecasts of readiness over simulated learners; docs/readiness.md tells what came of it.
calibrate: setup
	@$(SWIFT) build $(RELEASE) --product Benchmarks
	@.build/release/Benchmarks calibrate $${LEARNERS:-2000}

# Kills the program at random moments, for as many rounds as ROUNDS says.
torture: setup
	@SEQUELA_TORTURE_ROUNDS=$${ROUNDS:-200} $(SWIFT) test --filter KillTests

SHARE := $(DESTDIR)$(PREFIX)/share
COMPLETE := .build/release/sequela --generate-completion-script

# The program, its banks, its man page, and completions as the program itself writes them.
install: build
	@install -d $(DESTDIR)$(PREFIX)/bin $(SHARE)/sequela $(SHARE)/man/man1 \
	  $(SHARE)/bash-completion/completions $(SHARE)/zsh/site-functions $(SHARE)/fish/vendor_completions.d
	@install -s -m 755 .build/release/sequela $(DESTDIR)$(PREFIX)/bin/sequela
	@cp -R QuestionBanks $(SHARE)/sequela/
	@install -m 644 docs/sequela.1 $(SHARE)/man/man1/sequela.1
	@$(COMPLETE) bash > $(SHARE)/bash-completion/completions/sequela
	@$(COMPLETE) zsh > $(SHARE)/zsh/site-functions/_sequela
	@$(COMPLETE) fish > $(SHARE)/fish/vendor_completions.d/sequela.fish

# A package for Debian 12 and Ubuntu 22.04 and later.
deb: build
	@scripts/deb

setup:
	@scripts/setup

clean:
	@rm -rf .build

# Everything that is done with Mawqif, one word each. The environment in .venv makes itself when it is needed.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
SHARED ?= ../shared
GOLD := $(SHARED)/gold/dev.jsonl
# How large the ledgers of `make bench` become: a million takes the better part of an hour.
STATEMENTS ?= 1000000
CORPUS := $(SHARED)/corpus/aawsat.jsonl.gz
CORPORA := $(wildcard $(SHARED)/corpus/*.jsonl.gz)

.PHONY: help demo test check gold bench fmt clean chromium postgres
.DELETE_ON_ERROR:

help:
	@echo "make demo   read the bundled coverage and show what was found"
	@echo "make test   run every test"
	@echo "make check  lint, format, types, direction of imports"
	@echo "make gold   measure accuracy and hold it to its floors"
	@echo "make bench  measure speed and memory, write docs/benchmarks.md"
	@echo "make fmt    format the code"

demo: $(VENV)/.installed
	@$(BIN)/mawqif demo

test: $(VENV)/.developing chromium postgres
	$(BIN)/python -m pytest

check: $(VENV)/.developing
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

gold: $(VENV)/.installed
	$(BIN)/mawqif evaluate tests/gold/own.jsonl --errors 0 --floors tests/gold/own_floors.toml
	@if [ -e $(GOLD) ]; then $(BIN)/mawqif evaluate $(GOLD) --errors 0 --by source --floors tests/gold_floors.toml; \
	else echo "make gold: the published gold is skipped, $(GOLD) is not here"; fi

bench: $(VENV)/.installed
	@if [ -e $(CORPUS) ]; then $(BIN)/python -m bench.read_speed $(CORPUS) --write; \
	else echo "make bench: speed of reading skipped, $(CORPUS) is not here"; fi
	@$(BIN)/python -m bench.startup --write
	@$(BIN)/python -m bench.events_speed --write
	@$(PIP) install -c constraints.txt -e '.[postgres]'
	@$(BIN)/python -m bench.ledger_speed --statements $(STATEMENTS) $(if $(CORPORA),--corpus $(CORPORA)) --write

fmt: $(VENV)/.developing
	$(BIN)/ruff check --fix --show-fixes
	$(BIN)/ruff format

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# What the program needs, and on top of it what developers need; made anew when the lists change.
$(VENV)/.installed: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Mawqif needs Python 3.11 or newer; name one: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@echo "Making the environment in $(VENV) …"
	@$(PYTHON) -m venv $(VENV) \
		|| { echo "Python's venv module is missing (on Debian: apt-get install python3-venv)"; exit 1; }
	@$(PIP) install -c constraints.txt -e .
	@touch $@

$(VENV)/.developing: $(VENV)/.installed
	@$(PIP) install -c constraints.txt -e '.[dev]'
	@touch $@

# Pages are tested in a real browser: Debian's Chromium, installed where that is possible.
chromium:
	@command -v chromium >/dev/null || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null \
		&& { echo "Installing Chromium for the tests of pages …"; apt-get -qq update; \
		DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends chromium >/dev/null; }; } \
		|| echo "make test: no chromium here and no way to install it, so the tests in a browser are skipped"

# The store is tested on a real PostgreSQL too: Debian's, installed where that is possible.
postgres:
	@ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null || { [ "$$(id -u)" = 0 ] \
		&& command -v apt-get >/dev/null && { echo "Installing PostgreSQL for the tests of the store …"; apt-get -qq update; \
		DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends postgresql >/dev/null; }; } \
		|| echo "make test: no PostgreSQL here and no way to install it, so the tests on it are skipped"

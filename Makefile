# Two commands do everything on a fresh machine with Python 3.11+ and make: `make demo` and `make test`.

PYTHON ?= python3
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help demo test browser lint types check bench clean

help: ## List the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

.venv/ready: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "driftgate needs Python 3.11 or newer: make PYTHON=python3.12 ..."; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,html]'
	@touch $@

demo: .venv/ready ## Show the whole job on loopback: no network, no credential
	$(BIN)/driftgate demo

browser: ## Install Chromium from the system's packages, where it is missing and may be installed
	@command -v chromium chromium-browser google-chrome google-chrome-stable >/dev/null \
	  || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium >/dev/null; } \
	  || echo "no Chromium: the tests of the browser extra will skip"

test: .venv/ready browser ## Run the whole test suite
	$(BIN)/python -m pytest

lint: .venv/ready ## Check style and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/ready ## Check types, strictly
	$(BIN)/mypy

check: lint types test demo ## All that CI runs

bench: .venv/ready ## Measure speed and exactness (ratios; see benchmarks/)
	@for script in benchmarks/[a-z]*.py; do echo "== $$script"; $(BIN)/python $$script || exit 1; done

clean: ## Remove the virtual environment and caches
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis

# Every target does its own set-up: it needs Python 3.11+, git and make.
NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for each in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$each -c '$(NEW_ENOUGH)' 2>/dev/null && echo $$each && break; done)
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: demo browser screenshots chromium test check format lint types contract generated fix update bench bench-rules clean

demo: $(STAMP)  ## Audit the sample articles; findings are what it should show.
	$(BIN)/mtaudit check --fail-on never seeds

test: $(STAMP)  ## Run the tests that need nothing but this machine.
	$(BIN)/pytest -q -n auto -m "not registry and not browser"
	@echo "Left out: tests that build and install packages, and those that need a browser (make check runs them)."

check: format lint types contract generated test  ## All that CI does.
	$(BIN)/mtaudit pack lint
	$(BIN)/mtaudit pack test
	$(BIN)/pytest -q -m registry
	$(MAKE) browser

browser: $(STAMP) chromium  ## Use the HTML report in a real browser, without a network.
	$(BIN)/pytest -q -m browser

screenshots: $(STAMP) chromium  ## Make the pictures of the HTML report anew.
	$(BIN)/python -m tests.screenshots docs/screenshots

chromium:
	@test -z "$$CHROMIUM" || exit 0; \
	for each in chromium chromium-browser google-chrome; do command -v $$each >/dev/null && exit 0; done; \
	test "$$(id -u)" = 0 && command -v apt-get >/dev/null && apt-get update -q && apt-get install -y -q chromium && exit 0; \
	echo "The browser tests need Chromium: install it, or name one: make browser CHROMIUM=…"; exit 1

format: $(STAMP)
	$(BIN)/ruff format --check .

lint: $(STAMP)
	$(BIN)/ruff check .

types: $(STAMP)
	$(BIN)/mypy

contract: $(STAMP)
	$(BIN)/lint-imports

generated: $(STAMP)  ## Fail if a generated file is not what the code makes.
	$(BIN)/python -m tests.generate --check

update: $(STAMP)  ## Make the generated and golden files anew; read the diff.
	$(BIN)/python -m tests.generate
	$(BIN)/pytest -q -m "not registry and not browser" --update || true

fix: $(STAMP)  ## Mend what the tools can mend in our own code.
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(STAMP)  ## Time mtaudit beside its peers, which it installs: writes docs/performance.md.
	$(BIN)/python -m tests.bench

bench-rules: $(STAMP)  ## Count what rules say of engines' and people's text: DATA=folder.
	$(BIN)/python -m tests.bench.evidence $(DATA)

clean:
	rm -rf $(VENV) dist build

$(STAMP): pyproject.toml
	@test -n "$(PYTHON)" || { echo "mtaudit needs Python 3.11 or newer; name one: make PYTHON=…"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable . --group dev
	@touch $@

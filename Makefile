# Everything a person or a machine does here. Each target does its own set-up; `make help` lists them.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
FORMAT ?= text
JOBS ?= 2
ifdef RELEASE
RELEASE_FLAG := --release
endif

.DEFAULT_GOAL := help
.PHONY: help site serve check watch test lint unit browser bench lock clean

help: ## Show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-8s %s\n", $$1, $$2}'

site: $(VENV)/site.stamp ## Check and build the site into site/ (RELEASE=1: also hold it to the release rules)
	@$(BIN)/cardcare build --format $(FORMAT) $(RELEASE_FLAG)

serve: $(VENV)/site.stamp ## Show the site at http://127.0.0.1:8000 and follow every edit
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs serve --dev-addr 127.0.0.1:8000

check: $(VENV)/site.stamp ## Check what people wrote, without building (FORMAT=github: line annotations)
	@$(BIN)/cardcare check --format $(FORMAT)

watch: $(VENV)/site.stamp ## Ask every official page and show what people would be told (SEND=1: tell them)
	@$(BIN)/cardcare watch $(if $(SEND),--send)

test: lint unit ## Run all tests, those in a real browser included

lint: $(VENV)/test.stamp
	@$(BIN)/ruff check scripts tests
	@$(BIN)/ruff format --check scripts tests
	@$(BIN)/mypy

unit: $(VENV)/test.stamp browser
	@$(BIN)/pytest --numprocesses $(JOBS) --dist worksteal

browser:
	@sh scripts/install-browser.sh

bench: $(VENV)/test.stamp browser ## Print how long builds and link checks take, next to others in the same run
	@$(BIN)/python -m tests.bench
	@$(BIN)/python -m tests.bench_links

lock: $(VENV)/test.stamp ## Renew the exact pins in requirements*.txt
	@$(BIN)/pip install --quiet uv
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11.5 --generate-hashes --no-header --no-annotate \
		--no-emit-index-url --upgrade -o requirements.txt pyproject.toml requirements.in
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11.5 --generate-hashes --no-header --no-annotate \
		--no-emit-index-url --upgrade --extra test -c requirements.txt -o requirements-dev.txt pyproject.toml requirements.in

clean: ## Remove everything that was made here
	rm -rf $(VENV) site .site-* build scripts/*.egg-info .pytest_cache .mypy_cache .ruff_cache

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11, 5))' || { echo "Card Care needs Python 3.11.5 or newer; set PYTHON=/path/to/python3"; exit 2; }
	@$(PYTHON) -m venv $(VENV) || { echo "Python cannot make a virtual environment; on Debian: apt-get install python3-venv"; exit 2; }

$(VENV)/site.stamp: requirements.txt pyproject.toml | $(BIN)/python
	@echo "Installing the packages of the site …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/test.stamp: requirements-dev.txt $(VENV)/site.stamp
	@echo "Installing the packages of the tests …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

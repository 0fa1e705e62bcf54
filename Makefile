# Every command of the project by its short name; `make` alone lists them.
SHELL := /bin/sh
BIN := .venv/bin
LOCK := $(BIN)/python -m piptools compile --quiet --upgrade --generate-hashes --strip-extras --allow-unsafe \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host --extra demo --extra parallel

# The tests start hundreds of processes; where compiled files are not kept, each compiles everything once more.
export PYTHONDONTWRITEBYTECODE :=

.DEFAULT_GOAL := help
.PHONY: help setup demo test check coverage lint format bench calibrate soak mutate attack fuzz docs words lock wheel clean

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: ## make the environment and get a browser; quick when nothing changed
	@./bootstrap.sh

demo: setup ## walk the embedded shop as a mystery shopper and show the reports
	@$(BIN)/harness demo

test: setup ## set up what is missing, then everything of `make check`
	@$(MAKE) --no-print-directory check

# Most tests wait for a page or a process of their own, so twice as many as there are cores run at once.
check: lint ## format, lint, types and tests: the meaning of done
	$(BIN)/python -m pytest -n 4 --dist worksteal

coverage: setup ## the tests again, telling which lines none of them runs
	$(BIN)/python -m pytest -n 4 --dist worksteal --cov --cov-report=term:skip-covered

lint: ## format, lint and types only
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

format: ## put the code into its format and repair what can be repaired
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: setup ## print how fast the harness is, as ratios measured in one run
	@$(BIN)/python -m tests.bench

calibrate: setup ## compare the figures of pages with pages of known delays, and with web-vitals
	@$(BIN)/python -m tests.calibrate

soak: setup ## the longest tests, every journey with every defect, ten clean runs, a thousand killed runs: hours
	@$(BIN)/python -m pytest -q -m long
	@$(BIN)/python -m tests.soak
	@$(BIN)/python -m tests.soak.kills

mutate: setup ## print how much the journeys of this checkout check: some minutes
	@$(BIN)/harness mutate --most 8 -n 2

attack: setup ## thirty faults on two shops the harness has never seen: eight minutes
	@$(BIN)/python -m tests.attack

fuzz: setup ## an hour of files nobody would write, led by coverage (atheris, which it installs)
	@$(BIN)/python -m pip install --quiet atheris
	@$(BIN)/python -m tests.fuzz

docs: setup ## write the documentation as a site into build/docs, its links checked
	@$(BIN)/python -m pip install --quiet mkdocs-material
	@$(BIN)/harness reference > docs/reference.md
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet --strict
	@echo "build/docs/index.html"

words: setup ## write the catalogue of all sentences, after a change of one
	$(BIN)/python -m harness.words.entering

lock: ## pin the newest versions again, with their hashes
	$(BIN)/python -m pip install --quiet pip-tools
	CUSTOM_COMPILE_COMMAND='make lock' $(LOCK) --output-file requirements.lock pyproject.toml
	CUSTOM_COMPILE_COMMAND='make lock' $(LOCK) --extra dev --build-deps-for editable --output-file requirements-dev.lock pyproject.toml

wheel: setup ## build the wheel into dist/
	$(BIN)/python -m build --wheel --no-isolation

clean: ## remove the environment and everything cached; reports stay
	rm -rf .venv build dist htmlcov .coverage .coverage.* .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

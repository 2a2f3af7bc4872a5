# What one does with the repository. `make help` lists it; `make` alone runs the shipped workspace.
# Another interpreter: make PYTHON=python3.13 · another environment: make VENV=.venv-3.13

PYTHON ?= python3
VENV ?= .venv
SEED ?= 1

python := $(VENV)/bin/python
installed := $(VENV)/.installed
pip := -m pip --quiet --quiet --disable-pip-version-check install
checked_to_95 := */malstyrning/domain/*,*/malstyrning/rules/*,*/malstyrning/evaluate/*

# The link to src/ is made relative: Python 3.11 with LC_ALL=C does not start if it reads an å there.
relative_link = from os.path import relpath; from pathlib import Path; \
	[link.write_text(relpath("src", link.parent)) \
	for link in Path("$(VENV)").glob("lib/*/site-packages/_malstyrning.pth")]

.DEFAULT_GOAL := run
.PHONY: run test lint mutate fuzz hostile golden bench backtest constraints clean help

run: $(installed) ## evaluate the shipped workspace and say where the report lies (the default)
	@$(python) -m malstyrning evaluate

test: $(installed) ## run the tests; the domain, rules and evaluation must be covered to 95 %
	$(python) -m pytest --cov --cov-report=
	$(python) -m coverage report
	$(python) -m coverage report --include='$(checked_to_95)' --fail-under=95

lint: $(installed) ## check style, format, types and the architecture
	$(python) -m ruff check
	$(python) -m ruff format --check
	$(python) -m mypy
	$(VENV)/bin/lint-imports --no-logo

mutate: $(installed) ## plant 500 mistakes in the shipped workspace: each must be found where it stands
	@$(python) -m tests.planted 500 $(SEED)

fuzz: $(installed) ## damage one file of a workspace more than 50,000 times (some minutes): nothing may crash
	$(python) -m pytest -q tests/fuzz --hypothesis-profile=fuzz

hostile: $(installed) ## validate hostile files, each at the size where it hurts the most, in time and memory
	@$(python) -m benchmarks.hostile

golden: $(installed) ## write the golden reports anew; read the difference before you commit it
	$(python) -m pytest tests -q --update-golden

bench: $(installed) ## measure the program against its goals for speed; with DATA=FOLDER, comparisons of Kolada's files
	@$(python) -m $(if $(DATA),benchmarks.comparisons '$(DATA)',benchmarks.bench)

backtest: $(installed) ## count how often the rules are wrong, into docs/evidence.md; with DATA=FOLDER, on Kolada's files (ten minutes)
	@$(python) -m benchmarks.backtest $(if $(DATA),'$(DATA)')

constraints: ## choose the newest libraries that pyproject.toml allows and pin them in constraints.txt
	@"$(PYTHON)" -m venv --clear $(VENV)-uv
	@$(VENV)-uv/bin/python $(pip) uv
	@$(VENV)-uv/bin/uv pip compile pyproject.toml --group dev --output-file constraints.txt \
		--universal --python-version 3.11 --fork-strategy fewest --generate-hashes --upgrade \
		--quiet --custom-compile-command 'make constraints'
	@rm -rf $(VENV)-uv
	@echo 'constraints.txt is new: run make test and make lint before you commit it.'

clean: ## remove the environments, caches and build results (never reports/)
	rm -rf .venv .venv-* '$(VENV)' build dist .coverage htmlcov
	rm -rf .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find src tests benchmarks -name __pycache__ -prune -exec rm -rf {} +

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

# One environment for everything, made anew when what it holds has changed. The file names every library that is needed,
# so pip need not resolve: it would look at releases newer than the pinned ones, and refuse them for want of a hash.
$(installed): constraints.txt pyproject.toml
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo 'malstyrning needs Python 3.11 or newer, and "$(PYTHON)" is not: make PYTHON=python3.13'; \
		exit 1; }
	@echo "Making the environment $(VENV) with $$("$(PYTHON)" --version) (once, about a minute) …"
	@"$(PYTHON)" -m venv --clear $(VENV)
	@$(python) $(pip) --require-hashes --no-deps --requirement constraints.txt
	@$(python) $(pip) --no-deps --no-build-isolation --editable .
	@"$(PYTHON)" -c '$(relative_link)'
	@touch $@

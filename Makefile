# `make run` serves the site, `make test` tests it, `make help` lists the rest.
# Needs make and python3 (3.11 or later) with its venv module; all else is installed into .venv.

PYTHON ?= python3
PORT ?= 8000
export PORT

IN_VENV = .venv/bin/python
INSTALL = $(IN_VENV) -m pip --disable-pip-version-check --quiet install --require-hashes --requirement
# Empty while the virtual environment works.
VENV := $(shell $(IN_VENV) -c 'import pip' 2>/dev/null || echo venv)

SUPPLY = .venv-supply/bin
SUPPLY_TOOLS = pip-audit==2.10.1 cyclonedx-bom==7.5.0
# The last that runs on Node 20. Not in package.json: 200 packages for what is run by hand.
LIGHTHOUSE = .lighthouse/node_modules/.bin/lighthouse
LIGHTHOUSE_PIN = lighthouse@12.8.2

.PHONY: help run recruiter test drills lint format bench lighthouse audit sbom venv

help:
	@echo "make run         serve the site on http://127.0.0.1:$(PORT) (PORT=8001 for another port)"
	@echo "make recruiter   make the first account: administrator, recruiter and publisher"
	@echo "make test        run the tests (ARGS='-k search' for some of them)"
	@echo "make drills      kill, fill up and cut off what the site is made of, and print which promises held (minutes)"
	@echo "make bench       measure it (SIZES='1000 100000' ENGINES=sqlite ROUNDS=7 for a part)"
	@echo "make lighthouse  hold the pages students come in by to Lighthouse (needs nginx, Chromium and npm)"
	@echo "make lint        ruff, djade, mypy, missing migrations"
	@echo "make format      let ruff and djade mend what they can"
	@echo "make audit       look every pin up in the list of known vulnerabilities (needs the internet)"
	@echo "make sbom        write sbom.cdx.json (CycloneDX) and docs/licences.md from a fresh installation"

run: .venv/requirements.txt
	@$(IN_VENV) manage.py prepare
	@exec $(IN_VENV) -m gunicorn --config deploy/gunicorn.conf.py careers.wsgi

recruiter: .venv/requirements.txt
	@$(IN_VENV) manage.py migrate --verbosity 0
	@$(IN_VENV) manage.py create_recruiter

test: .venv/requirements-dev.txt
	@$(IN_VENV) -m pytest -n 2 $(ARGS)

drills: .venv/requirements-dev.txt
	@DRILLS=whole $(IN_VENV) -m pytest -q -m drill $(ARGS)

bench: .venv/requirements-dev.txt
	@$(IN_VENV) -m benchmarks $(if $(SIZES),--sizes $(SIZES)) $(if $(ENGINES),--engines $(ENGINES)) \
	  $(if $(ROUNDS),--rounds $(ROUNDS)) $(ARGS)

lighthouse: .venv/requirements-dev.txt $(LIGHTHOUSE)
	@$(IN_VENV) -m benchmarks.lighthouse --lighthouse $(LIGHTHOUSE) $(if $(ROUNDS),--rounds $(ROUNDS)) $(ARGS)

$(LIGHTHOUSE):
	npm install --prefix .lighthouse --no-save --ignore-scripts --no-audit --no-fund --loglevel=error $(LIGHTHOUSE_PIN)

lint: .venv/requirements-dev.txt
	$(IN_VENV) -m ruff check
	$(IN_VENV) -m ruff format --check
	find careers templates -name '*.html' -exec .venv/bin/djade --target-version 5.2 --check {} +
	$(IN_VENV) -m mypy
	$(IN_VENV) manage.py makemigrations --check --dry-run

format: .venv/requirements-dev.txt
	$(IN_VENV) -m ruff check --fix
	$(IN_VENV) -m ruff format
	find careers templates -name '*.html' -exec .venv/bin/djade --target-version 5.2 {} +

# Without the internet pip-audit fails, and a report that misses a pin does not pass either.
audit: $(SUPPLY)/pip-audit
	@rm -f .venv-supply/audit.json
	$(SUPPLY)/pip-audit --strict --disable-pip --require-hashes --requirement requirements.txt --progress-spinner off \
	  --format json --output .venv-supply/audit.json || test -s .venv-supply/audit.json
	$(SUPPLY)/python deploy/supply_chain.py audited .venv-supply/audit.json requirements.txt

sbom: $(SUPPLY)/cyclonedx-py
	$(PYTHON) -m venv --clear .venv-supply/site
	.venv-supply/site/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes -r requirements.txt
	$(SUPPLY)/cyclonedx-py environment .venv-supply/site/bin/python --pyproject pyproject.toml --mc-type application \
	  --output-reproducible --of JSON --output-file sbom.cdx.json
	$(SUPPLY)/python deploy/supply_chain.py licences sbom.cdx.json > docs/licences.md

$(SUPPLY)/pip-audit $(SUPPLY)/cyclonedx-py:
	$(PYTHON) -m venv .venv-supply
	$(SUPPLY)/python -m pip --disable-pip-version-check --quiet install $(SUPPLY_TOOLS)

# A copy of the pins stands in .venv for what is installed there: content decides, not a checkout's file times.
.venv/requirements.txt .venv/requirements-dev.txt: .venv/%: % $(VENV)
	@cmp -s $< $@ || { echo "Installing $<, once …"; $(INSTALL) $<; }
	@cp $< $@

venv:
	@command -v $(PYTHON) >/dev/null || { echo "$(PYTHON) is missing: install Python 3.11 or later."; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "$(PYTHON) is too old: install Python 3.11 or later, or name one: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
	  { echo "Python's venv module is missing: apt install python3-venv"; exit 1; }
	@$(PYTHON) -m venv --clear .venv

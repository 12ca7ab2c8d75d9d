# Everything a newcomer needs; `make help` lists it.
export UV_PYTHON_DOWNLOADS := never
export PYTHONPATH := site
# Many containers set it: then every one of a hundred short commands compiles Django and Wagtail anew.
unexport PYTHONDONTWRITEBYTECODE
PORT ?= $(or $(AMARANTA_PORT),8000)
PRINT := libpango-1.0-0 libpangoft2-1.0-0 fonts-vollkorn fonts-lato fonts-noto-core fonts-wqy-zenhei
BIN := .venv/bin
CATALOGUES := site/amaranta/locale contatti/sealed/locale
LOCALES := en es fr ar ro sq uk zh_Hans
NODE := tests/javascript/node_modules/.package-lock.json
# --no-config: uv would read the ranges of pyproject.toml as unpinned requirements and refuse the hashes.
INSTALL = $(1)/bin/python -m uv pip install -q --no-config --python $(1)/bin/python --require-hashes -r $(2)

# The second round: what meets Wagtail itself, in its editor, its tree, its rights, its files and its search.
NEXT := $(patsubst %,tests/home/test_%.py,languages tree main_pages new_pages page_view publication_editor publication_copies \
	editing blocks roles roles_of_editors login discreet_pages search sent_back old_addresses files_in_use pictures \
	documents_served campaigns) \
	$(patsubst %,tests/servizi/test_%.py,desk_editing desk_pages desk_translations directory_import directory_roles) \
	tests/servizi/statistics/test_publishing.py tests/servizi/statistics/test_filling_in_a_sheet.py tests/audit/test_powers.py \
	tests/contatti/test_form_editing.py tests/contatti/test_form_sealed.py tests/project/page_cache

.DEFAULT_GOAL := help
.PHONY: help run demo test test-next check check-scripts format messages lock bench faults fuzz traces release-migrations sbom install-test clean

help: ## List the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

run: .venv/run demo ## Start the demonstration: web server, worker and mailbox
	@DJANGO_SETTINGS_MODULE=amaranta.settings.dev AMARANTA_PORT=$(PORT) $(BIN)/honcho -f deploy/Procfile start

demo: .venv/run ## Prepare the database, the catalogues and the demonstration content
	@$(foreach folder,$(CATALOGUES),$(BIN)/pybabel -q compile -f -D django -d $(folder) &&) true
	@$(BIN)/python manage.py migrate -v 0
	@$(BIN)/python manage.py demo --port $(PORT)

test: .venv/test ## Install what the tests need and run all of them
	@$(MAKE) --no-print-directory -j 2 check .venv-next/test
	@$(BIN)/pytest -n 3 --dist loadfile --no-loadscope-reorder
	@$(MAKE) --no-print-directory test-next

test-next: .venv-next/test ## Run what meets Wagtail itself on the newest Wagtail 8
	@.venv-next/bin/pytest -n 3 --dist loadfile -q $(NEXT)

check: .venv/test check-scripts ## Lint, types, scripts, templates, catalogues, migrations, deployment checks
	@$(BIN)/ruff check . && $(BIN)/ruff format --check -q .
	@$(BIN)/mypy
	@$(BIN)/djlint --lint --quiet templates contatti/sealed/templates
	@$(foreach folder,$(CATALOGUES),$(BIN)/pybabel -q compile -f -D django -d $(folder) &&) true
	@$(BIN)/python manage.py makemigrations --check --dry-run -v 0
	@deploy/check.sh

check-scripts: $(NODE) ## Lint, types and unit tests of the scripts
	@cd tests/javascript && npm run -s lint && npm run -s types && npm run -s unit

format: .venv/test $(NODE) ## Put the code in its one form
	@$(BIN)/ruff check --fix -q . ; $(BIN)/ruff format -q .
	@cd tests/javascript && npm run -s format

messages: .venv/test ## Bring all catalogues up to date with the Italian texts
	@$(BIN)/python manage.py makemessages $(foreach each,$(LOCALES),-l $(each)) --no-obsolete -i '.venv*' -i var -i tests

lock: .venv/test ## Pin every dependency anew, within the ranges of pyproject.toml and package.json
	@deploy/lock.sh
	@cd tests/javascript && npm update -s --package-lock-only --no-audit --no-fund

bench: .venv/test ## Measure; figures go to docs/performance.md
	@$(BIN)/python -m bench

fuzz: .venv/test ## Send 30,000 odd requests to every address (AMARANTA_FUZZ, AMARANTA_FUZZ_SEED)
	@AMARANTA_FUZZ=$${AMARANTA_FUZZ:-30000} $(BIN)/pytest -q tests/project/test_any_input.py

faults: .venv/test ## Break everything under load, and count; writes docs/faults.json and a table in docs/delivery.md (root; half an hour)
	@$(BIN)/python -m tests.faults $(FAULTS)

traces: .venv/test ## Measure what a visit leaves in real browsers; writes docs/traces.md
	@AMARANTA_WRITE_TRACES=1 $(BIN)/pytest -q tests/browser/test_traces.py tests/browser/test_traces_writing.py

release-migrations: ## Write down which migrations the release has; from then on a test holds them
	@python3 -m tests.releases.record

sbom: .venv/test ## Write the bill of materials of what is installed (CycloneDX): var/sbom.json
	@mkdir -p var
	@$(BIN)/cyclonedx-py requirements requirements/run.txt --pyproject pyproject.toml --spec-version 1.6 -o var/sbom.json

install-test: ## Install on a bare Debian in a folder, lose the machine, restore, upgrade, go back (root; minutes)
	@tests/install/run.sh $(DATABASE)

clean: ## Forget the environments and the demonstration's data
	rm -rf .venv .venv-next var tests/javascript/node_modules

# Posters and cards are set in these fonts by WeasyPrint, which needs Pango; everything else works without them.
.venv/run: requirements/run.txt
	@deploy/environment.sh .venv
	@deploy/apt-install.sh $(PRINT) || echo "Going on: posters and cards cannot be made until then."
	@test -e .venv/test || $(call INSTALL,.venv,requirements/run.txt)
	@touch $@

.venv/test: requirements/test.txt
	@deploy/environment.sh .venv
	@tests/system-packages.sh $(PRINT)
	@$(call INSTALL,.venv,requirements/test.txt)
	@touch .venv/run $@

# .venv/test brings npm.
$(NODE): tests/javascript/package-lock.json | .venv/test
	@cd tests/javascript && npm ci -s --no-audit --no-fund
	@touch $@

.venv-next/test: requirements/test-wagtail8.txt
	@deploy/environment.sh .venv-next
	@$(call INSTALL,.venv-next,requirements/test-wagtail8.txt)
	@touch $@

# Two commands to know: `make run` (set up, open the office) and `make test` (set up, test).
# uv is used where it is on PATH, else pip; both install the same lock file with its hashes.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
FUZZ_SECONDS ?= 600

.DEFAULT_GOAL := run
.PHONY: run test check bench fuzz samples pictures lock setup

run: setup
	@$(BIN)/cchc serve

test: setup
	@$(BIN)/python -m pytest -n auto --dist worksteal
	@$(BIN)/python -m tests.on_postgresql

check: setup
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

bench: setup
	@$(BIN)/python -m bench

fuzz: setup
	@CCHC_FUZZ_SECONDS=$(FUZZ_SECONDS) $(BIN)/python -m pytest tests/documents/test_fuzz.py

samples: setup
	@$(BIN)/python samples/make_samples.py

pictures: setup
	@$(BIN)/python docs/huong-dan/make_pictures.py

lock:
	uv pip compile --generate-hashes --no-emit-index-url --no-header --all-extras \
		pyproject.toml -o requirements.lock

setup: $(STAMP)

$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
		|| { echo 'Cần Python 3.11 trở lên; hãy cài python3 rồi chạy lại.' >&2; exit 1; }
	@if command -v uv >/dev/null 2>&1; then \
		uv venv --quiet --allow-existing --python "$$(command -v $(PYTHON))" $(VENV) \
		&& uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements.lock \
		&& uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e .; \
	else \
		$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null \
		|| { echo 'Máy chưa có mô-đun venv của Python; hãy cài: apt-get install python3-venv' >&2; exit 1; }; \
		$(PYTHON) -m venv $(VENV) \
		&& $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock \
		&& $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .; \
	fi
	@touch $@

.PHONY: format check test quick docs bench

format:
	ruff format .
	ruff check --fix .

check:
	ruff format --check .
	ruff check .
	mypy

test:
	pytest

quick:
	pytest -m "not slow and not browser"

docs:
	pytest -q -m "not slow and not browser" --refresh-references
	python docs/make_pages.py
	python docs/make_pictures.py

bench:
	python bench/run.py

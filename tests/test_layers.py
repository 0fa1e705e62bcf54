"""Data flows one way: a module imports from its own layer or from a lower one."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "harness"

LAYERS = (
    {"words"},  # what is said, in which language
    {"grammar", "values", "record", "browser", "database", "pace", "demo"},  # what knows of no journey
    {"verbs"},
    {"language"},
    {"compile", "ledger"},
    {"starter"},  # a first project for a shop
    {"shopper", "judge"},  # one measures, the other judges: neither knows the other
    {"findings"},  # what the judge says of many nights
    {"history"},
    {"reports", "explain", "recorder", "targets"},
    {"notify"},
    {"plugin", "selftest", "preflight"},
    {"mutate"},
    {"cli", "__main__"},
)
NEIGHBOURS_THAT_MAY_NOT_MEET = {("shopper", "judge"), ("judge", "shopper")}


def imports_of(file: Path) -> set[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    names = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    names += [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    return {name.split(".")[1] for name in names if name.startswith("harness.")}


def room_of(file: Path) -> str:
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


FILES = [file for file in sorted(PACKAGE.rglob("*.py")) if file != PACKAGE / "__init__.py"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(PACKAGE).as_posix())
def test_a_module_imports_from_its_own_layer_or_lower(file: Path) -> None:
    height = {room: number for number, layer in enumerate(LAYERS) for room in layer}
    room = room_of(file)
    for imported in imports_of(file):
        assert height[imported] <= height[room], f"{room} must not import {imported}"
        assert (room, imported) not in NEIGHBOURS_THAT_MAY_NOT_MEET


@pytest.mark.parametrize("room", ["grammar", "verbs", "language", "compile", "judge", "record", "values"])
def test_what_comes_before_and_after_the_walk_needs_no_browser(room: str) -> None:
    for file in (PACKAGE / room).rglob("*.py"):
        at_run_time = [
            node.module or ""
            for node in ast.parse(file.read_text(encoding="utf-8")).body
            if isinstance(node, ast.ImportFrom)
        ]
        assert not any(name.startswith("playwright") for name in at_run_time), file

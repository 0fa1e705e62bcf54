"""What is known of a shop in, the files of a first project out."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, StrictUndefined

TEMPLATES = {
    "journeys/site.yaml": "the shop: where it is, how it writes money, what gets in the way",
    "journeys/personas.yaml": "who the shoppers are",
    "journeys/find/open-the-home-page.yaml": "a first journey, which passes today",
    "conftest.py": "settings for pytest, such as how patient customers are",
    ".github/workflows/mystery-shopper.yml": "a walk every night, on GitHub",
}
IGNORED = ("reports/*", ".env", ".venv/", "__pycache__/", ".pytest_cache/")
GITIGNORE = ".gitignore"


@dataclass(frozen=True)
class Shop:
    """What the files are filled with."""

    address: str
    name: str
    locale: str
    currency: str
    heading: str = ""


@dataclass(frozen=True)
class Written:
    """One file: what it is for, and whether it was there before and stayed as it is."""

    path: str
    what: str
    kept: bool = False


def write_project(folder: Path, shop: Shop) -> Iterator[Written]:
    """Write what is missing in a folder; of files that are there, only `.gitignore` gets lines more."""
    for name, what in TEMPLATES.items():
        yield write_file(folder, name, what, rendered(name, shop=shop))
    ignored = folder / GITIGNORE
    before = ignored.read_text("utf-8") if ignored.is_file() else ""
    missing = [line for line in IGNORED if line not in before.splitlines()]
    if missing:
        begin = before if not before or before.endswith("\n") else f"{before}\n"
        ignored.write_text(begin + "".join(f"{line}\n" for line in missing), "utf-8")
    yield Written(GITIGNORE, "reports and secrets stay out of git", kept=not missing)


def rendered(template: str, **values: object) -> str:
    """Return a template filled in."""
    text = files("harness.starter").joinpath("templates", Path(template).name + ".jinja").read_text("utf-8")
    environment = Environment(  # noqa: S701 -- it makes YAML and Python; texts are quoted by the filter below
        undefined=StrictUndefined, keep_trailing_newline=True, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {"quoted": quoted, "plain": _plain}
    return environment.from_string(text).render(values)


def quoted(text: str) -> str:
    """Return a text as YAML writes it between double quotes."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", " ")
    return f'"{escaped}"'


def _plain(text: str) -> str:
    """Return a text as YAML writes it without quotes, and between single ones where it needs them."""
    return "'" + text.replace("'", "''") + "'" if ": " in text or " #" in text else text


def write_file(folder: Path, name: str, what: str, text: str) -> Written:
    """Write a file, unless it is there."""
    path = folder / name
    if path.exists():
        return Written(name, what, kept=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return Written(name, what)

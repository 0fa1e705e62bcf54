"""Attacks on secrets: wherever a shop repeats what was typed, no file, terminal or process tells it on."""

import os
import stat
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import pytest

from harness.shopper.secrets import MASK
from tests.pages import serving
from tests.plugin.project import Outcome, Project

from .hostile_shop import HOSTILE, PLACES, forms

SECRET = "Zug&spitze/77 ä!<x>"
IN_ENV_FILE = "from-the-env-file-9"
KEY = "JBSWY3DPEHPK3PXP"
JOURNEY = """
journey: Repeat it
evidence: [har, console]
steps:
  - step: Type it
    do:
      - open: /
      - fill: {{Card number: "{typed}"}}
      - click: Repeat
      - look at the children: "{sign}"
    see:
      - All is repeated
  - step: Be told so
    do:
      - remember: {{said: testid "kept"}}
    see:
      - Nothing of ${{said}}
"""
VERBS = '''
import os
import signal
from pathlib import Path
from harness import Acting, Text, verb

def children(of):
    for task in Path(f"/proc/{of}/task").iterdir():
        for child in (task / "children").read_text().split():
            yield int(child)
            yield from children(int(child))

@verb("look at the children for {sign}")
def look_at_the_children(shopper: Acting, sign: Text) -> None:
    """Note what the processes that were started know, and how large an image of them would be."""
    with Path("children.txt").open("a") as noted:
        for child in children(os.getpid()):
            try:
                environ = Path(f"/proc/{child}/environ").read_text()
                core = Path(f"/proc/{child}/limits").read_text().partition("Max core file size")[2].split()[0]
            except (OSError, UnicodeDecodeError):
                continue
            noted.write(f"{child} core {core} {sorted(environ.split(chr(0)))}\\n")
'''
OPTIONS = ("--tb=long", "--showlocals", "-vv", "-o", "log_cli=true", "--junitxml=junit.xml")
RECORDED = ("--tracing=on", "--video=on")


@dataclass(frozen=True)
class Attack:
    """One run against the hostile shop, and all that it left behind."""

    project: Project
    outcome: Outcome
    temporary: Path

    @cached_property
    def texts(self) -> dict[str, str]:
        """Every file below the project, those within a trace too; and the terminal."""
        files = (path for path in self.project.path.rglob("*") if path.is_file())
        texts = {name: content.decode(errors="replace") for path in files for name, content in _within(path)}
        ours = ("children.txt", ".env", ".pyc", ".py")
        return {"terminal": self.outcome.text} | {k: v for k, v in texts.items() if not k.endswith(ours)}

    def holding(self, text: str) -> list[str]:
        """Return the names of the files that hold a text."""
        return [name for name, content in self.texts.items() if text in content]


def _within(path: Path) -> Iterator[tuple[str, bytes]]:
    if path.suffix != ".zip":
        yield str(path), path.read_bytes()
        return
    with zipfile.ZipFile(path) as archive:
        yield from ((f"{path}!{name}", archive.read(name)) for name in archive.namelist())


def attack(folder: Path, typed: str) -> Attack:
    temporary = folder / "temporary"
    temporary.mkdir()
    with serving({"/": HOSTILE}) as site:
        files = {
            "journeys/find/repeat.yaml": JOURNEY.format(typed=typed, sign="child"),
            "journeys/verbs.py": VERBS,
            ".env": f"UNUSED_SECRET={IN_ENV_FILE}\n",
        }
        project = Project.of(folder / "project", site.address, files, patience_ms=1500)
        environ = {"CARD": SECRET, "TMPDIR": str(temporary)}
        outcome = project.run("journeys", *OPTIONS, *RECORDED, environ=environ)
    assert outcome.code == 1, outcome.text
    return Attack(project, outcome, temporary)


@pytest.fixture(scope="module")
def attacks(tmp_path_factory: pytest.TempPathFactory) -> tuple[Attack, Attack]:
    """Walk twice at once: with a secret; and with the same text as plain data, which shows what is looked for."""
    typed = ("${secret.CARD}", SECRET)
    with ThreadPoolExecutor() as both:
        one, other = both.map(attack, [tmp_path_factory.mktemp("attack") for _ in typed], typed)
    return one, other


@pytest.fixture(scope="module")
def secret(attacks: tuple[Attack, Attack]) -> Attack:
    return attacks[0]


@pytest.fixture(scope="module")
def plain(attacks: tuple[Attack, Attack]) -> Attack:
    return attacks[1]


def test_the_journey_was_walked(secret: Attack) -> None:
    (visit,) = secret.outcome.visits.values()
    assert [step.outcome for step in visit.steps] == ["passed", "failed"]


@pytest.mark.parametrize("place", [place for place in PLACES if place not in {"storage", "cookie"}])
def test_what_the_shop_repeats_is_told_without_the_secret(place: str, secret: Attack, plain: Attack) -> None:
    assert plain.holding(f"{place}~") or plain.holding(f"{place}%7E")
    assert secret.holding(f"{place}~") or secret.holding(f"{place}%7E")


def test_no_file_and_no_line_on_the_terminal_holds_it(secret: Attack, plain: Attack) -> None:
    written = [form for form in forms(SECRET) if plain.holding(form)]
    assert len(written) >= 5
    assert {form: secret.holding(form) for form in forms(SECRET) if secret.holding(form)} == {}


def test_nor_most_of_it_where_a_long_text_was_cut(secret: Attack, plain: Attack) -> None:
    assert plain.holding(SECRET[:12])
    assert secret.holding(SECRET[:12]) == []


@pytest.mark.parametrize("place", ["storage", "cookie"])
def test_what_the_browser_keeps_is_in_no_file(place: str, secret: Attack, plain: Attack) -> None:
    kept = [name for name in plain.holding(f"{place}~") if "/src/" not in name]
    assert kept == []

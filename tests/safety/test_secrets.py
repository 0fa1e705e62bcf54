"""Attacks on secrets: wherever a shop repeats what was typed, no file, terminal or process tells it on."""

import stat
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

from harness.shopper.evidence.trace import WITHOUT_FILM
from harness.shopper.evidence.video import WITH_A_SECRET as WITHOUT_VIDEO
from tests.pages import serving
from tests.plugin.project import Outcome, Project

from .hostile_shop import HOSTILE, PLACES, forms

SECRET = "Zug&spitze/77 ä!<x>"
IN_ENV_FILE = "from-the-env-file-9"
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
    died = []
    with Path("children.txt").open("a") as noted:
        for child in children(os.getpid()):
            try:
                program = os.readlink(f"/proc/{child}/exe")
                environ = Path(f"/proc/{child}/environ").read_text()
                core = Path(f"/proc/{child}/limits").read_text().partition("Max core file size")[2].split()[0]
            except (OSError, UnicodeDecodeError):
                continue
            noted.write(f"{child} core {core} {sorted(environ.split(chr(0)))}\\n")
            if sign == "crash" and not program.endswith("node"):
                died.append(child)
    for child in died:
        os.kill(child, signal.SIGSEGV)
    if died:
        shopper.page.wait_for_timeout(1000)
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


def attack(folder: Path, typed: str, sign: str = "look") -> Attack:
    temporary = folder / "temporary"
    temporary.mkdir()
    with serving({"/": HOSTILE}) as site:
        files = {
            "journeys/find/repeat.yaml": JOURNEY.format(typed=typed, sign=sign),
            "journeys/verbs.py": VERBS,
            ".env": f"UNUSED_SECRET={IN_ENV_FILE}\n",
        }
        project = Project.of(folder / "project", site.address, files, patience_ms=1500)
        environ = {"CARD": SECRET, "TMPDIR": str(temporary)}
        outcome = project.run("journeys", *OPTIONS, *RECORDED, environ=environ)
    assert outcome.code == (3 if sign == "crash" else 1), outcome.text
    return Attack(project, outcome, temporary)


@pytest.fixture(scope="module")
def attacks(tmp_path_factory: pytest.TempPathFactory) -> tuple[Attack, ...]:
    """Walk with a secret; with the same as plain data, which shows more; and with browsers that die."""
    typed, signs = ("${secret.CARD}", SECRET, "${secret.CARD}"), ("look", "look", "crash")
    with ThreadPoolExecutor() as at_once:
        return tuple(at_once.map(attack, [tmp_path_factory.mktemp("attack") for _ in typed], typed, signs))


@pytest.fixture(scope="module")
def secret(attacks: tuple[Attack, ...]) -> Attack:
    return attacks[0]


@pytest.fixture(scope="module")
def plain(attacks: tuple[Attack, ...]) -> Attack:
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


def test_the_film_within_a_trace_is_left_out_and_that_is_told(secret: Attack, plain: Attack) -> None:
    assert any("!screencast/" in name for name in plain.texts)
    assert not any("!screencast/" in name for name in secret.texts)
    assert secret.holding(WITHOUT_FILM)


def test_there_is_no_video_and_that_is_told(secret: Attack, plain: Attack) -> None:
    assert any(name.endswith(".webm") for name in plain.texts)
    assert not any(name.endswith(".webm") for name in secret.texts)
    assert secret.holding(WITHOUT_VIDEO)


def test_browsers_and_their_driver_are_not_told_the_secret(secret: Attack, plain: Attack) -> None:
    for each in (secret, plain):
        seen = (each.project.path / "children.txt").read_text("utf-8")
        assert seen.count("HOME=") > 1
        assert SECRET not in seen
        assert IN_ENV_FILE not in seen


def test_no_process_would_leave_an_image_of_its_memory(secret: Attack) -> None:
    seen = (secret.project.path / "children.txt").read_text("utf-8").splitlines()
    assert len(seen) > 3
    assert {line.split()[2] for line in seen} == {"0"}


def test_browsers_that_die_leave_nothing_that_holds_it(attacks: tuple[Attack, ...]) -> None:
    died = attacks[2]
    (visit,) = died.outcome.visits.values()
    assert visit.steps[0].trouble
    assert visit.steps[0].trouble.kind == "browser lost"
    assert [path for path in died.temporary.rglob("*") if SECRET.encode() in _content(path)] == []
    assert [form for form in forms(SECRET) if died.holding(form)] == []


def _content(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""


def test_no_temporary_file_is_left(secret: Attack) -> None:
    assert list(secret.temporary.iterdir()) == []


def test_only_their_owner_reads_the_files_of_a_run(secret: Attack) -> None:
    reports = secret.project.path / "reports"
    written = [reports, *(path for path in reports.rglob("*") if not path.is_symlink())]
    others = {path: oct(path.stat().st_mode) for path in written if stat.S_IMODE(path.stat().st_mode) & 0o077}
    assert len(written) > 40
    assert others == {}

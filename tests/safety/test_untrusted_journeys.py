"""Attacks by strangers' journeys: they read no file, run no code, reach no other host, end in time."""

import ast
import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from harness.browser.keeper import BrowserKeeper
from harness.compile.source import compile_journey
from harness.language.project import Project, load_project
from harness.values.model import ReadingError
from harness.values.patterns import found, pattern_in
from tests.pages import serving
from tests.walking import Walker

if TYPE_CHECKING:
    from playwright.sync_api import Playwright

JOURNEY = """
journey: Look around
{more}
steps:
  - step: Look
    do:
      - open: {opened}
{done}
    see:
      - {seen}
"""
SITE = "site: https://shop.example\n"
TOLD = "top-secret-of-the-machine"
Make = Callable[[Path], object]


def journey(more: str = "severity: normal", opened: str = "/", done: str = "", seen: str = "Hello") -> str:
    return JOURNEY.format(more=more, opened=opened, done=f"      - {done}" if done else "", seen=seen)


@pytest.fixture
def loading(tmp_path: Path) -> Iterator[Callable[..., Project]]:
    """Load a folder with these files and what else is made in it; beside it lies what is private."""
    root = tmp_path / "project" / "journeys"
    (root / "buy").mkdir(parents=True)
    (tmp_path / "project" / ".env").write_text(f"PASSWORD={TOLD}\n", "utf-8")
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "private.yaml").write_text(f"{TOLD}: x\n", "utf-8")
    (tmp_path / "outside" / "private.csv").write_text(f"{TOLD}\nx\n", "utf-8")

    def load(files: Mapping[str, str], make: Make = lambda _root: None) -> Project:
        for name, text in {"site.yaml": SITE, **files}.items():
            (root / name).parent.mkdir(exist_ok=True)
            (root / name).write_text(text, "utf-8")
        make(root)
        return load_project(root)

    return load  # type: ignore[return-value]


def told(project: Project) -> str:
    return "\n".join(map(str, project.problems))


@pytest.mark.parametrize(
    "file",
    [
        *("/etc/passwd", "../site.yaml", "a/../../.env", "/proc/self/environ", "/dev/zero", "~/.ssh/id_rsa"),
        *("C:/Windows/win.ini", "file:///etc/passwd", ".env", "//host/share", "buy/../../.env"),
    ],
)
@pytest.mark.parametrize("key", ["upload", "rows"])
def test_no_file_outside_is_named(file: str, key: str, loading: Callable[..., Project]) -> None:
    text = (
        journey(f'for each: {{from: "{file}"}}')
        if key == "rows"
        else journey(done=f'upload: {{Photo: "{file}"}}')
    )
    project = loading({"buy/a.yaml": text})
    assert project.journeys == ()
    assert (
        "leads out of journeys/" in told(project)
        or "there is no file" in told(project)
        or "hidden" in told(project)
    )


@pytest.mark.parametrize(
    ("link", "to"),
    [
        ("buy/a.yaml", "../../../outside/private.yaml"),
        ("buy/a.yaml", "../../.env"),
        ("parts/a.yaml", "../../../outside/private.yaml"),
        ("personas.yaml", "../../outside/private.yaml"),
    ],
)
def test_no_link_leads_out(link: str, to: str, loading: Callable[..., Project]) -> None:
    def make(root: Path) -> None:
        (root / link).parent.mkdir(exist_ok=True)
        (root / link).symlink_to(to)

    text = told(loading({"buy/b.yaml": journey()}, make))
    assert (
        f"journeys/{link}:1:1: this is a link that leads out of journeys/. Put the file itself here." in text
    )
    assert TOLD not in text


@pytest.mark.parametrize("key", ["upload", "rows"])
@pytest.mark.parametrize("link", ["private.csv", "folder/private.csv"])
def test_no_link_to_a_file_leads_out(key: str, link: str, loading: Callable[..., Project]) -> None:
    def make(root: Path) -> None:
        (root / link.partition("/")[0]).symlink_to(
            "../../outside/private.csv" if "/" not in link else "../../outside"
        )

    text = (
        journey(f"for each: {{from: {link}}}")
        if key == "rows"
        else journey(done=f"upload: {{Photo: {link}}}")
    )
    answer = told(loading({"buy/a.yaml": text}, make))
    assert f'"{link}" is a link that leads out of journeys/' in answer
    assert TOLD not in answer


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no named pipes")
@pytest.mark.parametrize("name", ["buy/a.yaml", "site.yaml", "personas.yaml"])
def test_nothing_waits_for_a_pipe(name: str, loading: Callable[..., Project]) -> None:
    def make(root: Path) -> None:
        (root / name).unlink(missing_ok=True)
        os.mkfifo(root / name)

    text = told(loading({"buy/b.yaml": journey()}, make))
    assert f"journeys/{name}:1:1: this is no ordinary file. Put a text file here." in text


TOO_MUCH = {
    "a hundred megabytes": (f"{journey()}# {'x' * 100_000_000}", "larger than 1 MiB"),
    "names for names": ("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "is an alias to YAML"),
    "lists within lists": ("[" * 200_000, "more than 24 levels"),
    "a million rows": (journey("for each:\n" + "  - {a: 1}\n" * 5000), "5000 visits, and 500 is the most"),
    "all combinations": (
        journey("matrix:\n  all:\n" + "".join(f"    d{at}: [1, 2, 3, 4]\n" for at in range(10))),
        "asks for 1048576 visits",
    ),
    "pairs of many": (
        journey("matrix:\n  pairs:\n" + "".join(f"    d{at}: {list(range(300))}\n" for at in range(9))),
        "asks for 90000 visits",
    ),
    "many dimensions": (
        journey("matrix:\n  pairs:\n" + "".join(f"    d{at}: [1, 2]\n" for at in range(60))),
        "more than 10 dimensions",
    ),
    "rows and combinations": (
        journey(
            "for each:\n"
            + "".join(f"  - {{a: {at}}}\n" for at in range(300))
            + f"matrix: {{pairs: {{b: {list(range(300))}}}}}"
        ),
        "90000 visits, and 500 is the most",
    ),
    "for ever": (
        journey(done="repeat until see: {target: X, do: [click: More], at most: 100000000}"),
        "is not a number from 1 to 100",
    ),
    "a long name": (journey(seen=f'heading "{"x" * 100_000}"'), "more than 1000 characters"),
}


@pytest.mark.parametrize("case", TOO_MUCH)
def test_nothing_is_too_much(case: str, loading: Callable[..., Project]) -> None:
    text, answer = TOO_MUCH[case]
    project = loading({"buy/a.yaml": text})
    assert project.journeys == ()
    assert answer in told(project)


@pytest.mark.parametrize(
    ("more", "opened", "answer"),
    [
        ("hosts: [evil.example]", "/", 'unknown key "hosts"'),
        ("site: https://evil.example", "/", 'unknown key "site"'),
        ("sites: [https://evil.example]", "/", "https://evil.example"),
        ("severity: normal", "https://evil.example/", "is no host of the site"),
        ("severity: normal", "//evil.example/", "is not an address"),
        ("severity: normal", "file:///etc/passwd", "is not an address"),
        ("severity: normal", "'javascript:alert(1)'", "is not an address"),
        ("severity: normal", "'data:text/html,x'", "is not an address"),
        ("severity: normal", r"https://evil.example\@shop.example/", "would not be visited"),
        ("severity: normal", "https://shop.example@evil.example/", "is no host of the site"),
    ],
)
def test_no_other_host_is_reached(
    more: str, opened: str, answer: str, loading: Callable[..., Project]
) -> None:
    project = loading({"buy/a.yaml": journey(more, opened)})
    assert project.journeys == ()
    assert answer in told(project)


@pytest.mark.parametrize(
    "name", ["PATH", "HOME", "AWS_SECRET_ACCESS_KEY", "GITHUB_TOKEN", "SSH_AUTH_SOCK", "NPM_TOKEN", "Path"]
)
@pytest.mark.parametrize("prefix", ["secret", "totp"])
def test_what_is_the_machines_is_not_typed(name: str, prefix: str, loading: Callable[..., Project]) -> None:
    text = journey(done=f'fill: {{Message: "${{{prefix}.{name}}}"}}')
    refused = loading({"buy/a.yaml": text})
    assert f'"{name}" belongs to this machine, and what a journey types reaches the shop.' in told(refused)
    assert len(loading({"site.yaml": f"{SITE}secrets: [{name}]\n"}).journeys) == 1


def test_with_a_list_nothing_else_is_typed(loading: Callable[..., Project]) -> None:
    site = f"{SITE}secrets: [SHOP_PASSWORD]\n"
    files = {
        f"buy/{name}.yaml": journey(done=f'fill: {{Message: "${{secret.{name}}}"}}')
        for name in ("SHOP_PASSWORD", "OTHER_PASSWORD")
    }
    project = loading({"site.yaml": site, **files})
    assert [each.id for each in project.journeys] == ["buy/SHOP_PASSWORD"]
    assert 'site.yaml does not list "OTHER_PASSWORD" below "secrets:".' in told(project)


def test_a_variable_that_is_not_listed_is_not_read(loading: Callable[..., Project]) -> None:
    project = loading({"buy/a.yaml": journey(seen="${env.HOME}")})
    assert 'site.yaml has it not below "env:"' in told(project)


HOSTILE_TEXTS = (
    "{{ 7 * 7 }}",
    "{% import os %}",
    '"); import os; os.system("touch pwned"); ("',
    "'''\nimport os\n'''",
    '"""',
    "\\",
    "\\N{BULLET}\\x41",
    "{__import__('os').getcwd()}",
    "line\u2028import os\u2029#",
    "line\x85import os",
    "a # b",
)


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_a_text_stays_a_text_in_the_compiled_test(text: str, loading: Callable[..., Project]) -> None:
    def compiled(said: str) -> ast.Module:
        quoted = '"' + "".join(f"\\U{ord(sign):08X}" for sign in said) + '"'
        written = (
            f"journey: {quoted}\nsteps:\n  - step: {quoted}\n    do:\n      - fill: {{Note: {quoted}}}\n"
        )
        project = loading({"buy/a.yaml": f"{written}    see:\n      - Hello\n"})
        assert len(project.journeys) == 1, told(project)
        return ast.parse(compile_journey(project.journeys[0], project.parts).source)

    harmless, hostile = compiled("harmless"), compiled(text)
    kinds = [[type(node) for node in ast.walk(tree)] for tree in (harmless, hostile)]
    assert kinds[0] == kinds[1]
    assert " ".join(text.split()) in {
        " ".join(node.value.split())
        for node in ast.walk(hostile)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


@pytest.mark.parametrize(
    "tag", ["!!python/object/apply:os.system [x]", "!!python/name:os.system", "!x y", "!!binary aGk="]
)
def test_no_tag_makes_anything(tag: str, loading: Callable[..., Project]) -> None:
    assert "is a tag to YAML" in told(loading({"buy/a.yaml": f"why: {tag}\n{journey()}"}))


FOREVER, TEXT = "/(a+)+$/", "a" * 40 + "!"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no clock of a program's own time")
def test_a_pattern_does_not_look_for_ever() -> None:
    pattern = pattern_in(FOREVER)
    assert pattern
    with pytest.raises(ReadingError, match="takes too long to look for"):
        found(pattern, TEXT)
    assert found(pattern, "aaa")


SLOW_IN_THE_PAGE = """
journey: Look for ever
steps:
  - step: Look
    do:
      - open: /
    see:
      - heading /^(a+)+$/
"""


def test_nor_does_one_in_the_page(
    browser_keeper: BrowserKeeper, playwright: "Playwright", tmp_path: Path
) -> None:
    walker = Walker(browser_keeper, playwright.devices, tmp_path, patience_ms=1000)
    with serving({"/": f"<!doctype html><title>Slow</title><h1>{TEXT}</h1>"}) as site:
        walked = walker.walk(SLOW_IN_THE_PAGE, address=site.address)
    trouble = walked.record.steps[0].trouble
    assert trouble
    assert trouble.kind == "page hung"

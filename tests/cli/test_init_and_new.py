"""A shop's address becomes a folder of journeys that passes; a first draft is a journey without mistakes."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from harness.starter.home_page import likely_currency, likely_locale
from tests.cli.conftest import harness_in
from tests.language.editors_reading import as_an_editor_reads
from tests.pages import serving

HOME = """<!doctype html><html lang=en-GB>
<title>Frisch seit neunzehnhundertzwölf | Blumen &amp; "Co"</title><p>Rosen 9,99 €</p>
<h1 hidden>Unsichtbar</h1><h2>Neu</h2><h2>Neu</h2><h2>Frisch: heute's Blumen #1</h2></html>"""


NO_ADDRESS = (
    '"shop.example" is not an address. Write it like https://shop.example, or "demo" for the embedded shop.\n'
)


@pytest.fixture(scope="module")
def shop() -> Iterator[str]:
    with serving({"/": HOME}) as site:
        yield site.address


@pytest.fixture(scope="module")
def set_up(tmp_path_factory: pytest.TempPathFactory, shop: str) -> Path:
    """A folder that several tests look at, and none changes."""
    folder = tmp_path_factory.mktemp("set-up")
    done = harness_in(folder)("init", "--address", f"{shop}/")
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def folder(set_up: Path, tmp_path: Path) -> Path:
    return shutil.copytree(set_up, tmp_path / "folder")


def test_what_was_set_up_passes_on_the_home_page(folder: Path) -> None:
    done = harness_in(folder)("run", "--report", "none")

    assert done.returncode == 0, done.stdout
    assert done.stdout.count("✓ Open the home page") == 2


def test_it_knows_what_the_page_says_of_itself(folder: Path, shop: str) -> None:
    site = (folder / "journeys" / "site.yaml").read_text("utf-8")

    assert 'name: "Blumen & \\"Co\\""' in site
    assert f"\n  address: {shop}\n" in site
    assert "locale: en-GB\nmoney: EUR\n" in site
    journey = (folder / "journeys/find/open-the-home-page.yaml").read_text("utf-8")
    assert """- 'heading "Frisch: heute''s Blumen #1"'""" in journey


def test_files_that_are_there_stay_as_they_are(tmp_path: Path, shop: str) -> None:
    (tmp_path / "conftest.py").write_text("MINE = True\n")
    (tmp_path / ".gitignore").write_text("mine\nreports/*")

    done = harness_in(tmp_path)("init", "--address", shop, "--no-look")

    assert "· conftest.py  was there, stays as it is\n" in done.stdout
    assert (tmp_path / "conftest.py").read_text() == "MINE = True\n"
    assert (tmp_path / ".gitignore").read_text().splitlines()[:4] == ["mine", "reports/*", ".env", ".venv/"]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ((), "the shop's address is missing. Type: harness init --address https://shop.example\n"),
        (("--address", "demo"), "the embedded shop has journeys of its own. Type: harness demo\n"),
        (("--address", "shop.example"), NO_ADDRESS),
        (
            ("--address", "https://shop.example", "--money", "eur"),
            'unknown currency "eur". Did you mean "EUR"?\n',
        ),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_written(
    tmp_path: Path, typed: tuple[str, ...], told: str
) -> None:
    done = harness_in(tmp_path)("init", *typed)

    assert (done.returncode, done.stderr) == (4, told)
    assert list(tmp_path.iterdir()) == []


def test_a_second_time_is_refused(folder: Path) -> None:
    done = harness_in(folder)("init", "--address", "https://shop.example")

    assert done.returncode == 4
    assert "journeys/site.yaml: is there already." in done.stderr


def test_a_shop_that_cannot_be_reached_gets_its_files_all_the_same(tmp_path: Path) -> None:
    done = harness_in(tmp_path)("init", "--address", "http://127.0.0.1:9", "--name", "Far away")

    assert done.returncode == 0
    assert "the home page could not be seen: " in done.stderr
    assert harness_in(tmp_path)("check").returncode == 0


def test_a_first_draft_has_no_mistakes_and_knows_its_folder(folder: Path) -> None:
    harness = harness_in(folder)

    done = harness("new", "journeys/buy/apply-a-code.yaml")
    again = harness("new", "journeys/buy/apply-a-code.yaml")
    odd = harness("new", "journeys/loose.yaml", "--title", "Loose: ends")

    assert done.returncode == odd.returncode == 0, odd.stderr
    assert "wrote journeys/buy/apply-a-code.yaml" in done.stdout
    assert again.returncode == 4
    assert harness("check").returncode == 0
    assert 'journey: "Loose: ends"\n' in (folder / "journeys/loose.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("language", "address", "locale", "currency"),
    [
        ("de", "https://blumen.example", "de-DE", "EUR"),
        ("de", "https://blumen.ch", "de-CH", "CHF"),
        ("en-GB", "https://shop.example", "en-GB", "GBP"),
        ("en", "https://shop.co.uk", "en-GB", "GBP"),
        ("sv", "https://shop.com", "sv-SE", "SEK"),
        ("", "https://shop.de", "", ""),
        ("klingon", "https://shop.example", "", ""),
    ],
)
def test_language_and_address_tell_country_and_currency(
    language: str, address: str, locale: str, currency: str
) -> None:
    assert likely_locale(language, address) == locale
    assert likely_currency(locale) == currency


def test_editors_get_a_schema_for_every_file_and_it_fits(folder: Path) -> None:
    settings = json.loads((folder / ".vscode/settings.json").read_text("utf-8"))
    extensions = json.loads((folder / ".vscode/extensions.json").read_text("utf-8"))

    fitting = {
        file.relative_to(folder).as_posix(): Draft7Validator(json.loads((folder / schema).read_text("utf-8")))
        for schema, patterns in settings["yaml.schemas"].items()
        for pattern in patterns
        for file in folder.glob(pattern)
    }
    assert sorted(fitting) == sorted(
        file.relative_to(folder).as_posix() for file in (folder / "journeys").rglob("*.yaml")
    )
    for file, validator in fitting.items():
        content = as_an_editor_reads((folder / file).read_text("utf-8"))
        assert [error.message for error in validator.iter_errors(content)] == [], file
    assert extensions == {"recommendations": ["redhat.vscode-yaml"]}


def test_settings_of_ones_own_editor_stay(tmp_path: Path) -> None:
    (tmp_path / ".vscode").mkdir()
    (tmp_path / ".vscode" / "settings.json").write_text("{}")

    done = harness_in(tmp_path)("init", "--address", "https://shop.example", "--no-look")

    assert "· .vscode/settings.json  was there, stays as it is\n" in done.stdout
    assert (tmp_path / ".vscode" / "settings.json").read_text() == "{}"

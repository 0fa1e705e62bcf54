"""What the code knows is in the reference: a key, verb or word that is added there fails here until it is."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from harness.demo.defects import DEFECTS
from harness.grammar.many import ROLE_OF
from harness.grammar.states import STATES
from harness.grammar.target import OTHER_WORDS, TARGET_WORDS
from harness.grammar.template import PREFIXES
from harness.judge import TURNS
from harness.language.files.business import BUSINESS_KEYS, TOUCHPOINT_TABLE
from harness.language.files.findings import FINDINGS_KEYS
from harness.language.files.ideal import IDEAL_KEYS
from harness.language.files.identification import IDENTIFY_KEYS
from harness.language.files.journey import JOURNEY_KEYS
from harness.language.files.limits import PAGE_LIMIT_KEYS, SITE_LIMIT_KEYS
from harness.language.files.matrix import MATRIX_KEYS
from harness.language.files.notify import CHANNEL_KEYS, NOTIFY_KEYS, ONLY_KEYS
from harness.language.files.part import PART_KEYS
from harness.language.files.personas import PERSONA_KEYS, PERSONAS_KEYS, SIGNED_IN_KEYS, SIGNS_IN_KEYS
from harness.language.files.safety import SAFETY_KEYS
from harness.language.files.site import INTERRUPTION_KEYS, SHOP_KEYS, SITE_KEYS
from harness.language.files.sites import SITES_KEYS
from harness.language.files.tickets import TICKETS_KEYS
from harness.language.files.treatment import PACE_KEYS
from harness.language.known.channels import KINDS as CHANNEL_KINDS
from harness.language.known.channels import OCCASIONS, SECURITIES, TICKET_FORMS
from harness.language.known.commitments import COMMITMENTS
from harness.language.known.networks import NETWORKS, Network
from harness.language.known.severities import SEVERITIES
from harness.language.known.stages import STAGES, TOUCHPOINT_OF_STAGE, TOUCHPOINTS
from harness.language.schema.markdown import reference
from harness.language.shapes.requests import EXPECT_KEYS, REQUEST_KEYS
from harness.language.shapes.spreads import FIGURE_TABLES
from harness.language.shapes.steps import STEP_KEYS, USE_KEYS
from harness.language.shapes.table import Key
from harness.record import Budgets, PageView
from harness.values.checks import WORDS
from harness.values.counting import MANY_WORDS
from harness.values.durations import UNITS_MS, duration_ms
from harness.values.sizes import UNITS_BYTES
from harness.verbs import VERBS

from .examples import CHECKOUT

JOURNEYS = CHECKOUT / "docs/journeys.md"
COST = CHECKOUT / "docs/cost.md"
VERDICTS = CHECKOUT / "docs/verdicts.md"
PAGE_FIGURES = CHECKOUT / "docs/page-figures.md"
KEYS: Mapping[str, tuple[Key[Any], ...]] = {
    "### A journey": (*JOURNEY_KEYS, *MATRIX_KEYS),
    "### A step": (*STEP_KEYS, *USE_KEYS),
    "### A part": PART_KEYS,
    "### The site file": (
        *(*SITE_KEYS, *SITES_KEYS),
        *(*SHOP_KEYS, *INTERRUPTION_KEYS),
        *(*NOTIFY_KEYS, *CHANNEL_KEYS, *ONLY_KEYS, *TICKETS_KEYS),
        *(*SAFETY_KEYS, *IDENTIFY_KEYS, *PACE_KEYS, *FINDINGS_KEYS),
    ),
    "### Ideal": IDEAL_KEYS,
    "### Requests": (*REQUEST_KEYS, *EXPECT_KEYS),
    "### Limits": (*SITE_LIMIT_KEYS, *PAGE_LIMIT_KEYS),
    "### The personas file": (*PERSONAS_KEYS, *PERSONA_KEYS, *SIGNS_IN_KEYS, *SIGNED_IN_KEYS),
}
OF_EVERY_PAGE = {"url", "title", "soft", "cause", "started_ms", "missing"}
TABLES = {
    "## Verbs": VERBS,
    "## Checks on a value": WORDS,
    "## How many, and in which order": MANY_WORDS,
    "### A journey": TOUCHPOINT_OF_STAGE,
}
MENTIONED = {
    "#### Stages and touchpoints": (*STAGES, *TOUCHPOINTS),
    "#### Commitments": COMMITMENTS,
    "### A journey": SEVERITIES,
    "#### Telling people": (*CHANNEL_KINDS, *OCCASIONS, *SECURITIES, *TICKET_FORMS),
    "## Targets": (*sorted(TARGET_WORDS), *sorted(OTHER_WORDS)),
    "## How many, and in which order": tuple(ROLE_OF),
    "## States and links": tuple(STATES),
    "## Durations": tuple(UNITS_MS),
    "### Limits": tuple(UNITS_BYTES),
}


def section(document: Path, heading: str) -> str:
    """Return what stands below a heading, down to the next one that is not below it."""
    level = heading.partition(" ")[0]
    lines = document.read_text(encoding="utf-8").splitlines()
    start = lines.index(heading) + 1
    ends = [
        n for n in range(start, len(lines)) if lines[n].startswith("#") and lines[n].index(" ") <= len(level)
    ]
    ends = [n for n in ends if set(lines[n].partition(" ")[0]) == {"#"} and not _in_fence(lines, n)]
    return "\n".join(lines[start : ends[0] if ends else None])


def _in_fence(lines: list[str], number: int) -> bool:
    return sum(line.startswith("```") for line in lines[:number]) % 2 == 1


def rows_of(document: Path, heading: str) -> list[list[str]]:
    """Return the cells of every table row below a heading."""
    lines = section(document, heading).splitlines()
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("|")]


@pytest.mark.parametrize(
    ("heading", "key"), [(heading, key.name) for heading, keys in KEYS.items() for key in keys]
)
def test_every_key_has_a_row(heading: str, key: str) -> None:
    first_cells = {row[0] for row in rows_of(JOURNEYS, heading)}
    assert f"`{key}`" in first_cells


def test_every_key_of_the_business_file_has_a_row_and_no_row_shows_another() -> None:
    keys = (*BUSINESS_KEYS, *TOUCHPOINT_TABLE.keys, *FIGURE_TABLES["share"].keys)
    told = {word for row in rows_of(COST, "## The business file") for word in row[0].split(", ")}
    assert {f"`{key.name}`" for key in keys} == {word for word in told if word.startswith("`")}


def test_no_row_shows_a_key_that_is_none() -> None:
    known = (
        {key.name for keys in KEYS.values() for key in keys} | set(STAGES) | set(COMMITMENTS) | set(NETWORKS)
    )
    shown = {
        row[0].strip("`") for heading in KEYS for row in rows_of(JOURNEYS, heading) if row[0].startswith("`")
    }
    assert shown - known == set()


@pytest.mark.parametrize(("heading", "word"), [(h, word) for h, words in TABLES.items() for word in words])
def test_every_verb_check_and_stage_has_a_row(heading: str, word: str) -> None:
    assert f"`{word}`" in {row[0] for row in rows_of(JOURNEYS, heading)}


@pytest.mark.parametrize(("heading", "word"), [(h, word) for h, words in MENTIONED.items() for word in words])
def test_every_known_word_is_named(heading: str, word: str) -> None:
    assert f"`{word}`" in section(JOURNEYS, heading)


def test_a_stage_is_shown_with_its_touchpoint() -> None:
    rows = rows_of(JOURNEYS, "#### Stages and touchpoints")
    assert {row[0].strip("`"): row[1] for row in rows if row[0].startswith("`")} == TOUCHPOINT_OF_STAGE


@pytest.mark.parametrize("name", NETWORKS)
def test_a_network_is_shown_with_its_figures(name: str) -> None:
    (shown,) = (row for row in rows_of(JOURNEYS, "### The personas file") if row[0] == f"`{name}`")
    assert shown[1:] == _figures(NETWORKS[name])


def _figures(network: Network | None) -> list[str]:
    if network is None:
        return ["as this machine has it", "", "", ""]
    rates = (f"{kbit_s:,} kbit/s" for kbit_s in (network.down_kbit_s, network.up_kbit_s))
    return [f"{network.latency_ms} ms", *rates, str(network.cpu_slowdown)]


@pytest.mark.parametrize("figure", sorted(set(PageView.model_fields) - OF_EVERY_PAGE))
def test_every_figure_of_a_page_has_a_row(figure: str) -> None:
    assert any(f"`{figure}`" in row[1] for row in rows_of(PAGE_FIGURES, "## Each figure"))


def test_the_default_of_each_limit_is_shown() -> None:
    shown = {row[0].strip("`"): row[2] for row in rows_of(JOURNEYS, "### Limits")}
    budgets = Budgets()
    for key, limit in {"LCP": budgets.lcp_ms, "load": budgets.load_ms, "INP": budgets.inp_ms}.items():
        assert duration_ms(shown[key]) == limit
    assert (duration_ms(shown["step"]), float(shown["CLS"])) == (budgets.step_ms, budgets.cls)
    unlimited = (budgets.journey_ms, budgets.weight_bytes, budgets.requests)
    assert unlimited == (None, None, None)
    assert {shown[key] for key in ("journey", "weight", "requests")} == {"no limit"}


@pytest.mark.parametrize("check", WORDS.values(), ids=lambda check: check.name)
def test_a_check_is_shown_with_what_it_takes(check: object) -> None:
    rows = {row[0].strip("`"): row[2] for row in rows_of(JOURNEYS, "## Checks on a value")}
    assert rows[getattr(check, "name")] == getattr(check, "takes")  # noqa: B009 -- parametrized


@pytest.mark.parametrize("prefix", PREFIXES)
def test_every_prefix_of_a_value_is_named(prefix: str) -> None:
    assert f"`${{{prefix}." in section(JOURNEYS, "## Values")


@pytest.mark.parametrize("verdict", TURNS)
def test_a_verdict_is_shown_with_what_follows_from_it(verdict: str) -> None:
    turn = next(turn for known, turn in TURNS.items() if known == verdict)
    (row,) = (
        row for row in rows_of(VERDICTS, "# Verdicts, exit codes, thresholds") if row[0] == f"`{verdict}`"
    )
    _, _, party, _, allure, outcome, code = row
    assert party == turn.party.value
    assert allure.startswith(turn.allure_status)
    assert turn.category is None or f'"{turn.category}"' in allure
    assert (outcome, code) == (turn.pytest_outcome, str(turn.exit_code))


@pytest.mark.parametrize("defect", DEFECTS)
def test_every_defect_of_the_embedded_shop_has_a_row(defect: str) -> None:
    rows = {row[0]: row[1] for row in rows_of(VERDICTS, "## The defects of the embedded shop")}
    assert rows[f"`{defect}`"].rstrip(".") in DEFECTS[defect]


def test_the_reference_is_what_the_code_says() -> None:
    written = (CHECKOUT / "docs/reference.md").read_text(encoding="utf-8")

    assert written == reference(), "write it again: harness reference > docs/reference.md"

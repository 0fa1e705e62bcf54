"""The page speaks the reader's language."""

import ast
import re
from html import unescape
from pathlib import Path
from typing import get_args

import pytest

from harness.judge import FindingKind, Verdict, judge
from harness.record import PageHealth, TroubleKind
from harness.reports.cx import words
from harness.reports.cx.page import render
from harness.reports.cx.unproven import KINDS
from harness.reports.cx.words import (
    advice,
    counted,
    effort,
    experiences,
    journey,
    journey_labels,
    labels,
    money,
    nights,
    sentences,
    speech,
    whole_run,
)

from . import records as made
from . import stories

PLAIN_ENGLISH = 60
MODULES = (
    *(advice, counted, effort, experiences, journey, journey_labels, labels),
    *(money, nights, sentences, speech, whole_run),
)
TECHNICAL = (
    *(
        "selector",
        "locator",
        "assert",
        "timeout",
        "http ",
        "status code",
        "dom ",
        "exception",
        "stack",
        "null",
    ),
    *(
        "json",
        "traceback",
        "element",
        "request",
        "xpath",
        "playwright",
        "pytest",
        "viewport",
        "regex",
    ),
)


def technical_words_in(text: str) -> list[str]:
    padded = f"{text.casefold()} "
    return [word for word in TECHNICAL if word in padded]


def reading_ease(lines: list[str]) -> float:
    """Return Flesch's reading ease: 60 to 70 is plain English (Flesch, The Art of Readable Writing, 1949)."""
    words_in = [word for line in lines for word in re.findall(r"[A-Za-z']+", line)]
    syllables = sum(
        max(1, len(re.findall(r"[aeiouy]+", re.sub(r"e$", "", word.lower())))) for word in words_in
    )
    return 206.835 - 1.015 * len(words_in) / len(lines) - 84.6 * syllables / len(words_in)


def sentences_of(module: Path) -> list[str]:
    """Return the texts of a module, without its docstrings."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    statements = [node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)]
    docs = {id(value) for value in statements if isinstance(value, ast.Constant)}
    texts = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in docs]
    return [node.value for node in texts if isinstance(node.value, str)]


def test_the_catalogue_has_no_technical_words() -> None:
    for module in MODULES:
        found = [text for text in sentences_of(Path(module.__file__ or "")) if technical_words_in(text)]
        assert found == []


def test_a_page_has_no_technical_words_though_the_record_does() -> None:
    judged = made.mixed()
    page = render(made.run(judged, faulty_files=(made.FAULTY,)), judged, files=set(), allure="")
    body = page.partition("<body>")[2]
    assert technical_words_in(body) == []


def test_a_page_is_easy_to_read() -> None:
    judged, priced = made.mixed(), stories.background(number_12=stories.PRICE)
    page = render(made.run(judged), judged, background=priced, files=set(), allure="")
    body = page.partition("<main>")[2].partition("<code>")[0]
    pieces = re.split(r"<(?:h[123]|p|li|dt|dd|figcaption)\b[^>]*>", body)
    lines = [unescape(re.sub(r"<[^>]+>", "", piece)).strip() for piece in pieces]
    told = [line for line in lines if len(line.split()) >= 4]
    assert len(told) > 40
    assert reading_ease(told) >= PLAIN_ENGLISH


def test_no_template_has_words_of_its_own() -> None:
    for template in (Path(words.__file__).parents[1] / "templates").rglob("*.j2"):
        text = template.read_text(encoding="utf-8")
        for sentence in ("Stopped", "Works", "customer", "Nobody"):
            assert sentence not in text, f"{template.name} says {sentence!r}: move it to words.py"


@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_has_words(verdict: Verdict) -> None:
    assert labels.VERDICTS[verdict]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_unproven_has_words(kind: FindingKind) -> None:
    assert sentences.unproven_kind(kind, 2).startswith("2 walks")


@pytest.mark.parametrize(
    ("duration_ms", "said"),
    [
        (0, "under 0.1 seconds"),
        (49, "under 0.1 seconds"),
        (400, "0.4 seconds"),
        (1000, "1 second"),
        (3000, "3 seconds"),
        (4149, "4.1 seconds"),
        (59_940, "59.9 seconds"),
        (59_960, "1 minute"),
        (65_000, "1 minute 5 seconds"),
        (120_000, "2 minutes"),
        (3_600_000, "1 hour"),
        (7_380_000, "2 hours 3 minutes"),
    ],
)
def test_durations_are_said_as_people_say_them(duration_ms: int, said: str) -> None:
    assert speech.human_time(duration_ms) == said


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a and b"),
        (["a", "b", "c"], "a, b and c"),
        (list("abcdefgh"), "a, b, c, d, e, f and 2 more"),
    ],
)
def test_lists_are_said_as_people_say_them(names: list[str], said: str) -> None:
    assert speech.listed(names) == said


def test_friction_is_counted_in_words() -> None:
    said = sentences.hassle("Newsletter popup came up.", 6, 3000)
    assert said == "Newsletter popup came up (6 times, 3 seconds of the customer's time)."


def test_braces_in_a_sites_words_are_only_words() -> None:
    said = sentences.hassle('The site showed an error: "{times} {oops}".', 1, 0)
    assert said == 'The site showed an error: "{times} {oops}".'


@pytest.mark.parametrize("kind", get_args(TroubleKind))
def test_what_the_judge_says_of_any_trouble_reads_without_technical_words(kind: TroubleKind) -> None:
    visit, _ = made.broken()
    step = visit.steps[2]
    assert step.trouble
    trouble = step.trouble.model_copy(
        update={"kind": kind, "target": "Apply", "seen": "500" if kind == "error page" else None}
    )
    failed = step.model_copy(update={"trouble": trouble})
    walked = visit.model_copy(update={"steps": (*visit.steps[:2], failed, visit.steps[3])})
    judged = [(walked, judge(walked))]
    page = render(made.run(judged), judged, files=set(), allure="")
    assert technical_words_in(page.partition("<body>")[2]) == []
    assert "Everything customers tried worked." not in page


def test_a_letter_to_operations_stands_on_the_page_and_a_log_does_not() -> None:
    visit, _ = made.broken()
    step = visit.steps[2]
    assert step.trouble
    for kind, title, letter in (
        ("check failed", "Just a moment...", "Please let our mystery shopper in at"),
        ("harness fault", "", "Please let"),
    ):
        health = PageHealth(url="https://linden.example/", title=title, status=403)
        trouble = step.trouble.model_copy(update={"kind": kind, "health": health, "seen": None})
        failed = step.model_copy(update={"trouble": trouble})
        walked = visit.model_copy(update={"steps": (*visit.steps[:2], failed, visit.steps[3])})
        judged = [(walked, judge(walked))]
        page = render(made.run(judged), judged, files=set(), allure="")
        assert (letter in page) == (kind == "check failed")

"""A journey is tried out by its author: it stops where it fails, she mends the file, and it goes on."""

from pathlib import Path

import pytest

from tests.cli.conftest import IMPATIENT, Harness, environment
from tests.terminal import Terminal

PART = """\
part: Use a code
needs: [code]
steps:
  - step: Look at the basket
    do:
      - open: /basket
      - remember: {total: Order total}
    see:
      - heading "Your basket"
  - step: Type the code
    do:
      - fill: {Promo cod: "${code}"}
      - click: Apply
    see:
      - Order total: {less than: "${total}"}
"""
JOURNEY = """\
journey: Pay less
owner: checkout-team
commits: cart
for each:
  - {code: SAVE10}
  - {code: WELCOME}
steps:
  - step: Put a shirt in the basket
    do:
      - open: /product/blue-shirt
      - choose: {Size: M}
      - click: Add to basket
    see:
      - heading "Your basket"
  - use: Use a code
    with: {code: "${code}"}
"""
TRY = ("try", "journeys/buy/pay-less.yaml", "--headless")
QUESTION = "q: end"


@pytest.fixture
def part(project: Path) -> Path:
    """The file in which a step fails: it says `Promo cod`."""
    (project / "conftest.py").write_text(IMPATIENT.replace("500", "3000"))  # what is there comes in time
    (project / "journeys" / "buy").mkdir()
    (project / "journeys" / "buy" / "pay-less.yaml").write_text(JOURNEY)
    (project / "journeys" / "parts").mkdir()
    part = project / "journeys" / "parts" / "use-a-code.yaml"
    part.write_text(PART)
    return part


def plain_terminal(folder: Path, *arguments: str) -> Terminal:
    return Terminal(folder, *arguments, environ=environment(NO_COLOR="1", TERM="dumb"))


def test_a_step_that_fails_is_mended_and_walked_on_from_there(project: Path, part: Path) -> None:
    terminal = plain_terminal(project, *TRY, "--row", "WELCOME")

    failed = terminal.shows(QUESTION)
    part.write_text(PART.replace("Promo cod:", "Promo code:").replace("click:", "clik:"))
    terminal.types()
    refused = terminal.shows(QUESTION)
    part.write_text(PART.replace("Promo cod:", "Promo code:"))
    terminal.types()
    code, went_on = terminal.ends()

    assert "This is welcome-laptop" in failed
    assert " 1. Put a shirt in the basket  ✓\n 2. Look at the basket  ✓\n 3. Type the code  ✗\n" in failed
    assert '"Promo cod" is not on the page any more. In its place: field "Promo code".' in failed
    assert "\nTo fill\n  Promo code\n" in failed
    assert 'use-a-code.yaml:13:9: unknown verb "clik". Did you mean "click"?' in refused
    assert " 1. " not in went_on
    assert " 3. Type the code  ✓\n" in went_on
    assert "✓ Pay less · WELCOME · laptop" in went_on
    assert code == 0
    assert not (project / "reports").exists()
    assert not (project / ".pytest_cache").exists()


def test_from_a_step_on_it_waits_and_tells_what_it_will_do(project: Path, part: Path) -> None:
    terminal = plain_terminal(project, *TRY, "--from", "Look at the basket")

    waiting = terminal.shows(QUESTION)
    terminal.types("t")
    listed = terminal.shows(QUESTION)
    terminal.types("b")
    from_the_beginning = terminal.shows(QUESTION)
    terminal.presses_ctrl_c()
    code, ending = terminal.ends()

    assert (
        ' 2. Look at the basket\n    Opens /basket.\n    Keeps "Order total" in mind as [total].\n' in waiting
    )
    assert "\nTo click\n  Skip to content\n" in listed
    assert "\n  Order total: $" in listed
    assert "\nFrom the beginning:\n 1. Put a shirt in the basket  ✓\n" in from_the_beginning
    assert "Traceback" not in ending
    assert code == 5, "nothing had failed, and nothing was proven"


def test_without_a_terminal_nothing_is_asked_and_it_ends_as_a_run_does(harness: Harness, part: Path) -> None:
    done = harness(*TRY)

    assert done.returncode == 4
    assert " 3. Type the code  ✗\n" in done.stdout
    assert "\nTo fill\n  Promo code\n" in done.stdout
    assert QUESTION not in done.stdout
    assert done.stderr == ""


NO_SCREEN = "there is no screen to show a window on. Say --headless, or use xvfb-run."


@pytest.mark.parametrize(
    ("typed", "code", "told"),
    [
        ("--headed", 3, NO_SCREEN),
        ("--from=Type the cod", 4, 'unknown step "Type the cod". Did you mean "Type the code"?'),
        ("--persona=phne", 4, '"phne" does not walk this journey. Known: laptop.'),
        ("--row=WELCOM", 4, 'no row of this journey has "WELCOM". Did you mean "WELCOME"?'),
    ],
)
@pytest.mark.usefixtures("part")
def test_what_cannot_be_tried_is_told(harness: Harness, typed: str, code: int, told: str) -> None:
    done = harness(*TRY[:2], typed, DISPLAY="", WAYLAND_DISPLAY="")

    assert (done.returncode, done.stderr) == (code, f"{told}\n")


MESSAGE = """\
journey: Ask a question
owner: service-team
commits: message
steps:
  - step: Write to the shop
    commits: message
    do:
      - open: /contact
      - fill:
          Name: Pat Doe
          E-mail address: pat.doe@mystery.example
          Message: "Do the hiking boots run large? (${visit.marker})"
      - choose: {Topic: A product}
      - click: Send message
    see:
      - heading "We never received it"
"""


def test_what_was_sent_is_not_sent_again_unless_it_is_said_twice(project: Path) -> None:
    (project / "journeys" / "find" / "ask.yaml").write_text(MESSAGE)
    terminal = plain_terminal(project, "try", "journeys/find/ask.yaml", "--headless")

    terminal.shows(QUESTION)
    terminal.types()
    warned = terminal.shows("type: again\n> ")
    terminal.types()
    asked_anew = terminal.shows(QUESTION)
    terminal.types("q")
    code, _ = terminal.ends()

    assert '"Write to the shop" has committed already (message).' in warned
    assert " 1. Write" not in warned + asked_anew
    assert code in {1, 4}, "the journey is wrong, and its verdict is the judge's"

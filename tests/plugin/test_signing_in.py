"""Signed in once for many visits; anew when the shop has forgotten; and nobody tries again what failed."""

import re
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest

from harness.demo.journeys_root import journeys_root
from harness.demo.process import DemoShop
from harness.judge import Verdict
from harness.shopper.secrets import MASK

from .project import Outcome, Project

PERSONAS = """
personas:
  loyal:
    who: A loyal customer
    signs in:
      use: Sign in
      with: {email: loyal@northfold.example, password: "${secret.NORTHFOLD_PASSWORD}"}
      signed in when: {open: /account, see: heading "My account"}
  guest:
    who: A guest
"""
ORDERS = """
journey: See my orders {number}
steps:
  - step: Open my orders
    do:
      - open: /account/orders
    see:
      - row "Delivered"
"""
AS_A_GUEST = """
journey: Be asked who I am
personas: [guest]
steps:
  - step: Open my orders
    do:
      - open: /account/orders
    see:
      - heading "Sign in"
"""
SIGN_OUT = """
journey: Sign out
steps:
  - step: Sign out
    do:
      - open: /account
      - click: Sign out
    see:
      - heading "Made for the walk home"
"""
SALE = """
journey: Find the sale
steps:
  - step: Look for the sale
    do:
      - open: /account
    see:
      - Everything at half price
"""
RIGHT, WRONG = {"NORTHFOLD_PASSWORD": "evergreen-42"}, {"NORTHFOLD_PASSWORD": "winter-4711"}


@pytest.fixture(scope="module")
def shop() -> Iterator[DemoShop]:
    with DemoShop.start() as running:
        yield running


@pytest.fixture(scope="module")
def project(shop: DemoShop, tmp_path_factory: pytest.TempPathFactory) -> Project:
    banner = '[{interruption: Cookie banner, appears: region "Cookies", click: Only necessary}]'
    files = {
        "journeys/personas.yaml": PERSONAS,
        "journeys/parts/sign-in.yaml": (journeys_root() / "parts/sign-in.yaml").read_text(encoding="utf-8"),
        "journeys/find/guest.yaml": AS_A_GUEST,
        "journeys/find/orders-1.yaml": ORDERS.format(number=1),
        "journeys/find/orders-2.yaml": ORDERS.format(number=2),
        "journeys/find/orders-3.yaml": ORDERS.format(number=3),
    }
    return Project.of(
        tmp_path_factory.mktemp("signing-in"), shop.address, files, patience_ms=1500, interruptions=banner
    )


def test_a_sign_in_that_fails_is_told_at_its_step_and_not_tried_for_each_visit(
    project: Project, shop: DemoShop
) -> None:
    done = project.run("journeys", "-k", "orders", environ=WRONG)

    assert done.code == 1, done.text
    assert "Also stops: 2 more journeys: See my orders 2 and See my orders 3." in done.text
    first, second, third = (done.visits[f"find/orders-{number}"] for number in (1, 2, 3))
    assert first.again
    assert not second.again
    for visit in (first, second, third):
        assert [(step.name, step.outcome) for step in visit.steps] == [
            ("Sign in", "failed"),
            ("Be signed in", "not reached"),
            ("Open my orders", "not reached"),
        ]
        (finding, *_) = done.judgement(visit.id).findings
        assert (finding.verdict, finding.place) == (Verdict.BROKEN, "journeys/parts/sign-in.yaml:12")
    assert shop.counts().sign_ins == 0


@pytest.fixture(scope="module")
def signed_in(project: Project) -> Outcome:
    """Three visits, one that signs out, and one more, which fails and so is walked again with a trace."""
    project.write({"journeys/find/sign-out.yaml": SIGN_OUT, "journeys/find/x-sale.yaml": SALE})
    return project.run("journeys", "--evidence=har", "--report=none", environ=RIGHT)


def test_many_visits_need_one_sign_in_and_one_more_once_the_shop_has_forgotten(
    signed_in: Outcome, shop: DemoShop
) -> None:
    assert "1 failed, 5 passed" in signed_in.text, signed_in.text
    assert shop.counts().sign_ins == 2
    assert [step.name for step in signed_in.visits["find/orders-1"].steps] == ["Open my orders"]
    assert [step.name for step in signed_in.visits["find/x-sale"].steps] == ["Look for the sale"]


def test_a_session_is_in_no_file(signed_in: Outcome) -> None:
    written = b"".join(_contents(signed_in.run.path))

    cookies = re.findall(rb'"name":\s*"(?:session|(?:[Ss]et-)?[Cc]ookie)",\s*"value":\s*"([^"]*)"', written)
    assert set(cookies) == {MASK.encode()}
    assert b'"storageState"' not in written
    assert RIGHT["NORTHFOLD_PASSWORD"].encode() not in written


def _contents(folder: Path) -> Iterator[bytes]:
    for file in (path for path in folder.rglob("*") if path.is_file()):
        if file.suffix == ".zip":
            with ZipFile(file) as archive:
                yield from (archive.read(name) for name in archive.namelist())
        else:
            yield file.read_bytes()

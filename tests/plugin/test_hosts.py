"""Only the hosts of the site are contacted: what leads elsewhere reaches nobody."""

from collections.abc import Iterator

import pytest

from .project import BARE, Outcome, Project
from .tiny_shop import TinyShop, serving

OPEN = """
journey: Go to the partner
data: {{partner: "{elsewhere}/"}}
steps:
  - step: Open the partner's page
    do:
      - open: ${{partner}}
    see:
      - heading "Tiny shop"
"""
CLICK = """
journey: Follow the link
steps:
  - step: Open the list
    do:
      - open: /away
    see:
      - heading "Partners"
  - step: Follow the link
    do:
      - click: Our partner
    see:
      - heading "Tiny shop"
"""


@pytest.fixture(scope="module", params=["localhost", pytest.param("127.0.0.2", marks=pytest.mark.long)])
def elsewhere(request: pytest.FixtureRequest) -> Iterator[TinyShop]:
    with serving(TinyShop(request.param)) as other:
        yield other


@pytest.fixture(scope="module")
def shop(elsewhere: TinyShop) -> Iterator[TinyShop]:
    with serving(TinyShop(elsewhere=elsewhere.address)) as shop:
        yield shop


@pytest.fixture(scope="module")
def project(shop: TinyShop, elsewhere: TinyShop, tmp_path_factory: pytest.TempPathFactory) -> Project:
    files = {
        "journeys/find/open.yaml": OPEN.format(elsewhere=elsewhere.address),
        "journeys/find/click.yaml": CLICK,
    }
    return Project.of(tmp_path_factory.mktemp("project"), shop.address, files)


@pytest.fixture(scope="module")
def outcome(project: Project) -> Outcome:
    return project.run("journeys")


def test_another_host_is_never_reached(outcome: Outcome, shop: TinyShop, elsewhere: TinyShop) -> None:
    assert shop.asked["GET /away"] == 2  # and once more, for evidence
    assert not elsewhere.asked


def test_it_is_the_authors_turn_and_the_host_is_named(outcome: Outcome, elsewhere: TinyShop) -> None:
    assert outcome.code == 4, outcome.text
    assert outcome.text.count("Whose turn: author.") == 2
    assert outcome.text.count(f"The journey leads to {elsewhere.address}/, which is not a host") == 2


def test_a_host_that_the_site_lists_is_reached(shop: TinyShop, elsewhere: TinyShop, project: Project) -> None:
    host = elsewhere.address.removeprefix("http://").partition(":")[0]
    project.write({"journeys/site.yaml": f"site: {{name: T, address: '{shop.address}', hosts: [{host}]}}\n"})

    assert project.run("journeys/find/click.yaml", *BARE).code == 0
    assert elsewhere.asked["GET /"] == 1

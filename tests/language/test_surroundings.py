import os
from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pytest

from harness.grammar.target import parse_target
from harness.language.known.stages import STAGES, TOUCHPOINTS
from harness.language.limits import Limits, PageLimits, PersonaLimits, SiteLimits, SlowWhen
from harness.language.model import Interruption, Persona, Place
from harness.language.project import find_root, load_journey, load_project, load_surroundings, surroundings_of
from harness.language.safety import Caps, ContactHours, Identification, Pace, Safety
from harness.values.model import Money

from .cases import SURROUNDINGS, TESTS, folder_with

LOOK = "journey: Look\nsteps:\n  - step: Look\n    see: Welcome\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A journeys folder that holds only a site file."""
    folder = tmp_path / "journeys"
    folder.mkdir()
    (folder / "site.yaml").write_text("site: https://Shop.example/\n", encoding="utf-8")
    return folder


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_site_file_reaches_the_model() -> None:
    site = load_surroundings(SURROUNDINGS).site

    assert site
    assert (site.name, site.address, site.hosts) == ("Northfold", "demo", ("cdn.shop.example",))
    assert (site.locale, site.currency, site.timezone) == ("en-US", "USD", "America/New_York")
    assert site.shopper == {"email": "pat@example.org", "name": "Pat Doe"}
    assert site.env == ("SHOP_REGION",)
    assert site.names["Order total"] == parse_target('testid "order-total"')
    assert site.interruptions == (
        Interruption(
            "Cookie banner",
            parse_target('region "Cookies"'),
            parse_target("Accept all"),
            Place("surroundings/site.yaml", 11, 5),
        ),
    )
    assert site.limits == SiteLimits(
        everywhere=Limits(
            lcp_ms=2500,
            load_ms=4000,
            inp_ms=200,
            cls=0.1,
            step_ms=10_000,
            journey_ms=60_000,
            weight_bytes=2_000_000,
            requests=80,
        ),
        stages={"buy": Limits(step_ms=5000)},
        pages=(
            PageLimits("/product/*", Limits(load_ms=3000, weight_bytes=1_500_000)),
            PageLimits("Your basket*", Limits(lcp_ms=1800)),
        ),
        slow_when=SlowWhen(3, 5),
    )
    assert site.safety.harmless == ("Send me the newsletter",)


SEVERAL = """
locale: en-US
money: USD
default site: live
shopper: {email: pat@example.org, city: Portland}
env: [SHOP_REGION]
names: {Order total: testid "order-total", the basket: link "Basket"}
interruptions:
  - {interruption: Cookie banner, appears: region "Cookies", click: Accept all}
limits: {LCP: 2.5s, step: 10s, pages: [{page: /product/*, load: 3s}]}
sites:
  staging:
    site: {address: https://staging.shop.example, name: Northfold before release}
    money: EUR
    shopper: {email: tester@example.org}
    env: [SHOP_BRANCH]
    names: {the basket: link "Cart"}
    interruptions:
      - {interruption: Cookie banner, appears: dialog "Cookies", click: Close}
      - {interruption: Test banner, appears: text "Test", click: Close}
    limits: {step: 20s, pages: [{page: /product/*, load: 9s}]}
    data: {shirt: blue-shirt}
  live: https://shop.example
"""


def test_each_of_several_sites_adds_its_own_to_what_stands_above_all(root: Path) -> None:
    write(root / "site.yaml", SEVERAL)

    surroundings = load_surroundings(root)

    assert surroundings.problems == ()
    live, staging = surroundings.sites.values()
    assert (surroundings.site, live.id, live.name) == (live, "live", "live")
    assert (staging.id, staging.name) == ("staging", "Northfold before release")
    assert (live.currency, staging.currency) == ("USD", "EUR")
    assert staging.shopper == {"email": "tester@example.org", "city": "Portland"}
    assert staging.env == ("SHOP_REGION", "SHOP_BRANCH")
    assert [name.text for name in staging.names.values()] == ['testid "order-total"', 'link "Cart"']
    assert [(each.name, each.appears.text) for each in staging.interruptions] == [
        ("Cookie banner", 'dialog "Cookies"'),
        ("Test banner", 'text "Test"'),
    ]
    assert (staging.limits.everywhere.lcp_ms, staging.limits.everywhere.step_ms) == (2500, 20_000)
    assert [each.limits.load_ms for each in staging.limits.pages] == [9000, 3000]
    assert (staging.data, live.data) == ({"shirt": "blue-shirt"}, {})


SAFE = """
site: demo
money: USD
safety:
  harmless: [Send to a friend]
  committing: [Zur Kasse und zahlen]
  allow: {nightly: order, weekly: [order, return]}
  orders per day: 2
  money per day: $120.00
  people are contacted: Mon-Fri 09:00-17:00, Sat-Mon 10:00-12:30
  kill switch: ops/STOP
  handled by the shop: [message]
third parties: block all
blocked: []
identify: {contact: qa@shop.example, header: {X-Shopper-Key: "${secret.SHOPPER_KEY}"}}
pace: {pause between actions: 500ms, visits at once: 2, page loads per minute: 60}
findings: {verified after: 5}
"""


def test_what_may_be_done_to_a_site_reaches_the_model(root: Path) -> None:
    write(root / "site.yaml", SAFE)

    surroundings = load_surroundings(root)

    assert surroundings.problems == ()
    site = surroundings.sites[""]
    assert site.safety == Safety(
        caps=Caps(orders_a_day=2, money_a_day=Money(Decimal(120), "USD")),
        harmless=("Send to a friend",),
        committing=("Zur Kasse und zahlen",),
        allow={"nightly": ("order",), "weekly": ("order", "return")},
        contact_hours=(
            ContactHours(frozenset({0, 1, 2, 3, 4}), time(9), time(17), "Mon-Fri 09:00-17:00"),
            ContactHours(frozenset({5, 6, 0}), time(10), time(12, 30), "Sat-Mon 10:00-12:30"),
        ),
        kill_switch="ops/STOP",
        handled=("message",),
    )
    assert (site.third_parties, site.blocked) == ("block all", ())
    assert site.identification == Identification("qa@shop.example", "X-Shopper-Key", "${secret.SHOPPER_KEY}")
    assert site.pace == Pace(500, 2, 60)
    assert site.verified_after == 5


def test_one_of_several_sites_may_be_treated_otherwise(root: Path) -> None:
    of_live = (
        "{site: demo, safety: {orders per day: 1, harmless: [Send]}, blocked: [], pace: {visits at once: 1}}"
    )
    write(root / "site.yaml", f"{SAFE.replace('site: demo', '')}sites: {{live: {of_live}}}\n")

    surroundings = load_surroundings(root)

    assert surroundings.problems == ()
    live = surroundings.sites["live"]
    assert live.safety.caps == Caps(orders_a_day=1, money_a_day=Money(Decimal(120), "USD"))
    assert live.safety.harmless == ("Send to a friend", "Send")
    assert (live.blocked, live.pace) == ((), Pace(500, 1, 60))


def test_caps_are_left_to_the_run_where_the_owner_names_none(root: Path) -> None:
    assert load_surroundings(root).sites[""].safety.caps is None


def test_a_site_may_be_only_its_address(root: Path) -> None:
    site = load_surroundings(root).site

    assert site
    assert (site.name, site.address) == ("shop.example", "https://Shop.example")


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("demo", "Demo shop"),
        ("http://localhost:8000", "localhost"),
        ("https://192.168.0.1", "192.168.0.1"),
        ("https://[::1]:8443/", "::1"),
    ],
)
def test_addresses_that_may_be_visited(root: Path, address: str, name: str) -> None:
    write(root / "site.yaml", f"site: {{address: '{address}'}}\n")

    surroundings = load_surroundings(root)

    assert surroundings.problems == ()
    assert surroundings.site
    assert surroundings.site.name == name


def test_personas_reach_the_model() -> None:
    personas = load_surroundings(SURROUNDINGS).personas

    assert personas["first-time-phone"] == Persona(
        id="first-time-phone",
        who="A first-time shopper on a slow phone",
        place=Place("surroundings/personas.yaml", 3, 5),
        device="Pixel 7",
        network="slow4g",
        share=0.35,
        limits=PersonaLimits(Limits(lcp_ms=4000), pages=(PageLimits("/product/*", Limits(lcp_ms=5000)),)),
        values={"size": "M"},
    )


def test_without_a_personas_file_there_is_one_shopper_on_a_laptop(root: Path) -> None:
    assert load_surroundings(root).personas == {"shopper": Persona("shopper", "A shopper on a laptop")}


def test_parts_reach_the_model() -> None:
    part = load_surroundings(SURROUNDINGS).parts["Sign in"]

    assert (part.needs, part.gives) == (("email", "password"), ("greeting",))
    assert len(part.steps) == 1


@pytest.mark.parametrize("stage", STAGES)
def test_the_folder_says_the_stage_and_the_stage_the_touchpoint(root: Path, stage: str) -> None:
    write(root / stage / "deep" / "look.yaml", LOOK)

    (journey,) = load_project(root).journeys

    assert (journey.id, journey.stage) == (f"{stage}/deep/look", stage)
    assert journey.touchpoint in TOUCHPOINTS


def test_a_journey_in_the_root_says_its_stage_itself(root: Path) -> None:
    write(root / "look.yaml", f"stage: find\n{LOOK}")

    (journey,) = load_project(root).journeys

    assert (journey.id, journey.stage) == ("look", "find")


def test_hidden_and_known_files_are_no_journeys(root: Path) -> None:
    for name in (
        ".hidden/business.yaml",
        ".hidden/look.yaml",
        "buy/.look.yaml",
        "notes.txt",
        "x.schema.json",
    ):
        write(root / name, "nonsense: true\n")
    write(root / "business.yaml", "margin: {is: 35%, source: Finance, as of: 2026-10-01}\n")
    write(root / "site.yaml", "site: demo\nmoney: USD\n")
    write(root / "buy" / "look.yaml", LOOK)

    project = load_project(root)

    assert [journey.id for journey in project.journeys] == ["buy/look"]
    assert project.problems == ()


def test_any_other_yaml_is_a_faulty_journey(root: Path) -> None:
    write(root / "buy" / "personas.yaml", "personas: {}\n")

    (problem, *_) = load_project(root).problems

    assert str(problem).startswith("journeys/buy/personas.yaml:1:1: ")


def test_the_root_is_the_nearest_folder_with_a_site_file(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = write(root / "buy" / "deep" / "look.yaml", LOOK)
    monkeypatch.chdir(root / "buy")

    assert find_root(file) == root
    assert find_root(file.parent) == root
    assert find_root(root) == root
    assert find_root(Path("deep")) == root
    assert find_root(root.parent) is None


def test_a_relative_root_is_the_same_as_an_absolute_one(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(root / "buy" / "look.yaml", "journey: Look\n")
    monkeypatch.chdir(root)

    project = load_project(Path())

    assert project.root == root
    assert [problem.place.file for problem in project.problems] == ["journeys/buy/look.yaml"]


def test_a_journey_is_found_by_its_path(tmp_path: Path) -> None:
    root = folder_with(TESTS / "good" / "smallest.yaml", tmp_path)
    project = load_project(root)

    assert project.journeys_by_path[root / "buy" / "smallest.yaml"].title == "Look at the home page"


def test_one_journey_can_be_loaded_alone(tmp_path: Path) -> None:
    root = folder_with(TESTS / "good" / "with-parts.yaml", tmp_path)
    path = root / "buy" / "with-parts.yaml"

    assert load_journey(path, surroundings_of(root)) == load_project(root).journeys_by_path[path]


def test_surroundings_are_read_again_only_when_a_file_has_changed(root: Path) -> None:
    first = surroundings_of(root)
    assert surroundings_of(root) is first

    write(root / "personas.yaml", "personas:\n  phone: {who: A shopper on a phone}\n")
    second = surroundings_of(root)
    assert list(second.personas) == ["phone"]

    part = write(root / "parts" / "look.yaml", LOOK.replace("journey", "part"))
    assert list(surroundings_of(root).parts) == ["Look"]

    os.utime(part, ns=(1, 1))
    assert surroundings_of(root) is not second


def test_a_folder_without_a_site_file_is_a_problem(tmp_path: Path) -> None:
    project = load_project(tmp_path)

    (problem,) = project.problems
    assert str(problem) == (
        f"{tmp_path.name}/site.yaml:1:1: the file cannot be opened: No such file or directory."
        " Check that it exists and may be read."
    )


def test_a_journey_in_a_faulty_folder_is_checked_without_the_site(root: Path) -> None:
    write(root / "site.yaml", "site: dmo\n")
    write(root / "buy" / "look.yaml", LOOK.replace("see:", "do:\n      - click: Place order\n    see:"))

    project = load_project(root)

    assert [problem.place.file for problem in project.problems] == ["journeys/site.yaml"]
    assert project.site is None
    assert [journey.title for journey in project.journeys] == ["Look"]


@pytest.mark.parametrize(("text", "cpu"), [("4x", 4), ("1x", 1), ("1.5x", 1.5), ("20x", 20)])
def test_a_device_is_so_many_times_slower(root: Path, text: str, cpu: float) -> None:
    write(root / "personas.yaml", f"personas:\n  phone: {{who: A shopper, cpu: {text}}}\n")

    assert load_surroundings(root).personas["phone"].cpu == cpu


@pytest.mark.parametrize("text", ["4", "fast", "0x", "21x", "-4x", "1,5x"])
def test_a_device_is_never_slower_by_nonsense(root: Path, text: str) -> None:
    write(root / "personas.yaml", f'personas:\n  phone:\n    who: A shopper\n    cpu: "{text}"\n')

    (problem,) = load_surroundings(root).problems

    assert problem.message == f'"{text}" is not from 1x to 20x. Write it like 4x.'


BUSINESS = """\
order value: {is: 45-60, source: "Finance, monthly report", as of: 2026-10-01}
margin: {is: 35.5%, source: "Finance, monthly report", as of: 2026-10-01}
completion: {is: 20 - 25 %, source: web analytics, as of: 2026-11-01}
share who come back: {is: 30%, source: customer survey, as of: 2026-05-15}
touchpoints:
  promo code:
    visits per day: {is: 250, source: web analytics, as of: 2026-11-01}
    completion: {is: 60%, source: web analytics, as of: 2026-11-01}
    contact cost: {is: 6.20, source: service centre, as of: 2026-10-01}
    share who contact: {is: 4-6%, source: service centre, as of: 2026-10-01}
shares:
  first-time-phone: {is: 30-40%, source: web analytics, as of: 2026-11-01}
"""


def test_the_business_file_reaches_the_model(tmp_path: Path) -> None:
    folder = folder_with(SURROUNDINGS, tmp_path)
    write(folder / "business.yaml", BUSINESS)
    business = load_surroundings(folder).business

    assert business is not None
    value, share = business.everywhere["order value"], business.shares["first-time-phone"]
    assert (value.low, value.high, value.written) == (Decimal(45), Decimal(60), "45-60")
    assert (value.source, value.as_of) == ("Finance, monthly report", date(2026, 10, 1))
    assert business.everywhere["margin"].low == business.everywhere["margin"].high == Decimal("0.355")
    assert (share.low, share.high) == (Decimal("0.3"), Decimal("0.4"))
    assert business.touchpoints["promo code"]["visits per day"].low == Decimal(250)
    assert str(value.place) == "journeys/business.yaml:1:14"


def test_a_business_file_with_mistakes_keeps_no_journey_from_being_walked(root: Path) -> None:
    write(root / "business.yaml", "margin: 35%\n")
    write(root / "site.yaml", "site: demo\nmoney: USD\n")
    write(root / "buy" / "look.yaml", LOOK)

    project = load_project(root)

    (problem,) = project.problems
    assert str(problem.place) == "journeys/business.yaml:1:9"
    assert (project.business, len(project.journeys)) == (None, 1)
    assert surroundings_of(root).problems_of_all == ()

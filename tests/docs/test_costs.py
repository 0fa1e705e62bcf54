"""The prices that the documents show are those of the figures that they show."""

import re
from pathlib import Path

from harness.judge.cost import Affected, price
from harness.judge.cost.telling import rests_on, told
from harness.plugin.business import business_of
from harness.reports.cx.words.money import a_day, in_all
from tests.walking import planned

TEXT = (Path(__file__).parents[2] / "docs" / "cost.md").read_text(encoding="utf-8")
SITE = "site: {name: Shop, address: https://shop.example}\nmoney: USD\n"
JOURNEY = "journey: Look\nstage: buy\nsteps:\n  - step: Look\n    see: Welcome\n"


def test_a_price_in_the_documents_is_what_their_business_file_comes_to(tmp_path: Path) -> None:
    file = re.search(r"```yaml\n(# journeys/business.yaml\n.*?)```", TEXT, re.DOTALL)
    assert file
    for name, text in (("site", SITE), ("business", file[1]), ("look", JOURNEY)):
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    facts = business_of(planned(tmp_path / "look.yaml", tmp_path))
    found = price(Affected(("promo code",), {"phone": 0.4}, times_met=3, times_tried=3, days=2.5), facts)
    plain = " ".join(TEXT.replace("\n> ", " ").split())
    for said in (told(found, "Tuesday"), a_day(found), in_all(found), rests_on(found)[2]):
        assert said in plain

"""Runs that order, killed with -9 at random moments: the shop's orders are the ledger's, and below the cap.

    python -m tests.soak.kills [SERIES [KILLS]]

Each series is a shop, a project and a ledger of its own. Ends with 1 at the first series that does not agree.
"""

import sys
import tempfile
import time
from pathlib import Path
from random import Random

from tests.plugin.kills import Counted, end_in_peace, kill_once
from tests.plugin.order_shop import CLEANUP, JOURNEY, LOOKUP, order_shop
from tests.plugin.project import Project

SERIES, KILLS = 50, 20
CAP = 12
SURE_AFTER_S = 31
"""What a shop does not show by then was not placed: see `harness.plugin.looking_up`."""


def walk_series(number: int, kills: int) -> str:
    """Walk one series, and return a line on it; empty where shop and ledger do not agree."""
    with tempfile.TemporaryDirectory() as folder, order_shop() as shop:
        project = Project.of(
            Path(folder),
            shop.address,
            {"journeys/buy/order.yaml": JOURNEY + LOOKUP + CLEANUP},
            patience_ms=4000,
            locale="en-US",
            money="USD",
            safety=f"{{orders per day: {CAP}}}",
        )
        chance = Random(number)  # noqa: S311 -- moments, no secrets
        for _ in range(kills):
            kill_once(project, shop, chance)
            before = Counted.of(project, shop)
            if len(shop.orders) > CAP or not before.claimed.issuperset(before.at_the_shop):
                return ""
        time.sleep(SURE_AFTER_S)
        end_in_peace(project)
        end_in_peace(project)
        counted = Counted.of(project, shop)
        told = (
            f"series {number}: {kills} kills, {len(counted.claimed)} claims, {len(shop.orders)} orders,"
            f" {len(counted.placed)} in the ledger, {len(shop.standing)} left standing"
        )
        return told if counted.agree and not shop.standing else ""


def main(series: int = SERIES, kills: int = KILLS) -> int:
    """Walk all series."""
    for number in range(series):
        told = walk_series(number, kills)
        if not told:
            print(f"series {number}: SHOP AND LEDGER DO NOT AGREE", flush=True)
            return 1
        print(told, flush=True)
    print(f"{series} series of {kills} kills: shop and ledger agree, never above the cap of {CAP}")
    return 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))

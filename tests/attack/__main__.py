"""Faults on shops that the harness has never seen: prints what was made of each, and 1 where it was wrong.

python -m tests.attack [--only WORDS] [--again]
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from tests.attack import bookshop, flowershop
from tests.attack.cases import CASES, Case
from tests.attack.serving import address_of, serving, sign_for_nobody

LIMIT_S = 300
ELSEWHERE = "127.0.0.3"
SITES = {
    "books": "site: {{name: Leseratte, address: '{address}'}}\nlocale: de-DE\nmoney: EUR\n",
    "flowers": "site: {{name: Bloom, address: '{address}', hosts: [127.0.0.3]}}\nlocale: en-US\nmoney: USD\n",
}


def main(arguments: Sequence[str]) -> int:
    """Walk each case."""
    parser = argparse.ArgumentParser(prog="python -m tests.attack", description=__doc__)
    parser.add_argument("--only", default="", help="only cases with these words in their name")
    parser.add_argument(
        "--again", action="store_true", help="also walk once more for evidence, as a run does"
    )
    wanted = parser.parse_args(arguments)
    chosen = [case for case in CASES if wanted.only in case.name]
    wrong = sum(not _is_right(case, again=wanted.again) for case in chosen)
    print(f"{len(chosen) - wrong} of {len(chosen)} right")
    return 1 if wrong else 0


def _is_right(case: Case, *, again: bool) -> bool:
    with tempfile.TemporaryDirectory(prefix="attack-") as scratch, _open_shop(case, Path(scratch)) as address:
        visit = _walk(case, address, Path(scratch), again=again)
    finding: dict[str, Any] = next(iter(visit["findings"]), {})
    told = " ".join(str(finding.get(part, "")) for part in ("sentence", "detail", "action"))
    right = visit["verdict"] == case.verdict and case.words in told
    print(f"{'  ' if right else '! '}{case.name:24}{visit['verdict']:22}{told}", flush=True)
    if not right:
        print(f"    expected {case.verdict}, with {case.words!r}", flush=True)
    return right


@contextmanager
def _open_shop(case: Case, scratch: Path) -> Iterator[str]:
    with ExitStack() as open_:
        pay = open_.enter_context(serving(flowershop.payment, case.fault, host=ELSEWHERE))
        if case.fault == "pay-down":
            pay.server_close()
        shop = bookshop.answer if case.shop == "books" else flowershop.answer
        server = open_.enter_context(serving(shop, case.fault, pay=address_of(pay)))
        if case.fault == "certificate":
            sign_for_nobody(server, scratch)
        if case.fault == "refused" and case.shop == "books":
            server.server_close()
        yield address_of(server, "https" if case.fault == "certificate" else "http")


def _walk(case: Case, address: str, scratch: Path, *, again: bool) -> dict[str, Any]:
    journeys = scratch / "journeys"
    (journeys / "buy").mkdir(parents=True)
    (journeys / "site.yaml").write_text(SITES[case.shop].format(address=address), encoding="utf-8")
    (journeys / "buy" / "journey.yaml").write_text(case.journey.lstrip(), encoding="utf-8")
    command = [sys.executable, "-m", "harness", "run", str(journeys), "--json", "--report", "page"]
    command += ["--evidence", "full" if again else "none"]
    ended = subprocess.run(command, cwd=scratch, capture_output=True, text=True, timeout=LIMIT_S, check=False)
    if "Traceback" in ended.stdout + ended.stderr:
        print(ended.stderr)
    visit: dict[str, Any] = json.loads(ended.stdout)["visits"][0]
    return visit


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

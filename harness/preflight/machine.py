"""This machine in, whether it is fit to visit a site out: as the doctor sees it, in two lines."""

from collections.abc import Iterator

from harness.browser.doctor import examine
from harness.browser.found import BrowserFound
from harness.preflight.model import Errand, Look, Sign

ON_DISK = ("reports", "disk")


def looks_at_machine(errand: Errand, found: BrowserFound) -> Iterator[Look]:
    """Yield whether the browser works, and whether there is room for what it finds."""
    checks = examine(found, reports=errand.reports).checks
    on_disk = [check for check in checks if check.name in ON_DISK]
    others = [check for check in checks if check.name not in ON_DISK]
    for name, some in (("browser", others), ("disk", on_disk)):
        wrong = next((check for check in some if not check.ok), None)
        if wrong:
            yield Look(name, Sign.HERE, wrong.sentence, wrong.remedy)
        else:
            sentence = f"{found} works." if name == "browser" else on_disk[-1].sentence
            yield Look(name, Sign.GOOD, sentence)

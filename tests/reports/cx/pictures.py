"""Visits in, real pictures on disk out: a small shop drawn by the real browser, a screenshot a step."""

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from playwright.sync_api import Browser, Playwright

from .records import APPLY_BUTTON, SCREENS, Judged

SHOP = """<body style="margin:0;font:18px sans-serif;background:#fbfaf7;color:#222">
<div style="background:#20463a;color:#fff;padding:18px 24px;font-size:24px">Linden Lane</div>
<div style="padding:24px"><h1 style="margin:0 0 12px">{title}</h1><p>Blue shirt, size M. $40.00</p>
<div style="width:70%;height:90px;background:#d8e3dd"></div><p>Order total <b>$40.00</b></p></div>
<button style="position:absolute;left:{x}px;top:{y}px;width:{w}px;height:{h}px">Apply</button></body>"""


@contextmanager
def local_browser(playwright: Playwright) -> Iterator[Browser]:
    """Start the machine's own browser, or the one Playwright carries."""
    executable = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
    try:
        yield browser
    finally:
        browser.close()


def draw(browser: Browser, judged: Sequence[Judged], run: Path) -> None:
    """Write the pictures that the records speak of."""

    @cache
    def shot(persona: str, name: str) -> bytes:
        wide, high = SCREENS[persona]
        x, y, w, h = APPLY_BUTTON[persona]
        page = browser.new_page(viewport={"width": wide, "height": high})
        page.set_content(SHOP.format(title=name, x=x, y=y, w=w, h=h))
        picture = page.screenshot(type="jpeg", quality=50)
        page.close()
        return picture

    for visit, _ in judged:
        folder = run / "visits" / visit.id
        folder.mkdir(parents=True, exist_ok=True)
        for step in visit.steps:
            for evidence in step.evidence:
                if evidence.file and evidence.kind in {"screenshot", "thumbnail"}:
                    (folder / evidence.file).write_bytes(shot(visit.persona.id, step.name))

"""The web-vitals library in, what it measured on the same load out: the reference for our figures."""

import hashlib
import json
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from harness.reports.allure.node import NPM_OPTIONS, Say, _find_node, run_node, user_cache

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

LOCKED = Path(__file__).parent / "npm"
LIMIT_S = 180
BINDING = "__webVitals"
FIGURES = {"TTFB": "ttfb_ms", "FCP": "fcp_ms", "LCP": "lcp_ms", "CLS": "cls", "INP": "inp_ms"}
TELL = """
(() => {
  if (window !== window.top || !/^https?:$/.test(location.protocol)) return;
  const tell = ({ name, value, navigationURL }) => window.%s(JSON.stringify([name, value, navigationURL]));
  for (const name of ["TTFB", "FCP", "LCP", "CLS", "INP"]) {
    webVitals[`on${name}`](tell, { reportAllChanges: true, durationThreshold: 16, reportSoftNavs: true });
  }
})();
"""


@dataclass
class WebVitals:
    """Listens to the library in one visit; the last value it told of each address counts."""

    source: str
    told: dict[tuple[str, str], float] = field(default_factory=dict)

    def start(self, context: "BrowserContext") -> None:
        """Put the library into every page of the context."""
        context.expose_binding(BINDING, self._take)
        context.add_init_script(self.source + TELL % BINDING)

    def _take(self, _source: Any, text: str) -> None:
        name, value, address = json.loads(text)
        self.told[address, FIGURES[name]] = value


def library(say: Say) -> str:
    """Return the source of the library; it is fetched once for this user.

    Raises:
        AllureHtmlError: Node is missing, or npm failed.
    """
    digest = hashlib.sha256((LOCKED / "package-lock.json").read_bytes()).hexdigest()[:16]
    home = user_cache() / f"web-vitals-{digest}"
    source = home / "node_modules/web-vitals/dist/web-vitals.iife.js"
    if not source.is_file():
        say("fetching the web-vitals library, once for this user")
        _install(home)
    return source.read_text(encoding="utf-8")


def _install(home: Path) -> None:
    node, npm = _find_node()
    home.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(LOCKED / name, home / name)
    run_node([str(node), str(npm), "ci", *NPM_OPTIONS], cwd=home, limit_s=LIMIT_S, what="npm ci")

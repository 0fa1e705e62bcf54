"""The chosen visits in, whether what they need is granted and there out; those that only look are walked."""

import json
import re
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from pathlib import Path

from harness.judge import OVER_ITS_LIMIT, Verdict
from harness.judge.words import how_many
from harness.language.known.commitments import COMMITTING
from harness.language.model import Journey, Part, Use
from harness.plugin.options import ALWAYS_GRANTED, granted_levels
from harness.plugin.run import EMBEDDED
from harness.preflight.model import Errand, Look, Sign
from harness.shopper.committing.kill_switch import KillSwitch
from harness.shopper.providing import CommandFailedError, Provided

TAG = "preflight"
WALKING_S = 300
"""How long the journeys that only look may take in all."""
ENDING_S = 30
ALL_IS_THERE = frozenset({Verdict.FINE, Verdict.ANNOYING, *OVER_ITS_LIMIT})
_ASKED = re.compile(r"\$\{(secret|totp|env)\.([A-Za-z_][\w-]*)\}")


def looks_at_journeys(errand: Errand) -> Iterator[Look]:
    """Yield what is known of the journeys without walking them."""
    if errand.faulty:
        told = f"Files with mistakes, which cannot be walked: {', '.join(errand.faulty)}."
        yield Look("files", Sign.HERE, told, "Type: harness check")
    stopped = KillSwitch(errand.site.safety.kill_switch, errand.visits[0].base).why_stopped()
    if stopped:
        yield Look("switch", Sign.HERE, f"{stopped[0].upper()}{stopped[1:]}.", "Nothing is walked meanwhile.")
    yield _grants(errand)
    yield _secrets(errand)
    yield Look("mailbox", Sign.GOOD, "No mailbox is named: no journey reads mail.")


def _grants(errand: Errand) -> Look:
    granted = granted_levels(list(errand.allowed), embedded=errand.site.address == EMBEDDED)
    journeys = _journeys(errand)
    stops = [journey for journey in journeys if journey.commits not in granted]
    levels = ", ".join(level for level in COMMITTING if level in granted) or "a basket only"
    sentence = (
        f"Granted: {levels}. {len(journeys) - len(stops)} of {len(journeys)} journeys may go to their end."
    )
    if not stops:
        return Look("grants", Sign.GOOD, sentence)
    told = ", ".join(f'"{journey.title}" ({journey.commits})' for journey in stops)
    return Look("grants", Sign.GOOD, f"{sentence} These stop on purpose before they commit: {told}.")


def _journeys(errand: Errand) -> list[Journey]:
    return list({visit.journey.id: visit.journey for visit in errand.visits}.values())


def _secrets(errand: Errand) -> Look:
    asked = {
        (kind, name)
        for visit in errand.visits
        for text in texts_in((visit.journey, visit.persona, visit.row), visit.parts)
        for kind, name in _ASKED.findall(text)
    }
    missing = sorted(name for kind, name in asked if not _is_there(kind, name, errand.provided))
    if missing:
        remedy = (
            f"Set {'it' if len(missing) == 1 else 'them'} for the run, or write .env beside the journeys."
        )
        return Look("secrets", Sign.HERE, f"The journeys need {', '.join(missing)}.", remedy)
    names = ", ".join(sorted({name for _, name in asked}))
    return Look("secrets", Sign.GOOD, f"The journeys need {names}: set." if asked else "None is needed.")


def _is_there(kind: str, name: str, provided: Provided) -> bool:
    try:
        return bool(provided.variable(name) if kind == "env" else provided.secret(name))
    except CommandFailedError:
        return False


def texts_in(value: object, parts: Mapping[str, Part]) -> Iterator[str]:
    """Yield every text within a value of the model, those of the parts that it uses too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from texts_in(tuple(value.values()), parts)
    elif isinstance(value, tuple):
        for inner in value:
            yield from texts_in(inner, parts)
    elif is_dataclass(value):
        named = (getattr(value, each.name) for each in fields(value) if each.name != "verbs")
        yield from texts_in(tuple(named), parts)
        if isinstance(value, Use) and value.part in parts:
            yield from texts_in(parts[value.part], parts)


def walk_looking(errand: Errand, paths: Sequence[str]) -> Look:
    """Walk the journeys tagged `preflight`: whether products are in stock, say, and codes are valid."""
    tagged = [journey for journey in _journeys(errand) if TAG in journey.tags]
    if not tagged:
        remedy = f"Tag journeys that only look: tags: [{TAG}]. They look whether products are in stock, say."
        return Look("looking", Sign.WARNING, f'No journey is tagged "{TAG}".', remedy)
    committing = [journey for journey in tagged if journey.commits not in ALWAYS_GRANTED]
    if committing:
        told = ", ".join(f'"{journey.title}" ({journey.commits})' for journey in committing)
        remedy = "Only journeys that commit to nothing, or to a basket, may be."
        return Look("looking", Sign.HERE, f'Tagged "{TAG}", and not harmless: {told}.', remedy)
    return _walked(_run(errand, paths), len(tagged))


def _run(errand: Errand, paths: Sequence[str]) -> str:
    words = ["run", *paths, "--tag", TAG, "--allow", "nothing", "--report", "none", "--json"]
    words += ["--reports", str(errand.reports), *(["--site", errand.site.id] if errand.site.id else [])]
    command = [sys.executable, "-P", "-m", "harness", *words]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as run:
        try:
            return run.communicate(timeout=WALKING_S)[0]
        except subprocess.TimeoutExpired:
            run.send_signal(signal.SIGINT)  # it tells what it has walked by then
        try:
            return run.communicate(timeout=ENDING_S)[0]
        except subprocess.TimeoutExpired:
            run.kill()
            return ""


def _walked(told: str, journeys: int) -> Look:
    try:
        run = json.loads(told)
    except json.JSONDecodeError:
        remedy = f"Walk them by themselves: harness run --tag {TAG} --allow nothing"
        return Look("looking", Sign.HERE, f'The journeys tagged "{TAG}" could not be walked.', remedy)
    wrong = [visit for visit in run["visits"] if visit["verdict"] not in ALL_IS_THERE]
    if wrong or run["exit_code"]:
        sentences = [f"{visit['label']}: {_why(visit)}" for visit in wrong] or [run["problem"] or "cut short"]
        sign = Sign.SITE if run["exit_code"] == 1 else Sign.HERE
        return Look("looking", sign, "; ".join(sentences), f"See {_near(run['folder'])}.")
    many, visits = how_many(journeys, "journey"), how_many(len(run["visits"]), "visit")
    return Look("looking", Sign.GOOD, f'{many} tagged "{TAG}", {visits}: all is there.')


def _why(visit: Mapping[str, object]) -> str:
    findings = visit["findings"]
    return str(findings[0]["sentence"]) if isinstance(findings, list) and findings else str(visit["verdict"])


def _near(folder: str) -> str:
    here, path = Path.cwd(), Path(folder)
    return str(path.relative_to(here)) if path.is_relative_to(here) else folder

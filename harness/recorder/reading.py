"""One action as Playwright's recorders tell it in, what the person did out; secrets are taken out here."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from harness.recorder.locators import name_in
from harness.recorder.recorded import Deed
from harness.recorder.secret_texts import SecretTexts, sounds_secret
from harness.recorder.seen import Seen

_SIGNS_AT_START = "launchOptions"
_APPEARED = re.compile(r'internal:role=(\w+)\[name="((?:[^"\\]|\\.)+)"[is]?\]')
"""What codegen saw appear after an action, in the selectors of Playwright."""


class NotUnderstoodError(Exception):
    """Playwright tells an action in another way than the version this was written for."""


def deed_of(  # noqa: PLR0913 -- what is known of an action besides its own words, each by name
    action: Mapping[str, Any],
    *,
    locator: Mapping[str, Any],
    tab: str,
    at_s: float,
    seen: Seen | None,
    secret_texts: SecretTexts,
) -> Deed:
    """Read one action.

    Raises:
        NotUnderstoodError: It has no name, or not what actions of its name have.
    """
    try:
        kind, ref = _kind_of(action), str(action.get("ref") or "")
        text = _text_of(action, kind)
    except (KeyError, TypeError) as error:
        raise NotUnderstoodError(f"an action without {error}") from error
    label = _label_of(seen, ref, locator)
    is_typed = kind in {"fill", "assertValue"}
    if is_typed and sounds_secret(label):
        secret_texts.learn(label, text)
    secret = secret_texts.sign_of(text)
    return Deed(
        kind=kind,
        tab=tab,
        at_s=at_s,
        seen=seen,
        ref=ref,
        locator=locator,
        selector=str(action.get("selector") or ""),
        text="" if secret else text,
        secret=secret,
        options=tuple(map(str, action.get("options") or ())),
        clicks=_clicks(action),
        modifiers=int(action.get("modifiers") or 0),
        downloads=any(signal.get("name") == "download" for signal in action.get("signals") or ()),
    )


def deeds_of_codegen(written: str, secret_texts: SecretTexts) -> Iterator[Deed]:
    """Read what `playwright codegen --target jsonl` has written: its settings, then an action a line.

    Raises:
        NotUnderstoodError: A line is none of these.
    """
    for number, line in enumerate(written.splitlines()):
        try:
            action = json.loads(line) if line.strip() else {_SIGNS_AT_START: {}}
        except ValueError as error:
            raise NotUnderstoodError(f"line {number + 1} of its file is no JSON") from error
        if _SIGNS_AT_START in action:
            continue
        deed = deed_of(
            action,
            locator=action.get("locator") or {},
            tab=str(action.get("pageGuid") or ""),
            at_s=float(number),
            seen=None,
            secret_texts=secret_texts,
        )
        yield deed
        for signal in action.get("signals") or ():
            if appeared := _APPEARED.fullmatch(str(signal.get("selector"))):
                yield replace(deed, kind="assertVisible", locator=_by_role(*appeared.groups()), text="")


def _by_role(role: str, name: str) -> Mapping[str, Any]:
    return {"kind": "role", "body": role, "options": {"name": re.sub(r"\\(.)", r"\1", name)}}


def _kind_of(action: Mapping[str, Any]) -> str:
    kind = str(action["name"])
    return "side click" if kind == "click" and action.get("button", "left") != "left" else kind


def _clicks(action: Mapping[str, Any]) -> int:
    clicks = action.get("clickCount")
    return 1 if clicks is None else int(clicks)


def _text_of(action: Mapping[str, Any], kind: str) -> str:
    if kind in {"fill", "assertText"}:
        return str(action["text"])
    if kind == "press":
        return str(action["key"])
    if kind in {"navigate", "openPage"}:
        return str(action["url"])
    if kind == "setInputFiles":
        return str((action.get("files") or [""])[0])
    if kind == "assertChecked":
        return "checked" if action["checked"] else "not checked"
    return str(action.get("value") or "")


def _label_of(seen: Seen | None, ref: str, locator: Mapping[str, Any]) -> str:
    thing = seen.by_ref(ref) if seen else None
    if thing and thing.name:
        return thing.name
    return name_in(locator)

"""Texts that were typed in, how the journey names them out: as the shopper's, as data, as secrets."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from harness.compile.slug import slug
from harness.language.model import Site
from harness.language.shapes.names import name_problem
from harness.recorder.lines import Line
from harness.recorder.seen import core

_MAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
SHORTEST = 2
"""A text of one sign is typed twice by chance."""


@dataclass
class Names:
    """What stands for the typed texts of one recording.

    Args:
        data: The values that go to the top of the journey, by their names.
        secrets: The names of the secrets, by their signs.
    """

    data: dict[str, str] = field(default_factory=dict)
    secrets: dict[str, str] = field(default_factory=dict)
    _shopper: Mapping[str, str] = field(default_factory=dict)

    def value(self, line: Line) -> str:
        """Return what the journey says for what was typed."""
        if line.deed.secret:
            return f"${{secret.{self.secrets[line.deed.secret]}}}"
        if line.value in self._shopper:
            return f"${{shopper.{self._shopper[line.value]}}}"
        name = next((name for name, value in self.data.items() if value == line.value), "")
        return f"${{{name}}}" if name else line.value


def names_of(lines: Iterable[Line], site: Site | None) -> Names:
    """Give names to what was typed."""
    typed = [line for line in lines if line.verb == "fill"]
    names = Names(_shopper=_of_shopper(site))
    counted = Counter(line.value for line in typed if line.value)
    for line in typed:
        if line.deed.secret:
            names.secrets.setdefault(line.deed.secret, _secret_name(line, site))
        elif len(line.value) >= SHORTEST and line.value not in {*names.data.values(), *_of_shopper(site)}:
            is_mail = bool(_MAIL.fullmatch(line.value))
            if "${" not in line.value and (is_mail or counted[line.value] > 1):
                names.data[_free(_data_name(line, is_mail=is_mail), names.data)] = line.value
    return names


def _of_shopper(site: Site | None) -> dict[str, str]:
    values = site.shopper if site else {}
    return {value: name for name, value in values.items() if len(value) >= SHORTEST}


def _secret_name(line: Line, site: Site | None) -> str:
    label = slug(core(line.name or line.target), joint="_").upper()
    shop = slug(site.name, joint="_").upper() if site else "SHOP"
    return f"{shop}_{label}" if not shop[:1].isdigit() else f"SHOP_{label}"


def _data_name(line: Line, *, is_mail: bool) -> str:
    name = "email" if is_mail else slug(core(line.name or line.target), joint="_", longest=20)
    return name if name_problem(name) is None else f"typed_{name}"


def _free(name: str, taken: Iterable[str]) -> str:
    known = set(taken)
    return next(each for each in (name, *(f"{name}_{n}" for n in range(2, 999))) if each not in known)

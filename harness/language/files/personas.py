"""The keys of the personas file: who the shoppers are."""

from collections.abc import Mapping

from harness.language.files.limits import PERSONA_LIMITS
from harness.language.known.devices import DEVICES
from harness.language.known.inputs import INPUTS
from harness.language.known.locales import locale_problem
from harness.language.known.networks import NETWORKS
from harness.language.known.time_zones import time_zone_problem
from harness.language.model import Action, Persona, Place, SigningIn, Step
from harness.language.shapes.address import Address
from harness.language.shapes.claims import Claims
from harness.language.shapes.collections import MappingOf
from harness.language.shapes.names import Name
from harness.language.shapes.plain import Checked, OneOf, PlainText, Share, Slowdown
from harness.language.shapes.rows import FixedText
from harness.language.shapes.steps import USE_KEYS, use_of
from harness.language.shapes.table import Found, Key, Table

BUILT_IN = Persona(id="shopper", who="A shopper on a laptop")
"""Who walks when there is no personas file."""

_WHO = Key("who", PlainText("a sentence about the shopper"), "Who this is, in a sentence.", "", required=True)
_DEVICE = Key("device", OneOf(DEVICES, "device"), "One of Playwright's devices, such as `Pixel 7`.", None)
_INPUT = Key(
    "input",
    OneOf(INPUTS, "input"),
    "What she acts with: `mouse`, `touch` or nothing but the `keyboard`.",
    None,
)
_NETWORK = Key("network", OneOf(NETWORKS, "network"), "The connection, such as `slow4g`.", None)
_CPU = Key("cpu", Slowdown(), "How many times slower her device computes: `4x`.", None)
_LOCALE = Key("locale", Checked("a locale", locale_problem), "Language and country, such as `en-US`.", None)
_TIME_ZONE = Key(
    "timezone",
    Checked("a time zone", time_zone_problem),
    "Where the shopper is, such as `Europe/Paris`.",
    None,
)
_SHARE = Key("share", Share(), "How many of the customers are like this: `35%`.", None)
_VALUES = Key(
    "values", MappingOf(Name(), FixedText(), "values: {size: M}"), "Values for `${persona.name}`.", {}
)
_LIMITS = Key("limits", PERSONA_LIMITS, "Slower or heavier than this is over budget, for her.", None)
SIGNED_IN = "Be signed in"
"""The step that looks whether she is."""

_OPEN = Key("open", Address(), "The page that tells whether she is signed in.", "", required=True)
_SEE = Key("see", Claims("see"), "What only customers see there who are signed in.", (), required=True)
SIGNED_IN_KEYS = (_OPEN, _SEE)


def _look(found: Found) -> Step:
    opening = Action("open", (found[_OPEN],), found.place)
    return Step(SIGNED_IN, found.place, do=(opening,), see=found[_SEE])


_NOWHERE = Place("", 1)
_SIGNED_IN_WHEN = Key(
    "signed in when",
    Table('"signed in when"', SIGNED_IN_KEYS, _look),
    "How one sees that she is: a page, and what is on it then.",
    Step(SIGNED_IN, _NOWHERE),
    required=True,
)
SIGNS_IN_KEYS = (*USE_KEYS, _SIGNED_IN_WHEN)
_SIGNS_IN: Key[SigningIn | None] = Key(
    "signs in",
    Table(
        '"signs in"',
        SIGNS_IN_KEYS,
        lambda found: SigningIn(use_of(found), found[_SIGNED_IN_WHEN], found.place),
    ),
    "How she signs in, once for all her visits of a run.",
    None,
)
DIFFERENT_IN_A_MATRIX = (_DEVICE, _INPUT, _NETWORK, _CPU, _LOCALE, _TIME_ZONE)
"""What a journey's matrix may change about a persona."""
PERSONA_KEYS = (_WHO, *DIFFERENT_IN_A_MATRIX, _SHARE, _LIMITS, _VALUES, _SIGNS_IN)

_PERSONA = Table("a persona", PERSONA_KEYS, lambda found: found)
_PERSONAS = Key(
    "personas",
    MappingOf(Name(), _PERSONA, "phone: {who: A shopper on a phone, device: Pixel 7}"),
    "The shoppers, each by a short name.",
    {},
    required=True,
)
PERSONAS_KEYS = (_PERSONAS,)


def _personas(found: Found) -> Mapping[str, Persona]:
    return {name: _persona(name, persona) for name, persona in found[_PERSONAS].items()}


def _persona(name: str, found: Found) -> Persona:
    return Persona(
        id=name,
        who=found[_WHO],
        place=found.place,
        device=found[_DEVICE],
        input=found[_INPUT],
        network=found[_NETWORK],
        cpu=found[_CPU],
        locale=found[_LOCALE],
        timezone=found[_TIME_ZONE],
        share=found[_SHARE],
        limits=found[_LIMITS],
        values=found[_VALUES],
        signs_in=found[_SIGNS_IN],
    )


PERSONAS = Table("the personas file", PERSONAS_KEYS, _personas)

"""What protections against robots are known by: one table, each sign with where it is known from."""

import re
from dataclasses import dataclass
from typing import Literal

Where = Literal["header", "title", "text", "address"]
"""`header` reads `name: value`; `address` is any frame, refused address, or the page's own."""

TURNED_DOWN = frozenset({403, 405, 429})
REFUSALS = TURNED_DOWN | {503}
_CF = "https://developers.cloudflare.com/cloudflare-challenges/challenge-types/challenge-pages/"
_WAFW00F = "https://github.com/EnableSecurity/wafw00f, plugins"
_ANTIBOT = "https://github.com/microlinkhq/is-antibot, src/providers.json"


@dataclass(frozen=True)
class Sign:
    """One sign of a protection.

    Args:
        who: Whose protection it is.
        where: Where the sign is read.
        pattern: What it reads like.
        known_from: Who says so.
        only_when_refused: Whether the sign is on pages that were let through, too: it counts only with a
            status of `TURNED_DOWN`.
    """

    who: str
    where: Where
    pattern: re.Pattern[str]
    known_from: str
    only_when_refused: bool = False


def _sign(who: str, where: Where, pattern: str, known_from: str, *, refused: bool = False) -> Sign:
    return Sign(who, where, re.compile(pattern, re.IGNORECASE), known_from, refused)


SIGNS: tuple[Sign, ...] = (
    _sign("Cloudflare", "header", r"^cf-mitigated: challenge", f"{_CF}detect-response"),
    _sign("Cloudflare", "title", r"^just a moment\.*$", "https://github.com/FlareSolverr/FlareSolverr"),
    _sign("Cloudflare", "title", r"^attention required! \| cloudflare", f"{_WAFW00F}/cloudflare.py"),
    _sign("Cloudflare", "title", r"used cloudflare to restrict access", f"{_WAFW00F}/cloudflare.py"),
    _sign("Cloudflare", "text", r"checking your browser before accessing", f"{_WAFW00F}/cloudflare.py"),
    _sign("Cloudflare", "text", r"verify you are human by completing the action below", _CF),
    _sign("Vercel", "header", r"^x-vercel-mitigated: (?:challenge|deny)", _ANTIBOT),
    _sign("Vercel", "title", r"^vercel security checkpoint", "https://vercel.com/docs/attack-challenge-mode"),
    _sign(
        "Akamai",
        "text",
        r"don't have permission to access .{0,300}reference\s*#\s*\d+\.",
        "https://github.com/netbirdio/netbird/issues/3670",
    ),
    _sign(
        "Akamai", "address", r"//errors\.edgesuite\.net", "https://github.com/netbirdio/netbird/issues/3670"
    ),
    _sign("Akamai", "header", r"^server: akamaighost", f"{_WAFW00F}/kona.py", refused=True),
    _sign(
        "Amazon",
        "header",
        r"^x-amzn-waf-action: (?:captcha|challenge)",
        "https://docs.aws.amazon.com/waf/latest/developerguide/waf-captcha-and-challenge-actions.html",
    ),
    _sign(
        "Imperva",
        "title",
        r"^pardon our interruption",
        "https://github.com/ziplokk1/incapsula-cracker-py3/issues/32",
    ),
    _sign("Imperva", "text", r"incapsula incident id", f"{_WAFW00F}/incapsula.py"),
    _sign("Imperva", "address", r"/_incapsula_resource", "https://github.com/apify/crawlee/pull/2111"),
    _sign(
        "DataDome",
        "address",
        r"//[\w.-]*captcha-delivery\.com",
        "https://github.com/daijro/camoufox/issues/173",
    ),
    _sign(
        "DataDome", "address", r"//[\w.-]*c\.datado\.me", "https://github.com/easylist/easylist/issues/4509"
    ),
    _sign("DataDome", "header", r"^x-dd-b: [12]$", _ANTIBOT, refused=True),
    _sign("DataDome", "header", r"^x-datadome: ", _ANTIBOT, refused=True),
    _sign(
        "HUMAN",
        "title",
        r"^access to this page has been denied",
        "https://github.com/Ekultek/WhatWaf/issues/47",
    ),
    _sign("HUMAN", "text", r"we believe you are using automation tools", f"{_WAFW00F}/perimeterx.py"),
    _sign("HUMAN", "text", r"press (?:&|and) hold to confirm you are", "https://docs.humansecurity.com"),
    _sign("Kasada", "header", r"^x-kasada-challenge: ", _ANTIBOT, refused=True),
    _sign("Sucuri", "header", r"^x-sucuri-block: ", f"{_WAFW00F}/sucuri.py"),
    _sign("Sucuri", "text", r"sucuri website firewall", f"{_WAFW00F}/sucuri.py"),
    _sign(
        "BIG-IP",
        "text",
        r"the requested url was rejected\. please consult with your administrator",
        f"{_WAFW00F}/f5bigipasm.py",
    ),
    _sign("Anubis", "title", r"^making sure you're not a bot", "https://github.com/TecharoHQ/anubis"),
    _sign(
        "Google",
        "text",
        r"detected unusual traffic from your computer network",
        "https://support.google.com/websearch/answer/86640",
    ),
)
"""Each sign by itself says: this page is not the shop's, it asks whether the visitor is a robot."""

PUZZLES = re.compile(
    r"//[\w.-]*(?:recaptcha|hcaptcha\.com|challenges\.cloudflare\.com|arkoselabs\.com|funcaptcha|geetest\.com"
    r"|friendlycaptcha|captcha\.eu|awswaf\.com|perimeterx|px-c(?:loud|dn|aptcha)|px-client)|/recaptcha/",
    re.IGNORECASE,
)
"""Addresses of puzzles that also stand in ordinary forms: they count only beside a refusal or its words."""

ASKS_FOR_A_HUMAN = re.compile(
    r"\b(?:verify|confirm|prove|checking|make sure)\b.{0,40}\b(?:you(?:'re| are)|not) .{0,20}"
    r"\b(?:human|robot|bot)\b"
    r"|\bare you (?:a )?(?:human|robot)|\bnot a (?:robot|bot)\b|\bhuman verification"
    r"|\bbot (?:detection|protection|check)|\bunusual (?:traffic|activity)|\bsuspicious activity"
    r"|\bautomated (?:access|requests|traffic)|^security check$"
    r"|\bsind sie ein mensch|\bkein roboter|\b(?:ê|e)tes-vous un (?:robot|humain)|\beres (?:un robot|humano)",
    re.IGNORECASE,
)
"""How pages ask whether the visitor is human, whoever made them."""

REFUSED = re.compile(
    r"^(?:access denied|blocked|request blocked|(?:sorry, )?you have been blocked)\W*$", re.IGNORECASE
)
"""Titles and headings that refuse without a reason."""

CAPTCHA_WORDS = re.compile(
    r"captcha|not a robot|a robot\b|human verification|prove .{0,20}human|kein roboter", re.IGNORECASE
)
"""What a form says when its puzzle was not solved."""

PUZZLE_PROGRAMS = re.compile(
    r"\b(?:grecaptcha|hcaptcha|turnstile|friendlyChallenge|initGeetest\w*) is not defined"
)
"""What a page's program stops with when its puzzle never came."""

REFERENCE = re.compile(
    r"(?:reference\s*#?|ray id|incident id|support id(?: is)?|reference id)\s*[:#]?\s*([\w.-]{8,80})",
    re.IGNORECASE,
)
"""The number by which whoever runs a protection finds one refusal again."""

"""Every fixed word of the page: titles, labels, and the word for each verdict, tone and kind."""

from harness.judge import FindingKind, Party, Verdict
from harness.record import EffectState
from harness.reports.cx.tones import Tone

LANGUAGE = "en"
BRAND = "Mystery shopper"

CHANGED = "What changed since the last run"
FINDINGS = "What to act on"
FINDINGS_LEAD = "The most costly first; then what is not priced, the worst first."
NO_FINDINGS = "Nothing needs your attention."
PROMISES = "What the company promised"
PROMISES_LEAD = "Promises with a day to them, as far as the journeys check them today."
PROMISE_KEPT = "Kept"
PROMISE_NOT_KEPT = "Not kept"
NO_PROMISES = "No promise with a day to it was checked: no walk came to one."
SHARED = "A copy for sharing: personal data reads •••••, and pictures that may show some are made unreadable."
UNREADABLE = "Made unreadable, because it may show personal data."
VISIT_NAME = "VISIT"
FOLDER_NAME = "FOLDER"
TESTERS = "The same run in Allure"
GO_ON = "For testers and developers"
CANNOT = "What customers cannot do"
SLOW = "What is slow"
SLOW_LEAD = "As this shopper saw it: one sample, not the average of all customers."
ANNOYS = "What annoys"
COUNTED = "What got in the way"
UNPROVEN = "What was not experienced"
UNPROVEN_LEAD = "After this run nobody can vouch for these things. Grey is not green."
WORKS = "What works"
WORKS_LEAD = "The seconds are what the site made the shopper wait; reading and typing come on top."
LEFT_BEHIND = "Left behind in the shop"
LEFT_BEHIND_LEAD = "The mystery shopper placed this, and it was not taken back."
SETTLE = "Take it back by hand, then settle it: harness ledger settle MARKER --note ..."
FOUND_OUT = "What became of earlier commitments"
BOARD = "When was the last time you experienced ..."
BOARD_LEAD = "What a shopper of this company really experienced, and when. Grey is what nobody ever did."
NEVER = "Never experienced"
WALKS = "Every walk, step by step"
WALKS_LEAD = "Worst first. Walks that worked are folded: open one to see its pictures."

WHO = "Hits"
HAPPENED = "What happened"
SAID = "The site said"
COST = "What it costs"
RESTS_ON = "Priced with"
STATE = "State"
TICKET = "Ticket"
NOTES = "Notes"
DONE_WHEN = "Done when"
TURN = "Whose turn"
TAKE_IT = "Take a finding, or say that it is fixed"
TAKE_IT_HOW = "harness finding NUMBER --owner NAME --state owned"
SEE_IT_AGAIN = "Walk one visit again"
MAKE_AGAIN = "Make this page again"
SHARE_IT = "Make a copy for others"
FINE_FOR = "Works for"
ALSO = "Also stops"
OWNER = "Owner"
ACTION = "What to do"
LETTER = "Text to send"
NEXT_CHECK = "Next check"
CERTAINTY = "How sure"
TIME = "Time"
GOAL = "Why it matters"
SEE_WALKS = "Step by step"
MET = "What the customer met"
NOT_AS_ASKED = "Not as asked of this shopper"
DEVELOPERS = "For developers"
JOURNEY_LINE = "Journey file and line"
REPLAY = "Walk it again with"
RECORDED = "Recorded of the walk"
MEASURED = "Measured while these were on"
NOT_CONTACTED = "Not contacted"
MADE_WITH = "Browser"
FOUND_AT_PAGES = "Shopped with"
ALLURE = "The same run for testers and developers"

EFFECTS: dict[str, tuple[str, str]] = {
    "message": ("A message", "messages"),
    "account": ("An account", "accounts"),
    "order": ("An order", "orders"),
    "return": ("A return", "returns"),
}
EFFECT_STATES: dict[EffectState, str] = {
    "under way": "is under way",
    "withdrawn": "was not placed: nothing was pressed",
    "placed": "was placed and is not taken back",
    "placed, confirmation lost": "was placed, and its confirmation was lost",
    "outcome unknown": "may have been placed: nobody knows",
    "not placed": "was not placed: the shop does not know it",
    "undoing": "is being taken back",
    "undone": "was taken back",
    "undo failed": "could not be taken back",
    "settled": "was settled",
}

NOBODY_OWNS_IT = "Nobody yet: name an owner in the journey."
NEXT_RUN = "The next run walks it again."
MEND_FILE = "The journey's author mends it; harness check says what is wrong."
NO_PICTURE = "No picture could be taken"
PICTURE_LOST = "The picture is missing"
NOT_TIDIED = "Could not tidy up"
TIDIED_UP = "Afterwards, so that nothing is left behind."
CUT_SHORT = "The walk ended in the middle of this step"

STOPPED_HERE = "Stopped here"
STEP_SLOW = "Slow"
STEP_HASSLE = "Hassle"
STOPPED_ON_PURPOSE = "Stopped on purpose"
NOT_REACHED = "Not reached"
CUT_SHORT_HERE = "Cut short here"
RINGED_BROKEN = " A red ring marks the place where it stopped."
RINGED = " A ring marks the place."

NOTHING_WALKED = "Nothing was experienced: no walk was made."
NOTHING_PROVEN = "Nothing was proven: no walk came to an end that can be judged."
ALL_WORKED = "Everything customers tried worked."

VERDICTS: dict[Verdict, str] = {
    Verdict.FINE: "Works",
    Verdict.NOT_WALKED: "Not walked",
    Verdict.STOPPED_ON_PURPOSE: "Ready, not proven",
    Verdict.ANNOYING: "Works, but annoys",
    Verdict.OVER_BUDGET: "Works, but slow",
    Verdict.OUTDATED: "Journey out of date",
    Verdict.FAULTY_FILE: "File has mistakes",
    Verdict.NOT_JUDGED: "Not judged",
    Verdict.BLOCKED: "Blocked as a robot",
    Verdict.BROKEN: "Does not work",
    Verdict.SITE_DOWN: "Site down",
}

RUN: dict[Tone, str] = {
    Tone.BROKEN: "Something does not work",
    Tone.SLOW: "Something is slow",
    Tone.ANNOYING: "Something annoys",
    Tone.UNPROVEN: "Not all is proven",
    Tone.FINE: "All works",
}

TALLY: dict[Tone, tuple[str, str]] = {
    Tone.BROKEN: ("does not work", "do not work"),
    Tone.SLOW: ("is slow", "are slow"),
    Tone.ANNOYING: ("annoys", "annoy"),
    Tone.UNPROVEN: ("not experienced", "not experienced"),
    Tone.FINE: ("works well", "work well"),
}

TOUCHPOINTS: dict[Tone, str] = {
    Tone.BROKEN: "Does not work",
    Tone.SLOW: "Works, but slow",
    Tone.ANNOYING: "Works, but annoys",
    Tone.UNPROVEN: "Not experienced",
    Tone.FINE: "Works",
}

TOUCHPOINT_ROWS: dict[str, str] = {
    "finding": "Finding a product",
    "mobile site": "The site on a phone",
    "product facts": "Facts about a product",
    "promo code": "A promo code",
    "buying": "Buying",
    "receiving": "Receiving an order",
    "tracking": "Tracking an order",
    "invoice": "The invoice",
    "using": "Using the product",
    "return": "Returning something",
    "help": "The help pages",
    "chat": "The chat",
    "phone": "The phone line",
    "e-mail": "The e-mails",
    "leaving": "Leaving the company",
}
"""Each as it stands after "the last time you experienced"."""

ACTIONS: dict[Party, str] = {
    Party.NOBODY: "",
    Party.COMPANY: "Look at the pictures and hand this to the owner.",
    Party.AUTHOR: "The journey's author brings it up to date.",
    Party.OPERATIONS: "Ask the site's operations to let the shopper in.",
    Party.OPERATOR: "Whoever runs the shopper finds out why and walks it again.",
}

CONFIDENCE = {
    "certain": "",
    "likely": "Likely, not certain: the pictures tell more.",
    "unsure": "Not sure whose turn it is: please look at the pictures first.",
}

LEAST_NOTICED_MS = 100

TURNS: dict[FindingKind, str] = {
    "stopped on purpose": "Nobody's: allow it for a run if you want it proven.",
    "journey out of date": "The journeys' authors.",
    "blocked": "Those who run the site's servers.",
    "not judged": "Whoever runs the mystery shopper.",
    "not walked": "Nobody's: somebody wanted it so.",
    "faulty file": "The journeys' authors.",
    "machine busy": "Whoever runs the mystery shopper.",
}

UNPROVEN_KINDS: dict[FindingKind, str] = {
    "stopped on purpose": "{walks} stopped on purpose before the last step: ready, not proven",
    "journey out of date": "{walks} could not go on: the journey is out of date, the site may be fine",
    "not walked": "{walks} left out, because somebody wanted it so",
    "blocked": "{walks} turned away: the site took the shopper for a robot",
    "not judged": "{walks} could not be judged: the trouble was on the shopper's side",
    "machine busy": "{walks} with times that nobody can judge: the shopper's own machine was busy",
    "faulty file": "{walks} never began: the journey file has mistakes",
}

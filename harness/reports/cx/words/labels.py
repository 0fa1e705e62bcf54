"""Every fixed word of the page: titles, labels, and the word for each verdict, tone and kind.

Each is an entry of the catalogue: who reads it, says it with `phrase`. What is for developers stays English.
"""

from collections.abc import Callable

from harness.judge import FindingKind, Party, Verdict
from harness.record import EffectState
from harness.reports.cx.tones import Tone
from harness.words import entry, phrase_many

BRAND = entry("Mystery shopper")

CHANGED = entry("What changed since the last run")
FINDINGS = entry("What to act on")
FINDINGS_LEAD = entry("The most costly first; then what is not priced, the worst first.")
UNPRICED_LEAD = entry("The worst first.")
NO_FINDINGS = entry("Nothing needs your attention.")
PROMISES = entry("What the company promised")
PROMISES_LEAD = entry(
    "Days that the site names, against what the company promises. Whether they come true is not seen here."
)
PROMISE_KEPT = entry("Kept")
PROMISE_NOT_KEPT = entry("Not kept")
NO_PROMISES = entry("No promise with a day to it was checked: no walk came to one.")
SHARED = entry(
    "A copy for sharing: personal data reads •••••, and pictures that may show some are made unreadable. "
    "The figures that prices rest on are told on the page it was made from."
)
UNREADABLE = entry("Made unreadable, because it may show personal data.")
VISIT_NAME = "VISIT"
FOLDER_NAME = "FOLDER"
TESTERS = "The same run in Allure"
GO_ON = "For testers and developers"
CANNOT = entry("What customers cannot do")
SLOW = entry("What is slow")
OVER_LIMIT = entry("What was over its limit")
COUNTED = entry("What got in the way")
UNPROVEN = entry("What was not experienced")
UNPROVEN_LEAD = entry("After this run nobody can vouch for these things. Grey is not green.")
WORKS = entry("What works")
WORKS_LEAD = entry("The seconds are what the site made the shopper wait; reading and typing come on top.")
LEFT_BEHIND = entry("Left behind in the shop")
LEFT_BEHIND_LEAD = entry("The mystery shopper placed this, and it was not taken back.")
SETTLE = entry("Take it back by hand, then settle it: harness ledger settle MARKER --note ...")
FOUND_OUT = entry("What became of earlier commitments")
BOARD = entry("When was the last time you experienced ...")
BOARD_LEAD = entry(
    "What a shopper of this company really experienced, and when. Grey is what nobody ever did."
)
NEVER = entry("Never experienced")

WHO = entry("Hits")
HAPPENED = entry("What happened")
SAID = entry("The site said")
COST = entry("What it costs")
RESTS_ON = entry("Priced with")
STATE = entry("State")
TICKET = entry("Ticket")
NOTES = entry("Notes")
DONE_WHEN = entry("Done when")
TURN = entry("Whose turn")
TAKE_IT = "Take a finding, or say that it is fixed"
TAKE_IT_HOW = "harness finding NUMBER --owner NAME --state owned"
SEE_IT_AGAIN = "Walk one visit again"
MAKE_AGAIN = "Make this page again"
SHARE_IT = "Make a copy for others"
FINE_FOR = entry("Works for")
ALSO = entry("Also stops")
OWNER = entry("Owner")
ACTION = entry("What to do")
LETTER = entry("Text to send")
NEXT_CHECK = entry("Next check")
CERTAINTY = entry("How sure")
TIME = entry("Time")
SEE_WALKS = entry("Step by step")
NOT_AS_ASKED = entry("Not as asked of this shopper")
DEVELOPERS = "For developers"
JOURNEY_LINE = "Journey file and line"
REPLAY = "Walk it again with"
RECORDED = "Recorded of the walk"
MEASURED = "Measured while these were on"
NOT_CONTACTED = "Not contacted"
MADE_WITH = "Browser"
FOUND_AT_PAGES = "Shopped with"
ALLURE = "The same run for testers and developers"

EFFECTS: dict[str, str] = {
    "message": entry("A message"),
    "account": entry("An account"),
    "order": entry("An order"),
    "return": entry("A return"),
}
EFFECT_STATES: dict[EffectState, str] = {
    "under way": entry("is under way"),
    "withdrawn": entry("was not placed: nothing was pressed"),
    "placed": entry("was placed and is not taken back"),
    "placed, confirmation lost": entry("was placed, and its confirmation was lost"),
    "outcome unknown": entry("may have been placed: nobody knows"),
    "not placed": entry("was not placed: the shop does not know it"),
    "undoing": entry("is being taken back"),
    "undone": entry("was taken back"),
    "undo failed": entry("could not be taken back"),
    "settled": entry("was settled"),
}

NOBODY_OWNS_IT = entry("Nobody yet: name an owner in the journey.")
NEXT_RUN = entry("The next run walks it again.")
MEND_FILE = entry("The journey's author mends it; harness check says what is wrong.")
NO_SHOPPER = entry("No shopper set out.")
NO_WALK = entry("No walk was made")
EACH_ONE_SAMPLE = entry(
    "Each walk is one sample, as this shopper saw it: "
    "customers with other devices, connections and habits may meet something else."
)
NO_PICTURE = entry("No picture could be taken")
PICTURE_LOST = entry("The picture is missing")
NOT_TIDIED = entry("Could not tidy up")
TIDIED_UP = entry("Afterwards, so that nothing is left behind.")
CUT_SHORT = entry("The walk ended in the middle of this step")

STOPPED_HERE = entry("Stopped here")
STEP_SLOW = entry("Slow")
STEP_OVER_LIMIT = entry("Over its limit")
STEP_HASSLE = entry("Hassle")
STOPPED_ON_PURPOSE = entry("Stopped on purpose")
NOT_REACHED = entry("Not reached")
CUT_SHORT_HERE = entry("Cut short here")
RINGED_BROKEN = entry("A red ring marks the place where it stopped.")
RINGED = entry("A ring marks the place.")

NOTHING_WALKED = entry("Nothing was experienced: no walk was made.")
NOTHING_PROVEN = entry("Nothing was proven: no walk came to an end that can be judged.")
ALL_WORKED = entry("Everything customers tried worked.")

VERDICTS: dict[Verdict, str] = {
    Verdict.FINE: entry("Works"),
    Verdict.NOT_WALKED: entry("Not walked"),
    Verdict.STOPPED_ON_PURPOSE: entry("Ready, not proven"),
    Verdict.ANNOYING: entry("Works, but annoys"),
    Verdict.OVER_BUDGET: entry("Works, but over its limit"),
    Verdict.SLOW: entry("Works, but slow"),
    Verdict.OUTDATED: entry("Journey out of date"),
    Verdict.FAULTY_FILE: entry("File has mistakes"),
    Verdict.NOT_JUDGED: entry("Not judged"),
    Verdict.BLOCKED: entry("Blocked as a robot"),
    Verdict.BROKEN: entry("Does not work"),
    Verdict.SITE_DOWN: entry("Site down"),
}

RUN: dict[Tone, str] = {
    Tone.BROKEN: entry("Something does not work"),
    Tone.SLOW: entry("Something is slow"),
    Tone.OVER_LIMIT: entry("Something was over its limit"),
    Tone.ANNOYING: entry("Something annoys"),
    Tone.UNPROVEN: entry("Not all is proven"),
    Tone.FINE: entry("All works"),
}

TALLY: dict[Tone, Callable[[int], str]] = {
    Tone.BROKEN: lambda number: phrase_many("does not work", "do not work", number),
    Tone.SLOW: lambda number: phrase_many("is slow", "are slow", number),
    Tone.OVER_LIMIT: lambda number: phrase_many("was over its limit", "were over their limits", number),
    Tone.ANNOYING: lambda number: phrase_many("annoys", "annoy", number),
    Tone.UNPROVEN: lambda number: phrase_many("not experienced", "not experienced", number),
    Tone.FINE: lambda number: phrase_many("works well", "work well", number),
}
"""The number stands before it."""

TOUCHPOINTS: dict[Tone, str] = {
    Tone.BROKEN: entry("Does not work"),
    Tone.SLOW: entry("Works, but slow"),
    Tone.OVER_LIMIT: entry("Works, but over its limit"),
    Tone.ANNOYING: entry("Works, but annoys"),
    Tone.UNPROVEN: entry("Not experienced"),
    Tone.FINE: entry("Works"),
}

TOUCHPOINT_ROWS: dict[str, str] = {
    "finding": entry("Finding a product"),
    "mobile site": entry("The site on a phone"),
    "product facts": entry("Facts about a product"),
    "promo code": entry("A promo code"),
    "buying": entry("Buying"),
    "receiving": entry("Receiving an order"),
    "tracking": entry("Tracking an order"),
    "invoice": entry("The invoice"),
    "using": entry("Using the product"),
    "return": entry("Returning something"),
    "help": entry("The help pages"),
    "chat": entry("The chat"),
    "phone": entry("The phone line"),
    "e-mail": entry("The e-mails"),
    "leaving": entry("Leaving the company"),
}
"""Each as it stands after "the last time you experienced"."""

STAGES: dict[str, str] = {
    "find": entry("Find"),
    "choose": entry("Choose"),
    "buy": entry("Buy"),
    "receive": entry("Receive"),
    "use": entry("Use"),
    "help": entry("Help"),
    "return": entry("Return"),
    "leave": entry("Leave"),
}
"""A company's own stages are said as they are called."""

ACTIONS: dict[Party, str] = {
    Party.NOBODY: "",
    Party.COMPANY: entry("Look at the pictures and hand this to the owner."),
    Party.AUTHOR: entry("The journey's author brings it up to date."),
    Party.OPERATIONS: entry("Ask the site's operations to let the shopper in."),
    Party.OPERATOR: entry("Whoever runs the shopper finds out why and walks it again."),
}

CONFIDENCE = {
    "certain": "",
    "likely": entry("Likely, not certain: the pictures tell more."),
    "unsure": entry("Not sure whose turn it is: please look at the pictures first."),
}

LEAST_NOTICED_MS = 100

TURNS: dict[FindingKind, str] = {
    "stopped on purpose": entry("Nobody's: allow it for a run if you want it proven."),
    "journey out of date": entry("The journeys' authors."),
    "blocked": entry("Those who run the site's servers."),
    "not judged": entry("Whoever runs the mystery shopper."),
    "not walked": entry("Nobody's: somebody wanted it so."),
    "faulty file": entry("The journeys' authors."),
    "machine busy": entry("Whoever runs the mystery shopper."),
}

UNPROVEN_KINDS: dict[FindingKind, str] = {
    "stopped on purpose": entry("{walks} stopped on purpose before the last step: ready, not proven"),
    "journey out of date": entry("{walks} could not go on: the journey is out of date, the site may be fine"),
    "not walked": entry("{walks} left out, because somebody wanted it so"),
    "blocked": entry("{walks} turned away: the site took the shopper for a robot"),
    "not judged": entry("{walks} could not be judged: the trouble was on the shopper's side"),
    "machine busy": entry("{walks} with times that nobody can judge: the shopper's own machine was busy"),
    "faulty file": entry("{walks} never began: the journey file has mistakes"),
}

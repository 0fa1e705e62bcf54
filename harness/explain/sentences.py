"""The catalogue of sentences by which a journey is explained; what is not in a table speaks for itself."""

from collections.abc import Mapping, Sequence

VERBS: Mapping[str, str] = {
    "answer": "Answers {reply} when the page asks {question}",
    "click": "Presses {target}",
    "fill": "Types {text} into {field}",
    "press": "Presses the key {key}",
    "remember": "Keeps {value} in mind as {name}",
    "request": "Asks the site's servers directly: {method} {address}{expect}{remember}",
    "switch to": "Goes on in the {tab}",
    "see": "Waits until {claim}",
    "not see": "Waits until it is no longer so that {claim}",
    "should see": "Notes it when it is not so that {claim}",
    "wait for": "Waits until {target}, up to {at_most}, because {because}",
    "if see": "If {target}: {do}",
    "repeat until see": "Until {target}, at most {at_most} times: {do}",
}
"""What verbs say that should not be said as the record says it: `choose {option} for {field}`."""

NAMED: Mapping[tuple[str, str], str] = {
    ("request", "expect"): ", and checks what they answer",
    ("request", "remember"): ", and keeps {} in mind",
}
"""What is said of arguments that are given by name; of others nothing is said."""

CHECKS: Mapping[str, str] = {
    word: f"is {word} {{}}"
    for word in ("less than", "more than", "at least", "at most", "no later than", "one of")
}
"""Check words that are no sentence of their own; all others are, such as `contains`."""
PATTERN = "is of the form {}"

COMMITS: Mapping[str, str] = {
    "nothing": "It commits to nothing.",
    "cart": "It fills a basket, which commits to nothing.",
    "message": "It sends a message to the company{allowed}.",
    "account": "It opens an account{allowed}.",
    "order": "It places an order{allowed}.",
    "return": "It registers a return{allowed}.",
}
ALLOWED = ", if the run was allowed to; otherwise it stops before that click"
BY_PRESS, BY_REQUEST = "The last click or press here", "What is sent here"
STEP_COMMITS = "{by} commits to this: {level}."
STEP_UNDOES = "{by} takes this back: {level}."
REFUSED = "The shop is meant to refuse it."
COSTS = "What it costs is read off {} before."

LIMITS: Mapping[str, str] = {
    "journey_ms": "all steps together: {}",
    "step_ms": "a step: {}",
    "lcp_ms": "until a page shows its main content: {}",
    "load_ms": "until a page is complete: {}",
    "inp_ms": "until a page answers: {}",
    "cls": "how much a page may jump: {}",
    "weight_bytes": "what a page may bring: {}",
    "requests": "pieces of a page: {}",
}
OVER_BUDGET = "Slower or heavier than this is over budget: {}."
WITHIN = "Longer than {} is slow."

IF_IT_FAILS = "If it fails: severity {severity}{owner}."
OWNER = ", and {} acts"
WHO = "Who walks it: {}."
FOR_SITES = "It is only for: {}."
ONCE = "It is walked once."
OFTEN = "It is walked {} times: {}."
VARIATIONS = "in {} variations"
SHOPPERS = "by {} shoppers"
VARIATION = "Variation {}: {}."
NOTHING_DIFFERENT = "nothing is different"
MORE_VARIATIONS = "And {} more."
CLEANUP = "In the end, also after a failure, she puts everything back:"
LOOKUP = "If nobody knows whether it was done, a later visit finds out:"
FROM_PART = 'Shared steps "{part}"{values}:'
NAMED_PART = "Does what several journeys share{values}."
THEN = "Then {}."
HOPED = "Nice to have, and only noted when missing: {}."
SEES = "sees {}"
LOOKS_LIKE = "the page shows what its snapshot says"
MANY = "number {}"
ORDERS: Mapping[str, str] = {"in order": "come in this order: {}", "exactly": "are exactly {}"}
STANDING: Mapping[str, str] = {"is now": "{} is {}", "leads to": "{} leads to {}"}
"""What is checked besides values: how many, in which order, in which state, a whole page."""

IN_CLAUSE = "{} is there"

NOTHING = "nothing"
LATER = "[{}]"
"""A value that is known only when the journey is walked, or differs from row to row."""
PREFIXED: Mapping[str, str] = {
    "persona": "her {}",
    "shopper": "the shopper's {}",
    "secret": "secret {}",
    "totp": "one-time code {}",
    "site": "the site's {}",
    "env": "setting {}",
    "visit": "the visit's {}",
}


def third_person(sentence: str) -> str:
    """Return what is done as what she does: `choose {option}` as `Chooses {option}`."""
    verb, space, rest = sentence.partition(" ")
    if verb.endswith(("s", "sh", "ch", "x", "o")):
        verb += "es"
    elif verb.endswith("y") and verb[-2:-1] not in "aeiou":
        verb = f"{verb[:-1]}ies"
    else:
        verb += "s"
    return f"{verb[:1].upper()}{verb[1:]}{space}{rest}"


def listed(clauses: Sequence[str], last: str = " and ") -> str:
    """Return clauses as one: `a, b and c`."""
    *most, end = clauses
    return f"{', '.join(most)}{last}{end}" if most else end


def lower_first(text: str) -> str:
    """Return a sentence as it stands within another one; `VIP customers` stay so."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]

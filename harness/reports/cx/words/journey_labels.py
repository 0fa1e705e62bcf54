"""Every fixed word of a journey's page: titles, labels, and the words for what a shopper does."""

DEEDS = {
    "open": "Opened {what}",
    "click": "Clicked {what}",
    "fill": "Filled {what}",
    "choose": "Chose {what}",
    "check": "Ticked {what}",
    "uncheck": "Unticked {what}",
    "press": "Pressed {what}",
    "hover": "Pointed at {what}",
    "upload": "Gave {what}",
    "scroll to": "Scrolled to {what}",
    "go back": "Went back",
    "reload": "Opened the page again",
    "switch to": "Went to {what}",
    "download": "Took {what}",
    "drag": "Dragged {what}",
    "pick date": "Picked {what}",
}
"""By the verb of a journey: what its shopper did. A team's own verbs are said as they are called."""

MOST_DEEDS = 4
A_PLACE = "a place on the page"
USUAL_FORM = "in the form that was expected"

ALL_OF_THE_RUN = "All of this run"
WHO = "Who"
WHY = "Why it matters"
SHOPPED_WITH = "With"
HOW_REAL = "How real"
STRIP = "Step by step"
SHOW_STEPS = "Its steps"
SAW = "She saw"
CURVE = "How easy each step was"
CURVE_LEGEND = "Computed from facts, not feelings."
CURVE_DOTTED = "Dotted"
CURVE_SCALE = "Higher is easier."
STEP = "Step"
THIS_TIME = "This time"
MET = "What broke or annoyed"
PROVES_NOTHING = "Why this proves nothing"
NOTHING_MET = "Nothing broke, and nothing annoyed."
NOTHING_BROKE = "Nothing broke; what got in the way is counted below."
MORE_MET = "more on the page of the whole run"
EVIDENCE = "To see"
SINCE = "How long"
DONE_WHEN = "Done when"
TICKET = "Ticket"
COST = "What it costs"
COST_BREAKS = "That nothing is done"
NO_COST = "Nothing is lost here that is known of."
CUSTOMER_TIME = "Customer time"
HASSLES = "Hassles"
GRADE = "In a word"
NOT_MEASURED = "Customer time and hassles were not measured in this walk."
COMPARED = "Now, and when it last went well"
NOW = "Now"
PROMISES = "What was promised"
PROMISED = "Promised"
DELIVERED = "Delivered"
KEPT_QUESTION = "Kept?"
NO_PROMISE = "The journey holds the shop to no promise."
KEPT, NOT_KEPT, NOT_SHOWN = "Kept", "Not kept", "Not shown"
AS_PROMISED, SHOWN, WAS_NOT_SHOWN = "As promised", "It was shown", "It was not shown"
SURPRISES = "What changed since it last went well"
NO_SURPRISE = "The pages say what they said then."
FOR_THE_BETTER = "For the better"
NOTHING_TO_COMPARE = "There is no good walk to compare with yet."
NIGHTS = "The last runs"
FIRST_RUN = "This is the first run that is remembered."
FIRST_WALK = "This is the first time that it was walked."
NEW_NOW = "New in this run."
THIS_RUN = "this run"
UNTRIED = "What we did not experience"
ALONE = "No other kind of customer walked it in this run."
ONE_SAMPLE = "Each walk is one sample, as this shopper saw it."
NOT_WALKED = "Was not walked."

INPUTS = {"keyboard": "with the keyboard only", "touch": "by touch", "mouse": "with a mouse"}
OWN_SCREEN = "A computer"
NOTHING_SIMULATED = "Nothing was simulated: the real site, as a customer meets it."
STOPPED_ON_PURPOSE = "Stopped on purpose before the last step: ready, not proven."
NOT_TO_THE_END = "The walk did not come to an end that can be judged."

DEVELOPERS_SAY = "The browser's own words"
FIGURES = ("Page", "TTFB", "FCP", "LCP", "INP", "Load", "CLS")
FIGURES_SAY = "Figures of the pages, in milliseconds; layout shift without a unit. A blank was not measured."

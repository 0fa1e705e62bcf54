"""Every fixed word of a journey's page: titles, labels, and the words for what a shopper does.

Each is an entry of the catalogue: who reads it, says it with `phrase`. What is for developers stays English.
"""

from harness.words import entry

DEEDS = {
    "open": entry("Opened {what}"),
    "click": entry("Clicked {what}"),
    "fill": entry("Filled {what}"),
    "choose": entry("Chose {what}"),
    "check": entry("Ticked {what}"),
    "uncheck": entry("Unticked {what}"),
    "press": entry("Pressed {what}"),
    "hover": entry("Pointed at {what}"),
    "upload": entry("Gave {what}"),
    "scroll to": entry("Scrolled to {what}"),
    "go back": entry("Went back"),
    "reload": entry("Opened the page again"),
    "switch to": entry("Went to {what}"),
    "download": entry("Took {what}"),
    "drag": entry("Dragged {what}"),
    "pick date": entry("Picked {what}"),
}
"""By the verb of a journey: what its shopper did. A team's own verbs are said as they are called."""

MOST_DEEDS = 4
A_PLACE = entry("a place on the page")
USUAL_FORM = entry("in the form that was expected")

ALL_OF_THE_RUN = entry("All of this run")
WHO = entry("Who")
WHY = entry("Why it matters")
SHOPPED_WITH = entry("With")
HOW_REAL = entry("How real")
STRIP = entry("Step by step")
SHOW_STEPS = entry("Its steps")
SAW = entry("She saw")
CURVE = entry("How easy each step was")
CURVE_LEGEND = entry("Computed from facts, not feelings.")
CURVE_SCALE = entry("Higher is easier.")
STEP = entry("Step")
THIS_TIME = entry("This time")
MET = entry("What broke or annoyed")
PROVES_NOTHING = entry("Why this proves nothing")
NOTHING_MET = entry("Nothing broke, and nothing annoyed.")
NOTHING_BROKE = entry("Nothing broke; what got in the way is counted below.")
EVIDENCE = entry("To see")
SINCE = entry("How long")
DONE_WHEN = entry("Done when")
TICKET = entry("Ticket")
COST = entry("What it costs")
COST_BREAKS = entry("That nothing is done")
NO_COST = entry("Nothing is lost here that is known of.")
CUSTOMER_TIME = entry("Customer time")
HASSLES = entry("Hassles")
GRADE = entry("In a word")
NOT_MEASURED = entry("Customer time and hassles were not measured in this walk.")
COMPARED = entry("Now, and when it last went well")
NOW = entry("Now")
PROMISES = entry("What was promised")
PROMISED = entry("Promised")
DELIVERED = entry("Delivered")
KEPT_QUESTION = entry("Kept?")
NO_PROMISE = entry("The journey holds the shop to no promise.")
KEPT, NOT_KEPT, NOT_SHOWN = entry("Kept"), entry("Not kept"), entry("Not shown")
AS_PROMISED, SHOWN, WAS_NOT_SHOWN = entry("As promised"), entry("It was shown"), entry("It was not shown")
SURPRISES = entry("What changed since it last went well")
NO_SURPRISE = entry("The pages say what they said then.")
FOR_THE_BETTER = entry("For the better")
NOTHING_TO_COMPARE = entry("There is no good walk to compare with yet.")
NIGHTS = entry("The last runs")
FIRST_RUN = entry("This is the first run that is remembered.")
FIRST_WALK = entry("This is the first time that it was walked.")
NEW_NOW = entry("New in this run.")
THIS_RUN = entry("this run")
UNTRIED = entry("What we did not experience")
ALONE = entry("No other kind of customer walked it in this run.")
ONE_SAMPLE = entry("Each walk is one sample, as this shopper saw it.")
NOT_WALKED = entry("Was not walked.")

INPUTS = {
    "keyboard": entry("with the keyboard only"),
    "touch": entry("by touch"),
    "mouse": entry("with a mouse"),
}
OWN_SCREEN = entry("A computer")
NOTHING_SIMULATED = entry("Nothing was simulated: the real site, as a customer meets it.")
STOPPED_ON_PURPOSE = entry("Stopped on purpose before the last step: ready, not proven.")
NOT_TO_THE_END = entry("The walk did not come to an end that can be judged.")

DEVELOPERS_SAY = "The browser's own words"
FIGURES = ("Page", "TTFB", "FCP", "LCP", "INP", "Load", "CLS")
FIGURES_SAY = "Figures of the pages, in milliseconds; layout shift without a unit. A blank was not measured."

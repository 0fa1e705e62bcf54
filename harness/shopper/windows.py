"""How long the shopper waits for what besides the customer's patience: every such window, in one place."""

DEAD_CLICK_MS = 1000
"""What a press changes shows by then. A second is the limit for the flow of thought (Nielsen 1993)."""
VERDICT_OF_PAGE_MS = 400
"""After that second, how much longer the page may take to say that nothing changed; else nobody knows."""
WAKING_UP_MS = 1500
"""After it has loaded, how long a page may still be waking up, so that a press on it is lost."""
ANSWER_MS = 3000
"""A page that has not answered a plain question by then takes notice of nobody."""
PULSE_MS = 5000
"""While something takes long: how often the page is asked whether it still answers."""
ACTION_MS = 120_000
"""No action or check lasts longer, whatever happens: three navigations and then some."""
DIAGNOSIS_MS = 30_000
CAPTURE_MS = 10_000
CLOSING_MS = 10_000
"""How long a page, a context or a browser may take to open or to close."""
TROUBLE_WATCHED_MS = 10_000
"""How long after a press a page is watched for messages of trouble: by then a customer has left."""

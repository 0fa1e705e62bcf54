"""How long the shopper waits for what besides the customer's patience: every such window, in one place."""

DEAD_CLICK_MS = 1000
"""What a press changes shows by then. A second is the limit for the flow of thought (Nielsen 1993)."""
VERDICT_OF_PAGE_MS = 2000
"""After that second, how much longer the page may take to say that nothing changed; else nobody knows."""
TAB_OPENING_MS = 5000
"""A tab is known to the shopper when its page has begun to come: how long that is waited for."""
WAKING_UP_MS = 1500
"""After it has loaded, how long a page may still be waking up, so that a press on it is lost."""
AT_REST_MS = 1000
"""How long a page that waits for nothing must show the same, until there are "only so many" on it."""
ACTION_MS = 120_000
"""No action or check lasts longer, whatever happens: three navigations and then some."""
DIAGNOSIS_MS = 30_000
CAPTURE_MS = 10_000
SETTING_OUT_MS = 30_000
TROUBLE_WATCHED_MS = 10_000
"""How long after a press a page is watched for messages of trouble: by then a customer has left."""
FINISHING_MS = 30_000
"""How long a visit may take to hand over what it holds: the trace of a long one is big."""

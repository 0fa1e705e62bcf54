"""The exit code of a run whose operator must act: no browser, no disk, no shop, secrets in git."""

CANNOT_WALK = 3

"""An older version's tables in, those of this version out: one module a step, in `versions/`."""

"""The page of a journey and persona, section by section, and as a reader opens it."""

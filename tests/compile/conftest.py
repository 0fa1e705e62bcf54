"""The journeys beside the golden files are compiled here, not walked."""

collect_ignore = ["golden"]

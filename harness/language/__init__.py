"""YAML text in, checked journeys out, or every problem with its place and remedy."""

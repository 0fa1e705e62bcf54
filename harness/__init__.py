"""The mystery shopper: journeys in YAML in, what customers cannot do out."""

__version__ = "0.1.0"

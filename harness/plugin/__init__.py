"""pytest in, walked journeys out."""

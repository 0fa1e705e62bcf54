"""Journeys in, how much of what customers see they check out: what the shop shows is spoiled on purpose."""

"""The embedded shop: a small real web shop to walk journeys in, with defects to switch on."""

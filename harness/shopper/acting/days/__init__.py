"""A day in, chosen as a customer chooses it: typed, or in a calendar."""

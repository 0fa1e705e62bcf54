"""A page in, what can be named on it out, as an author writes it."""

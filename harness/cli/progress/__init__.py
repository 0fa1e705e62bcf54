"""A run under way in, what a person wants to see of it out."""

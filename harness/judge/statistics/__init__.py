"""Samples in, how sure one may be of what they seem to say out."""

"""A journey that is being written in, walked step by step before the eyes of its author out."""

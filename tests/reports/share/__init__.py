"""Tests of the copy that may be given to others."""

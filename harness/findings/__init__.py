"""Judged visits in, findings with a number and a life out: what has one cause is one finding."""

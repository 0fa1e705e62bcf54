"""Judged runs in; what earlier runs know, for judging the next one and for every report, out."""

"""The tables of the language in, JSON Schemas out, by which editors complete and check while one types."""

"""The sections of a journey's page: each a file that makes its view, and a template of the same name."""

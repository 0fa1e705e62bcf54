"""A run's pages in, a copy of them out that may be sent to anybody."""

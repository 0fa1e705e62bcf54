"""A journey in, one ordinary pytest-playwright test out, the same to the byte every time."""

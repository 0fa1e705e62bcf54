"""Facts about what doing nothing costs."""

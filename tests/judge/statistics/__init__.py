"""Facts about samples."""

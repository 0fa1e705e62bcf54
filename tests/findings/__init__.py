"""Facts about findings over many nights."""

"""What the shop remembers: rows of SQLite in, frozen values out."""

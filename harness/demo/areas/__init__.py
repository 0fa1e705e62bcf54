"""What a visitor sees: one Flask blueprint for each area of the shop."""

"""What the shopper notices besides what she does."""

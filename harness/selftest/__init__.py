"""The embedded shop with each of its defects in, whether the shopper finds every one out."""

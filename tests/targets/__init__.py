"""What can be named on a page."""

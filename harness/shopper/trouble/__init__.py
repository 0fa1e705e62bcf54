"""What stood in the way of an action, and how the page was then."""

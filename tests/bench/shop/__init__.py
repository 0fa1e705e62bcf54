"""Ten steps in the embedded shop, twice: as a journey, and written by hand."""

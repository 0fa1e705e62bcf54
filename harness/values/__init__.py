"""Text seen on a page in, typed values and how they compare out: money, numbers, shares, dates, words."""

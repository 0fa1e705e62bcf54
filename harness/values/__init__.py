"""Text seen on a page in, typed values out, and how they compare: money, numbers, percentages, dates, words."""

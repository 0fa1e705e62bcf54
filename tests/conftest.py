"""What all tests share; cases that are themselves journeys are not walked by pytest."""

collect_ignore = ["bad", "bench/shop", "good", "surroundings"]

"""What all tests share; cases that are themselves journeys are not walked by pytest."""

from hypothesis import settings

settings.register_profile("here", deadline=None)  # how long a case takes tells how busy the machine is
settings.load_profile("here")

collect_ignore = ["bad", "bench/shop", "good", "surroundings"]

"""A site and its journeys in, whether a first run may begin out: `harness preflight`."""

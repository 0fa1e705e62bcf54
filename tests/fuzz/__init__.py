"""Files nobody would write in, a journey or its problems out: looked for by the hour, led by coverage."""

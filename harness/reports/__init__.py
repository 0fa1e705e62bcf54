"""Records and judgements in, reports for people out."""

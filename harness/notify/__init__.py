"""A run's reports in, messages to people and tickets out; what cannot be sent stays in the outbox."""

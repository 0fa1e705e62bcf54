"""A connection that is open already in, the steps that alembic was asked for done on it out."""

from alembic import context

from harness.history.schema import VERSIONS

context.configure(connection=context.config.attributes["connection"], version_table=VERSIONS)
context.run_migrations()

"""The journeys of this checkout run by the plugin that is installed with it."""

pytest_plugins = ("harness.plugin",)

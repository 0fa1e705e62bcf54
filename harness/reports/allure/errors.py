"""Why there is no Allure page, in one plain line."""


class AllureHtmlError(Exception):
    """The Allure page could not be made; the run and its other reports stand without it."""

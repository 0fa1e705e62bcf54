"""A page in, the texts out that its reader reads."""

from html.parser import HTMLParser

NEVER_CLOSED = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "use"}
NOT_READ = {"style", "script", "code"}


class Read(HTMLParser):
    """Takes the texts of a page that its reader reads; what is for developers stays English."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._inside: list[bool] = [True]
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take what describes it, and look whether it is read."""
        is_read = (
            self._inside[-1] and tag not in NOT_READ and not any(name == "data-team" for name, _ in attrs)
        )
        if is_read:
            self.texts += [value or "" for name, value in attrs if name in {"alt", "title", "aria-label"}]
        if tag not in NEVER_CLOSED:
            self._inside.append(is_read)

    def handle_endtag(self, tag: str) -> None:
        """Leave what was open."""
        if tag not in NEVER_CLOSED:
            self._inside.pop()

    def handle_data(self, data: str) -> None:
        """Take a text that is read."""
        if self._inside[-1] and data.strip():
            self.texts.append(data)

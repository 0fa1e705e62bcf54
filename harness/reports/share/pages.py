"""A page of a run in, the same page out as others may read it, and the pictures it shows."""

import posixpath
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser
from urllib.parse import quote, unquote

from harness.reports.cx.words import labels
from harness.reports.share.for_others import for_others
from harness.reports.share.masking import Masking
from harness.words import phrase

ONLY_FOR_THE_TEAM = "data-team"
"""Marks what only those who run the shopper may see."""

_NEVER_CLOSED = frozenset(
    {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
)
_AS_IT_IS = frozenset({"style"})
_LEADS = frozenset({"href", "src", "xlink:href"})
_NAMES = frozenset({"id", "aria-labelledby", "aria-describedby", "for"})
_READ = frozenset({"alt", "title", "aria-label", "content", "datetime"})
_PICTURES = (".jpg", ".jpeg", ".png", ".webp")


@dataclass
class Copy:
    """What all pages of a copy have in common.

    Args:
        pages: The pages that are shared, relative to the run's folder.
        is_clear: Whether a picture may be shown as it is.
        has: Whether a picture is there at all.
        pictures: The pictures that are shown, with what they are called in the copy.
        names: What names within pages are called in the copy, where they told something personal.
    """

    masking: Masking
    pages: Collection[str]
    is_clear: Callable[[str], bool]
    has: Callable[[str], bool]
    pictures: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)

    def text(self, text: str) -> str:
        """Return what a text reads in the copy."""
        return self.masking.text(for_others(text))

    def picture(self, file: str) -> str:
        """Return what a picture is called in the copy: its own name may tell whom it shows."""
        ending = posixpath.splitext(file)[1].lower()
        return self.pictures.setdefault(file, f"pictures/{len(self.pictures) + 1:04}{ending}")

    def page(self, page: str) -> str:
        """Return what a page is called in the copy: a shopper's or a journey's name may tell who she is."""
        folder, file = posixpath.split(page)
        name, ending = posixpath.splitext(file)
        return posixpath.join(folder, f"{self.name(name)}{ending}")

    def name(self, name: str) -> str:
        """Return what a page, or a place on one, is called in the copy."""
        if not self.masking.knows(name.replace("-", " ")):
            return name
        return self.names.setdefault(name, f"part-{len(self.names) + 1}")


class _Sharing(HTMLParser):
    """Passes on what may be shared."""

    def __init__(self, page: str, copy: Copy) -> None:
        super().__init__(convert_charrefs=True)
        self._page, self._copy = page, copy
        self._inside: list[str] = []
        self._left_out: list[str] = []
        self.text: list[str] = []

    def handle_decl(self, decl: str) -> None:
        self.text.append(f"<!{decl}>")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._left_out:
            self._left_out += [tag] if tag == self._left_out[0] else []
        elif any(name == ONLY_FOR_THE_TEAM for name, _ in attrs):
            self._left_out += [] if tag in _NEVER_CLOSED else [tag]
        else:
            self._inside += [] if tag in _NEVER_CLOSED else [tag]
            self.text.append(self._tag(tag, attrs))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not self._left_out and not any(name == ONLY_FOR_THE_TEAM for name, _ in attrs):
            self.text.append(self._tag(tag, attrs, end="/>"))

    def handle_endtag(self, tag: str) -> None:
        if self._left_out:
            self._left_out = self._left_out[:-1] if tag == self._left_out[0] else self._left_out
            return
        if tag == "footer":
            self.text.append(f"<p>{escape(phrase(labels.SHARED))}</p>")
        if self._inside[-1:] == [tag]:
            self._inside.pop()
        self.text.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if not self._left_out:
            as_it_is = self._inside[-1:] and self._inside[-1] in _AS_IT_IS
            self.text.append(data if as_it_is else escape(self._copy.text(data), quote=False))

    def _tag(self, tag: str, attrs: list[tuple[str, str | None]], end: str = ">") -> str:
        if tag == "img" and not self._shows_something(dict(attrs)):
            return ""
        return f"<{tag}{''.join(self._attributes(tag, attrs))}{end}"

    def _shows_something(self, attrs: dict[str, str | None]) -> bool:
        return bool(self._lead(attrs.get("src") or ""))

    def _attributes(self, tag: str, attrs: list[tuple[str, str | None]]) -> Iterator[str]:
        for name, value in attrs:
            if value is None:
                yield f" {name}"
            elif name in _LEADS:
                lead = self._lead(value)
                yield f' {name}="{escape(lead)}"' if lead else ""
            elif not name.startswith("on"):
                yield f' {name}="{escape(self._said(tag, name, value, dict(attrs)))}"'

    def _said(self, tag: str, name: str, value: str, attrs: dict[str, str | None]) -> str:
        if name in _NAMES:
            return " ".join(map(self._copy.name, value.split()))
        if name not in _READ:
            return value
        said = self._copy.text(value)
        source = self._file(attrs.get("src") or "") if tag == "img" and name == "alt" else ""
        return f"{said} {phrase(labels.UNREADABLE)}" if source and not self._copy.is_clear(source) else said

    def _lead(self, link: str) -> str:
        """Return where a link leads in the copy; nothing where that is not shared."""
        file, has_part, part = link.partition("#")
        where = f"#{self._copy.name(part)}" if has_part else ""
        if not file or link.startswith("data:"):
            return where or link
        target = self._file(file)
        if target.endswith(_PICTURES) and self._copy.has(target):
            return self._from_here(self._copy.picture(target))
        return f"{self._from_here(self._copy.page(target))}{where}" if target in self._copy.pages else ""

    def _file(self, link: str) -> str:
        """Return the file of the run that a link means."""
        if ":" in link or link.startswith("/"):
            return ""
        return posixpath.normpath(posixpath.join(posixpath.dirname(self._page), unquote(link)))

    def _from_here(self, file: str) -> str:
        return quote(posixpath.relpath(file, posixpath.dirname(self._page) or "."))


def shared_page(text: str, page: str, copy: Copy) -> str:
    """Return a page as it may be shared, and note in `copy` which pictures it shows.

    Args:
        text: The page.
        page: Its path in the run's folder.
        copy: What all pages of the copy have in common.
    """
    sharing = _Sharing(page, copy)
    sharing.feed(text)
    sharing.close()
    return "".join(sharing.text)

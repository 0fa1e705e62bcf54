"""The documents above this folder in, pages of the site out: mkdocs knows only its own folder."""

import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

ABOVE = Path(__file__).parents[1]
PAGES = {
    "README.md": "index.md",
    "ARCHITECTURE.md": "ARCHITECTURE.md",
    "CONTRIBUTING.md": "CONTRIBUTING.md",
    "CHANGELOG.md": "CHANGELOG.md",
}


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the documents from above, their links as seen from here."""
    for name, page in PAGES.items():
        text = (ABOVE / name).read_text(encoding="utf-8")
        files.append(File.generated(config, page, content=_from_here(text)))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    """Let links to the documents above lead to their pages."""
    return re.sub(r"\]\(\.\./(\w+\.md)", lambda link: f"]({PAGES.get(link[1], link[1])}", markdown)


def _from_here(text: str) -> str:
    text = re.sub(r"\]\(docs/", "](", text)
    return re.sub(r"\[([^\]]*)\]\(LICENSE\)", r"\1", text).replace("](README.md", "](index.md")

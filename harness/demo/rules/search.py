"""Words typed into the search field and the catalogue in, the matching products out."""

import re
from collections.abc import Iterable

from harness.demo.rules.articles import Product


def find_products(query: str, products: Iterable[Product]) -> tuple[Product, ...]:
    """Return the products in whose name, kind or color every typed word begins a word."""
    words = [_singular(word) for word in _words(query)]
    if not words:
        return ()
    return tuple(product for product in products if _matches(words, product))


def result_sentence(query: str, count: int) -> str:
    """Say how many products were found."""
    if count == 0:
        return f'No products for "{query}"'
    return f'{count} {"product" if count == 1 else "products"} for "{query}"'


def _matches(words: list[str], product: Product) -> bool:
    known = _words(f"{product.name} {product.category} {product.color_name} {product.keywords}")
    return all(any(candidate.startswith(word) for candidate in known) for word in words)


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.lower())


def _singular(word: str) -> str:
    return word.removesuffix("s") if len(word) > len("bus") else word

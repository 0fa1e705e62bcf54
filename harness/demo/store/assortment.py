"""`assortment.toml` in, the categories and products of a new database out."""

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

from harness.demo.rules.articles import Category, Product


def _product(entry: dict[str, Any]) -> Product:
    lists = {name: tuple(entry[name]) for name in ("details", "sizes")}
    return Product(**{**entry, **lists, "price": Decimal(entry["price"])})


_ASSORTMENT = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
CATEGORIES = tuple(Category(**entry) for entry in _ASSORTMENT["category"])
PRODUCTS = tuple(_product(entry) for entry in _ASSORTMENT["product"])

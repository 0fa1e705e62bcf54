"""What is sold and what lies in a basket, as frozen values."""

from dataclasses import dataclass
from decimal import Decimal

from harness.demo.rules.money import NOTHING

FEW = 5
MOST_PER_ARTICLE = 10


@dataclass(frozen=True)
class Category:
    """One shelf of the shop."""

    slug: str
    name: str
    line: str


@dataclass(frozen=True)
class Product:
    """One article as the catalogue shows it."""

    slug: str
    name: str
    category: str
    price: Decimal
    drawing: str
    color: str
    color_name: str
    line: str
    story: str
    details: tuple[str, ...]
    sizes: tuple[str, ...]
    stock: int
    keywords: str = ""

    @property
    def availability(self) -> str:
        """Say how many are left the way a customer reads it."""
        if self.stock <= 0:
            return "Sold out"
        return f"Only {self.stock} left" if self.stock <= FEW else "In stock"

    @property
    def usual_size(self) -> str:
        """Return the size that is chosen unless the customer chooses."""
        return "M" if "M" in self.sizes else self.sizes[len(self.sizes) // 2]


@dataclass(frozen=True)
class BasketLine:
    """Some pieces of one article in one size."""

    product: Product
    size: str
    quantity: int

    @property
    def key(self) -> str:
        """Name the line within its basket."""
        return f"{self.product.slug}:{self.size}"

    @property
    def name(self) -> str:
        """Name the article with its size."""
        return article_name(self.product.name, self.size)

    @property
    def total(self) -> Decimal:
        """Return the price of all pieces."""
        return self.product.price * self.quantity


@dataclass(frozen=True)
class Basket:
    """What a visitor means to buy, and the promo codes applied to it."""

    lines: tuple[BasketLine, ...] = ()
    codes: tuple[str, ...] = ()

    @property
    def subtotal(self) -> Decimal:
        """Return the price of all articles before discount and delivery."""
        return sum((line.total for line in self.lines), NOTHING)

    @property
    def pieces(self) -> int:
        """Count the pieces of all articles."""
        return sum(line.quantity for line in self.lines)


def article_name(name: str, size: str) -> str:
    """Name an article with its size, unless it comes in one size only."""
    return name if size == "One size" else f"{name}, size {size}"

"""Five things a customer does in the embedded shop, done by hand."""

from collections.abc import Callable, Mapping

from harness.demo import DEMO_CUSTOMER, DEMO_SECRETS
from tests.recorder.person import Person

PASSWORD = DEMO_SECRETS["NORTHFOLD_PASSWORD"]


def search(person: Person) -> None:
    person.reads("Made for the walk home")
    person.types("Search products", "shirt")
    person.page.keyboard.press("Enter")
    person.reads("Search results")
    person.presses("Blue shirt")
    person.reads("Blue shirt")


def promo_code(person: Person) -> None:
    put_in_basket(person)
    person.types("Promo code", "SAVE10")
    person.presses("Apply")
    person.sees(person.page.get_by_text("Promo code SAVE10 applied"))


def order_as_guest(person: Person) -> None:
    put_in_basket(person)
    person.presses("Go to checkout")
    person.reads("Checkout")
    person.presses("Continue as guest")
    person.reads("Delivery address")
    for label, text in {
        "E-mail address": "pat.doe@mystery.example",
        "First name": "Pat",
        "Last name": "Doe",
        "Street address": "12 Alder Street",
        "City": "Portland",
        "ZIP code": "97201",
    }.items():
        person.types(label, text)
    person.chooses("State", "Oregon")
    person.presses("Continue to delivery")
    person.reads("Delivery")
    person.clicks(person.page.locator("label").filter(has_text="Parcel shop"))
    person.presses("Continue to payment")
    person.reads("Review and pay")
    card = person.page.frame_locator("iframe")
    person.types_into(card.get_by_label("Card number"), "4242 4242 4242 4242")
    person.types_into(card.get_by_label("Expiry date"), "12/31")
    person.types_into(card.get_by_label("Security code"), "737")
    person.presses("Place order")
    person.reads("Thank you for your order")


def sign_in(person: Person) -> None:
    person.reads("Made for the walk home")
    person.presses("Account")
    person.reads("Sign in")
    person.types("E-mail address", DEMO_CUSTOMER)
    person.page.keyboard.press("Tab")
    person.page.keyboard.type(PASSWORD)
    person.page.keyboard.press("Enter")
    person.sees(person.page.get_by_role("link", name="My orders"))
    person.presses("My orders")
    person.reads("My orders")


def ask_a_question(person: Person) -> None:
    person.reads("Made for the walk home")
    person.presses("Contact us")
    person.reads("Contact us")
    person.types("Name", "Pat Doe")
    person.types("E-mail address", "pat.doe@mystery.example")
    person.chooses("Topic", "A product")
    person.types("Message", 'Is the "blue" shirt: green?')
    person.presses("Send message")
    person.reads("We have received your message")


def put_in_basket(person: Person) -> None:
    person.reads("Made for the walk home")
    person.page.goto(f"{person.page.url.rstrip('/')}/product/blue-shirt")
    person.reads("Blue shirt")
    person.chooses("Size", "L")
    person.presses("Add to basket")
    person.reads("Your basket")


FLOWS: Mapping[str, Callable[[Person], None]] = {
    "find/search-for-a-shirt": search,
    "buy/use-a-promo-code": promo_code,
    "buy/order-as-a-guest": order_as_guest,
    "use/sign-in": sign_in,
    "help/ask-a-question": ask_a_question,
}

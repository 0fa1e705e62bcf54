import pytest

from .customer import Customer


def test_the_loyal_customer_signs_in_and_out(customer: Customer) -> None:
    assert "Hello Nora" in customer.sign_in().text

    customer.send("/account/sign-out")

    assert customer.open("/account").path == "/account/sign-in"


@pytest.mark.parametrize(
    ("email", "password"), [("loyal@northfold.example", "wrong"), ("no@one.example", "evergreen-42")]
)
def test_a_wrong_password_and_an_unknown_address_are_told_alike(
    customer: Customer, email: str, password: str
) -> None:
    page = customer.sign_in(email, password)

    assert page.roles["alert"] == ["This e-mail address and password do not match. Check both and try again."]


def test_a_new_account_is_signed_in_and_counted(customer: Customer) -> None:
    page = customer.send(
        "/account/create", first_name="Jo", last_name="Reyes", email="Jo@example.com", password="long enough"
    )

    assert "Hello Jo" in page.text
    assert customer.counts()["accounts"] == 1
    assert "You have not ordered anything yet." in customer.open("/account/orders").text


def test_one_address_has_one_account(customer: Customer) -> None:
    page = customer.send(
        "/account/create",
        first_name="Nora",
        last_name="L",
        email="LOYAL@northfold.example",
        password="long enough",
    )

    assert "There is an account with this e-mail address." in page.text


def test_a_short_password_is_refused(customer: Customer) -> None:
    page = customer.send(
        "/account/create", first_name="Jo", last_name="R", email="jo@example.com", password="short"
    )

    assert "Choose a password of at least 8 characters." in page.text


def test_my_orders_link_each_order_to_a_return(customer: Customer) -> None:
    customer.sign_in()

    page = customer.open("/account/orders")

    assert {"NF-100041", "Delivered", "NF-100057", "Shipped"} <= set(page.roles["row"])
    assert page.roles["row"].count("Start a return") == 2


def test_an_order_is_found_by_number_and_address(customer: Customer) -> None:
    page = customer.find_order("nf-100057")

    assert page.path == "/orders/NF-100057"
    assert page.values["Status"] == "Shipped"
    assert page.values["Carrier"] == "Pinebird Parcel"
    assert page.values["Parcel number"] == "PB 4410 7730 52"
    assert page.values["Promised delivery"]


@pytest.mark.parametrize(
    ("number", "email"), [("NF-100057", "jo@example.com"), ("NF-1", "loyal@northfold.example")]
)
def test_an_order_of_somebody_else_is_not_found(customer: Customer, number: str, email: str) -> None:
    page = customer.find_order(number, email)

    assert page.roles["alert"] == [
        f"We found no order {number} for this e-mail address. Check both and try again."
    ]
    assert customer.open("/orders/NF-100057").path == "/orders/find"


def test_a_delivered_order_can_be_returned(customer: Customer) -> None:
    assert "Start a return" in customer.find_order("NF-100041").text

    page = customer.register_return()

    assert "Your return is registered" in page.text
    assert page.values["Return number"] == "RT-20001"
    assert page.values["Refund"] == "$149.00"
    assert customer.counts()["returns"] == 1


def test_a_return_has_a_label_with_a_barcode_and_a_last_day(customer: Customer) -> None:
    registered = customer.register_return()

    label = customer.open("/returns/RT-20001/label")

    assert label.values["Valid until"] == registered.values["Label valid until"]
    assert 'aria-label="Barcode of RT-20001"' in label.html


def test_a_return_can_be_registered_again_for_a_new_label(customer: Customer) -> None:
    customer.register_return()

    assert customer.register_return().values["Return number"] == "RT-20002"


def test_a_return_needs_an_article_and_a_reason(customer: Customer) -> None:
    customer.find_order("NF-100041")

    page = customer.send("/returns/start/NF-100041")

    assert "Choose the article that you send back." in page.text
    assert "Choose a reason." in page.text
    assert customer.counts()["returns"] == 0


def test_an_order_on_its_way_cannot_be_returned_yet(customer: Customer) -> None:
    customer.find_order("NF-100057")
    expected = "You can return this order once it has been delivered."

    assert expected in customer.open("/returns/start/NF-100057").text
    assert (
        expected in customer.send("/returns/start/NF-100057", article="wool-sweater:M", reason="damaged").text
    )
    assert customer.counts()["returns"] == 0


def test_a_return_of_somebody_else_is_not_shown(customer: Customer, stranger: Customer) -> None:
    customer.register_return()

    assert stranger.open("/returns/RT-20001").status == 404


def test_the_returns_policy_names_the_days(customer: Customer) -> None:
    assert "within 30 days of delivery" in customer.open("/help/returns").text


def test_a_message_is_received_and_gets_a_ticket(customer: Customer) -> None:
    page = customer.send(
        "/contact", name="Jo", email="jo@example.com", topic="product", message="Does the blue shirt shrink?"
    )

    assert "We have received your message" in page.text
    assert page.values["Ticket number"] == "CT-3001"
    assert customer.counts()["messages"] == 1


def test_an_empty_message_is_refused_field_by_field(customer: Customer) -> None:
    page = customer.send("/contact")

    assert page.roles["alert"] == ["Please check the marked fields."]
    assert "Write your message." in page.text
    assert customer.counts()["messages"] == 0


def test_the_newsletter_takes_an_address_and_nothing_else(customer: Customer) -> None:
    good = customer.client.post("/newsletter", data={"email": "jo@example.com"}).get_json()
    bad = customer.client.post("/newsletter", data={"email": "jo"}).get_json()

    assert good == {"thanks": "Thank you. Look out for our next letter."}
    assert bad == {"problem": "Enter an e-mail address like name@example.com."}

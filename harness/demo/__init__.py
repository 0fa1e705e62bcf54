"""The embedded shop: a small real web shop to walk journeys in, with defects to switch on."""

DEMO_SECRETS = {"NORTHFOLD_PASSWORD": "evergreen-42"}
"""What journeys name as `${secret.NORTHFOLD_PASSWORD}`: the seeded customer's password, secret to nobody."""

DEMO_CUSTOMER = "loyal@northfold.example"
"""The seeded customer, who has earlier orders."""

"""The embedded shop: a small real web shop to walk journeys in, with defects to switch on."""

DEMO_SECRETS = {"NORTHFOLD_PASSWORD": "evergreen-42"}
"""What journeys name as `${secret.NORTHFOLD_PASSWORD}`: the seeded customers' password, secret to nobody."""

DEMO_CUSTOMER = "loyal@northfold.example"
"""The seeded customer, who has earlier orders."""

DEMO_TEAM = "quality@northfold.example"
"""The seeded account of the shop's own people: it pays by invoice, and with a code that takes off all."""

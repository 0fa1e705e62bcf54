"""How bad it is when a journey fails, in Allure's words."""

SEVERITIES = ("blocker", "critical", "normal", "minor", "trivial")

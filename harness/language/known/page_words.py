"""Words that shops write beside what a customer pays in all, and on the way on without an account."""

import re

TOTAL = re.compile(
    r"(?:(?:your |new |estimated )?(?:order |grand |basket |cart |bag |final )?total(?: price| amount| cost)?"
    r"(?: to pay)?|(?:amount|total) due|to pay"
    r"|gesamt(?:summe|betrag|preis)?|summe|zu zahlen|(?:zu zahlender |rechnungs)betrag|endbetrag"
    r"|total (?:de la commande|à payer|ttc)|montant (?:total|à payer)"
    r"|(?:importe )?total(?: del pedido| a pagar)?|totale(?: ordine| da pagare)?"
    r"|totaal(?:bedrag)?|te betalen|totalt|att betala|i alt|at betale|å betale|yhteensä|razem|do zapłaty)"
    r"\s*(?:\((?:incl|inkl|ttc|tvac|iva|btw)[^)]*\))?\s*:?",
    re.IGNORECASE,
)
"""A whole label; "Subtotal", "Total savings" and "Total items" are none."""

AS_GUEST = re.compile(
    r"\bguest\b|\bwithout (?:an |creating an )?account\b|\bno account\b|\bskip (?:sign|regist|account)"
    r"|\bals gast\b|\bgast\b|\bohne (?:anmeldung|registrierung|konto)\b|\binvité\b"
    r"|\bsans (?:compte|inscription)\b|\binvitado\b|\bsin (?:cuenta|registro)\b"
    r"|\bospite\b|\bsenza (?:account|registra)|\bzonder account\b"
    r"|\bsom gäst\b|\bsom gæst\b|\bgjest\b|\bvieraana\b|\bjako gość\b",
    re.IGNORECASE,
)

PASSWORD = re.compile(
    r"\bpass(?:word|code|phrase)\b|\bpasswort\b|\bkennwort\b|\bmot de passe\b|\bcontraseña\b|\bwachtwoord\b"
    r"|\blösenord\b|\badgangskode\b|\bpassord\b|\bsalasana\b|\bhasło\b",
    re.IGNORECASE,
)

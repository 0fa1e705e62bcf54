"""The words a hassle is known by: what is an extra, what sends customers elsewhere, what is excused."""

import re

_FLAGS = re.IGNORECASE

CONSENT = re.compile(
    r"cookie|consent|privacy|gdpr|datenschutz|einwilligung|confidentialit|privacidad|toestemming|samtyck|samtykk",
    _FLAGS,
)
"""Names of interruptions that the law asks for: one is counted, and decides nothing."""

EXTRA = re.compile(
    r"insur|(?<!data[ -])protect|warrant|guarantee|donat|newsletter|special offers|send me"
    r"|keep me (?:posted|informed)|marketing|promotion|subscri|membership|free trial|gift wrap|gift box"
    r"|express|priority|carbon|climate"
    r"|versicher|(?<!daten)schutz|garantie|spende|angebote|werbung|mitglied|geschenkverpackung"
    r"|assurance|garantie|don\b|lettre d.information|abonne|emballage cadeau"
    r"|seguro|garantía|donación|bolet[ií]n|suscri|assicura|garanzia|donazione|iscri|verzeker|nieuwsbrief|doneer|försäkring|nyhetsbrev|forsikring"
    r"|[$€£¥]\s*\d|\d[\d.,]*\s*(?:[€$£]|kr\b|zł)",
    _FLAGS,
)
"""Labels of boxes that sell or sign up for something; a box such as "Same as delivery address" is none."""

OTHER_CHANNEL = re.compile(
    r"\b(?:call|phone|ring|telephone) (?:us|our|customer|the )|\bgive us a call\b"
    r"|\bby (?:phone|telephone|e-?mail)\b|\bcontact (?:us|our|customer|support|the )"
    r"|\b(?:e-?mail|write to) (?:us|our)\b"
    r"|\b(?:visit|come to) (?:a|our|your|the) (?:nearest )?(?:store|shop|branch)\b"
    r"|\brufen sie\b|\btelefonisch\b|\bwenden sie sich\b|\bkontaktieren sie\b|\bschreiben sie uns\b"
    r"|\bper e-?mail\b|\bappelez\b|\bcontactez\b|\bpar téléphone\b|\bécrivez-nous\b|\bll[aá]m[ae]nos\b"
    r"|\bpóngase en contacto\b|\bchiamaci\b|\bcontatta(?:ci)?\b|\bbel ons\b|\bneem contact\b"
    r"|\bring (?:til )?oss\b|\bkontakta? oss\b",
    _FLAGS,
)
"""Errors that send a customer to the phone, a mailbox or a shop in the street."""

TO_CONFIRM = re.compile(
    r"confirm|repeat|again|re-?(?:enter|type)|verif|wiederhol|bestätig|erneut|répét|confirme|repetir|ripeti"
    r"|conferma|herhaal|bevestig|upprepa|bekräfta|gentag|gjenta|bekreft",
    _FLAGS,
)
"""Fields in which the customer herself makes sure: WCAG 2.2, 3.3.7 excuses what is essential."""

SECURITY = re.compile(
    r"^code$|(?:security|verification|sms|one-time) code|sicherheitscode|\bpin\b|\btan\b|\bcvc\b|\bcvv\b"
    r"|\bcard\b|karte\b|\bcarte\b|\btarjeta\b|\bcarta\b|kaart\b|\bkort",
    _FLAGS,
)
"""Fields that are asked for again for the sake of security."""

OFFER_CODES = re.compile(
    r"\b(?:promo\w*|discount|offer|gift(?: card)?|referral)[ -]?codes?\b|\bcoupon|\bvoucher"
    r"|gutschein|(?:rabatt|aktions|empfehlungs|vorteils)-?\s?code"
    r"|\bcode (?:promo|de réduction|avantage)|\bbon d.achat"
    r"|\bcódigo (?:promocional|de descuento)|\bcup[oó]n|\bcodice (?:sconto|promo)"
    r"|(?:kortings|actie|cadeau)(?:code|bon)|(?:rabatt?|kampanj|kampagne)-?kode?|presentkort"
    r"|gavekort|\bkod (?:rabatowy|promocyjny)|alennuskoodi",
    _FLAGS,
)
"""Fields for what an offer is called: no fact about the customer."""

SEARCH = re.compile(r"search|such|recherch|busca|buscar|cerca|zoek|sök|søg|søk|haku", _FLAGS)

ADDS = re.compile(
    r"\b(?:add|buy|increase|plus|more|update|remove|delete|undo|upgrade|reorder)\b|\+|hinzu"
    r"|in den (?:warenkorb|korb)|entfernen|aktualisieren|ajouter|supprimer"
    r"|añadir|eliminar|aggiungi|rimuovi|toevoegen|verwijder|lägg|tilføj"
    r"|legg i|ta bort|fjern",
    _FLAGS,
)
"""Clicks that change what is in the basket."""

COSTS = re.compile(
    r"quantity|qty|amount|number of|pieces|size|colou?r|express|shipping|deliver|arrive|insur|protect"
    r"|warrant|gift|tip\b|donat|extra|upgrade|menge|anzahl|größe|farbe|versand|liefer|quantité|taille|livraison|cantidad|talla"
    r"|envío|quantità|taglia|spedizione|aantal|maat|verzend|antal|storlek|frakt|levering",
    _FLAGS,
)
"""Choices that usually change what there is to pay."""

COSTS_NOTHING = re.compile(r"standard|free|economy|collect|pick ?up|kostenlos|gratis|gratuit|abhol", _FLAGS)

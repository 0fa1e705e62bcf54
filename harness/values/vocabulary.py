"""The words of each language for what Babel does not tell: "free", "tomorrow", "working days"."""

from __future__ import annotations

from dataclasses import dataclass

from harness.values.folding import same_words


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Whole words of one language; ``within`` and ``ago`` stand before or after the number of days."""

    free: tuple[str, ...] = ()
    yesterday: tuple[str, ...] = ()
    today: tuple[str, ...] = ()
    tomorrow: tuple[str, ...] = ()
    working_days: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    ahead: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    ago: tuple[str, ...] = ()
    until: tuple[str, ...] = ()
    coming: tuple[str, ...] = ()

    def is_free(self, text: str) -> bool:
        """Say whether the text is a whole way of saying that something costs nothing."""
        return same_words(text).strip(" .!*") in self.free


# Working days are Monday to Friday, also where a law counts Saturday ("Werktage", "jours ouvrables").
_VOCABULARIES = {
    "da": Vocabulary(
        free=("gratis",),
        yesterday=("i går",),
        today=("i dag",),
        tomorrow=("i morgen",),
        working_days=("hverdage", "hverdag", "arbejdsdage", "arbejdsdag"),
        days=("dage", "dag"),
        ahead=("om",),
        within=("inden for", "op til"),
        ago=("siden",),
        until=("til",),
        coming=("næste",),
    ),
    "de": Vocabulary(
        free=("kostenlos", "kostenfrei", "gratis", "umsonst"),
        yesterday=("gestern",),
        today=("heute",),
        tomorrow=("morgen",),
        working_days=("werktagen", "werktage", "werktag", "arbeitstagen", "arbeitstage", "arbeitstag"),
        days=("tagen", "tage", "tag"),
        ahead=("in",),
        within=("innerhalb von", "binnen", "bis zu"),
        ago=("vor",),
        until=("bis",),
        coming=("nächsten", "nächster"),
    ),
    "en": Vocabulary(
        free=("free", "free of charge", "complimentary"),
        yesterday=("yesterday",),
        today=("today",),
        tomorrow=("tomorrow",),
        working_days=("working days", "working day", "business days", "business day"),
        days=("days", "day"),
        ahead=("in",),
        within=("within", "up to"),
        ago=("ago",),
        until=("to",),
        coming=("next",),
    ),
    "es": Vocabulary(
        free=("gratis", "gratuito", "gratuita"),
        yesterday=("ayer",),
        today=("hoy",),
        tomorrow=("mañana",),
        working_days=("días laborables", "día laborable", "días hábiles", "día hábil"),
        days=("días", "día"),
        ahead=("en", "dentro de"),
        within=("hasta",),
        ago=("hace",),
        until=("a",),
        coming=("próximo",),
    ),
    "fi": Vocabulary(
        free=("ilmainen", "maksuton"),
        yesterday=("eilen",),
        today=("tänään",),
        tomorrow=("huomenna",),
        working_days=("arkipäivää", "arkipäivä", "työpäivää"),
        days=("päivää", "päivä"),
        ago=("sitten",),
    ),
    "fr": Vocabulary(
        free=("gratuit", "gratuite", "offert", "offerte"),
        yesterday=("hier",),
        today=("aujourd'hui",),
        tomorrow=("demain",),
        working_days=("jours ouvrés", "jour ouvré", "jours ouvrables", "jour ouvrable"),
        days=("jours", "jour"),
        ahead=("dans",),
        within=("sous", "d'ici"),
        ago=("il y a",),
        until=("à",),
        coming=("prochain",),
    ),
    "it": Vocabulary(
        free=("gratis", "gratuito", "gratuita"),
        yesterday=("ieri",),
        today=("oggi",),
        tomorrow=("domani",),
        working_days=("giorni lavorativi", "giorno lavorativo"),
        days=("giorni", "giorno"),
        ahead=("tra", "fra", "in"),
        within=("entro",),
        ago=("fa",),
        until=("a",),
        coming=("prossimo",),
    ),
    "ja": Vocabulary(
        free=("無料",),
        yesterday=("昨日",),
        today=("今日", "本日"),
        tomorrow=("明日",),
        working_days=("営業日",),
        days=("日間",),
        within=("以内",),
        ago=("前",),
        until=("~", "から"),
        coming=("次の",),
    ),
    "nb": Vocabulary(
        free=("gratis",),
        yesterday=("i går",),
        today=("i dag",),
        tomorrow=("i morgen",),
        working_days=("virkedager", "virkedag", "arbeidsdager", "arbeidsdag", "hverdager", "hverdag"),
        days=("dager", "dag"),
        ahead=("om",),
        within=("innen", "opptil"),
        ago=("siden",),
        until=("til",),
        coming=("neste",),
    ),
    "nl": Vocabulary(
        free=("gratis", "kosteloos"),
        yesterday=("gisteren",),
        today=("vandaag",),
        tomorrow=("morgen",),
        working_days=("werkdagen", "werkdag"),
        days=("dagen", "dag"),
        ahead=("over",),
        within=("binnen",),
        ago=("geleden",),
        until=("tot",),
        coming=("volgende",),
    ),
    "pl": Vocabulary(
        free=("bezpłatnie", "bezpłatna", "bezpłatny", "gratis", "za darmo", "darmowa"),
        yesterday=("wczoraj",),
        today=("dzisiaj", "dziś"),
        tomorrow=("jutro",),
        working_days=("dni roboczych", "dni robocze", "dzień roboczy"),
        days=("dni", "dzień"),
        ahead=("za",),
        within=("w ciągu", "do"),
        ago=("temu",),
        coming=("następny",),
    ),
    "pt": Vocabulary(
        free=("grátis", "gratuito", "gratuita"),
        yesterday=("ontem",),
        today=("hoje",),
        tomorrow=("amanhã",),
        working_days=("dias úteis", "dia útil"),
        days=("dias", "dia"),
        ahead=("em",),
        within=("até", "dentro de"),
        ago=("há", "atrás"),
        until=("a",),
        coming=("próxima", "próximo"),
    ),
    "sv": Vocabulary(
        free=("gratis", "fritt", "kostnadsfritt"),
        yesterday=("i går", "igår"),
        today=("i dag", "idag"),
        tomorrow=("i morgon", "imorgon"),
        working_days=("arbetsdagar", "arbetsdag", "vardagar", "vardag"),
        days=("dagar", "dag"),
        ahead=("om",),
        within=("inom", "upp till"),
        ago=("sedan",),
        until=("till",),
        coming=("nästa",),
    ),
}
_VOCABULARIES["no"] = _VOCABULARIES["nb"]


def vocabulary_of(language: str) -> Vocabulary:
    """Return the words of a language such as ``en``; a language nobody described has none."""
    return _VOCABULARIES.get(language, Vocabulary())

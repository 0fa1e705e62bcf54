"""What the lookbook tells."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Story:
    """One story of the lookbook; the colors run from the sky to the nearest hill."""

    slug: str
    title: str
    teaser: str
    paragraphs: tuple[str, ...]
    wears: tuple[str, ...]
    colors: tuple[str, str, str, str]
    sun: tuple[int, int]


STORIES = {
    story.slug: story
    for story in (
        Story(
            "first-frost",
            "First frost at Alder Lake",
            "Two days, one stove, and ice thick enough to skip stones on.",
            (
                "The lake freezes from the north shore first. By seven the reeds stand in a white ring, and whoever "
                "lights the stove gets to stay inside.",
                "We packed wool, because wool forgives: it dries over the pipe, it smells of nothing, and it is still "
                "warm when you fall in up to the knee. Ask Tomas.",
            ),
            ("wool-sweater", "wool-beanie", "hiking-socks"),
            ("#cfdde4", "#9fb6c3", "#64808f", "#2f4858"),
            (610, 110),
        ),
        Story(
            "ferry-weather",
            "Ferry weather",
            "Fifty crossings in one jacket, and what we changed after each ten.",
            (
                "Rain on a ferry comes from all sides, also from below. Mira wore the first Tidewater for a winter of "
                "crossings and sent it back with notes written on the lining.",
                "The hood got a wire after crossing ten. The cuffs lost their straps after twenty. After fifty she "
                "kept the jacket.",
            ),
            ("rain-jacket", "trail-trousers", "steel-bottle"),
            ("#dfe3dc", "#b4c1ba", "#7b9490", "#3c5a5c"),
            (180, 90),
        ),
        Story(
            "slow-mile",
            "The slow mile",
            "A walk you can do in office shoes, and why you should not.",
            (
                "It starts behind the bus depot and climbs two hundred feet to a bench. Nobody hurries, because there "
                "is nothing up there but the view of everybody else hurrying.",
                "Bring someone you have not talked to for a while. The mile takes exactly as long as that takes.",
            ),
            ("trail-shoes", "everyday-chinos", "blue-shirt"),
            ("#f3dfc4", "#dfb58c", "#b07a55", "#5e4632"),
            (420, 120),
        ),
        Story(
            "cabin-rules",
            "Cabin rules",
            "Nine rules nailed to a door, and the flannel that wrote most of them.",
            (
                "Rule one: whoever is cold chops wood. Rule four: the dog sleeps where the dog sleeps. Rule nine was "
                "burned in 2011, and nobody remembers it.",
                "The shirts hang by the door. They belong to the cabin, not to you, and they come back clean.",
            ),
            ("flannel-shirt", "drift-fleece", "hiking-boots"),
            ("#e9d7cf", "#c58f7c", "#8c4f42", "#43291f"),
            (540, 130),
        ),
    )
}

"""What Northfold sells: categories and products with which a new database is filled."""

from decimal import Decimal

from harness.demo.rules.articles import Category, Product

CATEGORIES = (
    Category("tops", "Tops", "Shirts, knits and fleece that look better the longer you wear them."),
    Category("jackets", "Jackets", "For drizzle, for sleet, and for the walk home after both."),
    Category("trousers", "Trousers", "Cut to move in, tough enough to kneel in."),
    Category("footwear", "Footwear", "Resoleable, comfortable on day one."),
    Category("accessories", "Accessories", "The small things you miss most when you forgot them."),
)

CLOTHING_SIZES = ("XS", "S", "M", "L", "XL")
SHOE_SIZES = ("7", "8", "9", "10", "11", "12")
ONE_SIZE = ("One size",)

TOPS = (
    Product(
        "blue-shirt", "Blue shirt", "tops", Decimal("40.00"), "shirt", "#4a78a8", "Harbor blue",
        "The everyday shirt, in brushed organic cotton.",
        "We have made this shirt every year since we opened. The cotton is brushed once on the inside, so it is soft "
        "from the first morning, and the collar keeps its shape without an iron.",
        ("100 % organic cotton, 160 g/m²", "Corozo buttons", "Machine wash at 30 °C", "Regular fit"),
        CLOTHING_SIZES, 240,
    ),
    Product(
        "flannel-shirt", "Hearth flannel shirt", "tops", Decimal("58.00"), "flannel", "#a8453a", "Brick check",
        "Heavy flannel for cabins, campfires and Mondays.",
        "Woven in Portugal from twice-brushed cotton. Wear it as a shirt in October and as a jacket in May.",
        ("100 % cotton flannel, 220 g/m²", "Two chest pockets", "Machine wash at 30 °C", "Relaxed fit"),
        CLOTHING_SIZES, 85,
    ),
    Product(
        "linen-shirt", "Linen camp shirt", "tops", Decimal("64.00"), "camp", "#d9cdb4", "Oat",
        "An airy short-sleeved shirt with an open collar.",
        "European linen, washed before sewing so that it drapes instead of standing. Made for days above 75 °F.",
        ("100 % European linen", "Short sleeves", "Machine wash at 40 °C", "Relaxed fit"),
        CLOTHING_SIZES, 60,
    ),
    Product(
        "merino-tee", "Merino tee", "tops", Decimal("45.00"), "tee", "#6f7f63", "Lichen",
        "Three days on the trail, and still fine for dinner.",
        "Merino does not hold on to smells. This one is thin enough for summer and dries on a branch in an hour.",
        ("87 % merino, 13 % nylon", "150 g/m²", "Machine wash cold", "Slim fit"),
        CLOTHING_SIZES, 120, "top",
    ),
    Product(
        "wool-sweater", "Harbor wool sweater", "tops", Decimal("98.00"), "sweater", "#2f4858", "Deep sea",
        "A fisherman's knit that shrugs off drizzle.",
        "Knitted from undyed and dyed lambswool with the natural lanolin left in. It weighs as much as it should.",
        ("100 % lambswool", "Ribbed hem and cuffs", "Hand wash", "Regular fit"),
        CLOTHING_SIZES, 44, "pullover knit",
    ),
    Product(
        "drift-fleece", "Drift fleece", "tops", Decimal("79.00"), "fleece", "#c98a4b", "Amber",
        "High-pile warmth with a zip you can find in the dark.",
        "Our recycled pile comes from bottles collected along the coast. Two hand pockets, one for the map.",
        ("100 % recycled polyester", "Chest pocket with zip", "Machine wash at 30 °C", "Relaxed fit"),
        CLOTHING_SIZES, 73, "pullover",
    ),
)  # fmt: skip

JACKETS = (
    Product(
        "rain-jacket", "Tidewater rain jacket", "jackets", Decimal("149.00"), "rain", "#d2a534", "Buoy yellow",
        "Three layers, taped seams, a hood that turns with you.",
        "Tested for a winter on the ferries of Puget Sound. The membrane is free of PFAS, the zips are not in the way "
        "of a hip belt, and the whole jacket packs into its own pocket.",
        ("20,000 mm water column", "Free of PFAS", "Two-way zip", "Regular fit"),
        CLOTHING_SIZES, 65, "waterproof coat",
    ),
    Product(
        "down-jacket", "Ember down jacket", "jackets", Decimal("229.00"), "puffer", "#8c3b2e", "Ember red",
        "Light as a sandwich, warm as a stove.",
        "Recycled down with 700 fill power between panels that do not leak feathers.",
        ("700 fill power recycled down", "380 g in size M", "Packs into its pocket", "Regular fit"),
        CLOTHING_SIZES, 2, "puffer coat winter",
    ),
    Product(
        "polar-parka", "Longnight polar parka", "jackets", Decimal("1249.00"), "parka", "#3c5148", "Spruce",
        "Built for research stations. Also good at bus stops.",
        "The parka we make for two Antarctic crews, in the same cloth and with the same pockets. Made to order in "
        "small runs, repaired free of charge for life.",
        ("Comfort to -40 °F", "Removable hood ruff, faux fur", "Eleven pockets", "Repairs for life"),
        CLOTHING_SIZES, 12, "coat winter",
    ),
)  # fmt: skip

TROUSERS = (
    Product(
        "trail-trousers", "Switchback trail trousers", "trousers", Decimal("89.00"), "trousers", "#6b5f4c", "Bark",
        "Stretch where you bend, double cloth where you kneel.",
        "Four-way stretch with reinforced knees and seat. The right thigh pocket takes a folded map or a phone.",
        ("94 % recycled nylon, 6 % elastane", "Five pockets", "Machine wash at 30 °C", "Regular fit"),
        CLOTHING_SIZES, 90, "pants hiking",
    ),
    Product(
        "everyday-chinos", "Everyday chinos", "trousers", Decimal("69.00"), "trousers", "#b79d73", "Sand",
        "Smart enough for work, tough enough for the way there.",
        "A dense cotton twill with a little give, garment-dyed so that every pair ages its own way.",
        ("98 % cotton, 2 % elastane", "Hidden coin pocket", "Machine wash at 40 °C", "Straight fit"),
        CLOTHING_SIZES, 110, "pants",
    ),
    Product(
        "creek-shorts", "Creekside shorts", "trousers", Decimal("49.00"), "shorts", "#5d8a86", "Creek green",
        "Dry before the kettle boils.",
        "Light shorts with a mesh brief, at home in the river and at the grill after it. Back in spring.",
        ("100 % recycled polyester", "7-inch inseam", "Machine wash at 30 °C", "Relaxed fit"),
        CLOTHING_SIZES, 0, "swim",
    ),
)  # fmt: skip

FOOTWEAR = (
    Product(
        "hiking-boots", "Ridgeline hiking boots", "footwear", Decimal("179.00"), "boots", "#7a4f32", "Chestnut",
        "Full-grain leather, stitched, and resoled when you have worn them down.",
        "No break-in blisters: the leather is drummed soft before lasting. Send them back after a thousand miles, and "
        "we put on a new sole.",
        ("Full-grain leather", "Waterproof lining", "Resoleable", "True to size"),
        SHOE_SIZES, 38, "shoes",
    ),
    Product(
        "trail-shoes", "Pathway trail shoes", "footwear", Decimal("129.00"), "shoes", "#4f6d7a", "Slate",
        "Grip for roots, cushion for roads.",
        "One pair for the train and for the trail. The outsole is cut from recycled tires.",
        ("Recycled mesh", "6 mm drop", "Vegan", "True to size"),
        SHOE_SIZES, 54, "running sneakers",
    ),
)  # fmt: skip

ACCESSORIES = (
    Product(
        "wool-beanie", "Watchman wool beanie", "accessories", Decimal("24.00"), "beanie", "#b5532a", "Rust",
        "Ribbed lambswool that stays put in the wind.",
        "Knitted in one piece, so there is no seam to itch.",
        ("100 % lambswool", "Knitted in one piece", "Hand wash", "Stretches to fit"),
        ONE_SIZE, 150, "hat cap",
    ),
    Product(
        "summit-daypack", "Summit daypack", "accessories", Decimal("95.00"), "backpack", "#35564c", "Pine",
        "22 liters, one big opening, no dangling straps.",
        "Waxed canvas on a light frame sheet. It stands up by itself when you put it down.",
        ("22 liters", "Waxed canvas", "Laptop sleeve, 14 inches", "1.9 lb"),
        ONE_SIZE, 47, "backpack bag",
    ),
    Product(
        "hiking-socks", "Hiking socks, two pairs", "accessories", Decimal("18.00"), "socks", "#7c8c5a", "Moss",
        "Cushioned where boots rub.",
        "Merino with a terry sole and a flat toe seam. Sold in pairs of pairs because one always disappears.",
        ("70 % merino", "Terry sole", "Machine wash at 30 °C", "Two pairs"),
        ("S", "M", "L"), 300, "sock",
    ),
    Product(
        "steel-bottle", "Camp steel bottle", "accessories", Decimal("28.00"), "bottle", "#5c7f8f", "Glacier",
        "Hot until lunch, cold until tomorrow.",
        "Double-walled steel with a loop that fits a carabiner and a lid without a straw to clean.",
        ("24 oz", "18/8 stainless steel", "Free of BPA", "Dishwasher safe"),
        ONE_SIZE, 88, "thermos flask",
    ),
)  # fmt: skip

PRODUCTS = (*TOPS, *JACKETS, *TROUSERS, *FOOTWEAR, *ACCESSORIES)

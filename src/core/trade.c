/*
 * What trades and walks of life a word belongs to. Only words that hardly mean
 * anything else: "table" and "court" are everybody's, and so are money, law,
 * the van, the bill and the phone, which every trade talks about.
 */
#include "moment.h"
#include "text_parts.h"

/* In the order of the alphabet, without the s of plurals. */
static const char *const animals[] = {
	"animal", "aquarium", "aviary", "barn", "beak", "bee", "beehive",
	"beekeeper", "bird", "bitch", "bridle", "budgie", "calf", "canary",
	"cat", "cattery", "cattle", "chick", "clippers", "collar", "colony",
	"colt", "cow", "dachshund", "dog", "donkey", "duck", "ewe", "fang",
	"farrier", "feather", "feline", "ferret", "flea", "flock", "foal",
	"fur", "girth", "goat", "goldfish", "goose", "groom", "grooming",
	"guinea", "halter", "hamster", "harness", "hay", "hen", "herd", "heron",
	"hive", "hoof", "hooves", "horse", "hound", "hutch", "kennel", "kitten",
	"leash", "litter", "livestock", "manger", "mare", "microchip", "moth",
	"muzzle", "neutered", "neutering", "oats", "parrot", "paw", "pedigree",
	"pet", "pig", "pigeon", "pony", "poodle", "poultry", "pup", "puppy",
	"queens", "rabbit", "rein", "retriever", "rooster", "saddle", "saddler",
	"sheep", "spaniel", "spayed", "stables", "stallion", "stirrup",
	"taxidermist", "terrier", "tortoise", "udder", "vet", "veterinary",
	"whisker",
};

static const char *const building[] = {
	"architect", "attic", "balcony", "barge", "basement", "bathroom",
	"beam", "blueprint", "boiler", "brick", "bricklayer", "building",
	"carpenter", "carport", "ceiling", "cellar", "cement", "chimney",
	"concrete", "conservatory", "doors", "doorway", "downpipe", "drain",
	"drips", "drywall", "eaves", "electrician", "electrics", "extension",
	"facade", "fence", "floors", "flue", "foundation", "fuse", "garage",
	"gravel", "gutter", "hallway", "hammer", "heating", "hinge", "hut",
	"insulation", "joiner", "joinery", "joist", "kitchen", "ladder",
	"landing", "leaking", "leaks", "loft", "masonry", "mortar", "paint",
	"painted", "painter", "parapet", "parquet", "pavement", "pipe",
	"plaster", "plasterer", "plumber", "plumbing", "porch", "radiator",
	"rafter", "railing", "refurb", "renovation", "rewire", "rewired",
	"roof", "roofer", "roofing", "rubble", "sash", "scaffold",
	"scaffolding", "screed", "sewer", "shower", "sill", "skirting",
	"skylight", "slate", "socket", "soffit", "stair", "staircase",
	"stopcock", "storey", "stove", "tap", "tenant", "terrace", "tile",
	"tiler", "toilet", "underfloor", "ventilation", "wallpaper", "walls",
	"wardrobe", "waterproof", "window", "wiring",
};

static const char *const vehicles[] = {
	"aeroplane", "alternator", "axle", "bicycle", "bike", "bonnet", "brake",
	"bumper", "cabriolet", "car", "caravan", "carburettor", "chassis",
	"clutch", "convertible", "coolant", "crankshaft", "dashboard", "diesel",
	"engine", "exhaust", "fender", "gearbox", "handbrake", "handlebar",
	"headlamp", "headlight", "ignition", "lorry", "mechanic", "mileage",
	"moped", "motorbike", "motorcycle", "mudguard", "pads", "pedal",
	"petrol", "piston", "pothole", "radiator", "roadworthy", "saddle",
	"scooter", "speedometer", "spokes", "steering", "suspension",
	"throttle", "tow", "towed", "tractor", "transmission", "tread", "truck",
	"turbo", "tyre", "wheel", "windscreen", "wiper", "workshop",
};

static const char *const boats[] = {
	"anchor", "antifouling", "boat", "boatyard", "bowsprit", "canoe",
	"capsized", "dinghy", "dock", "drydock", "ferry", "gale", "galley",
	"gunwale", "harbour", "helm", "hull", "jetty", "jib", "kayak", "keel",
	"ketch", "launch", "marina", "mast", "mooring", "oar", "pontoon",
	"port", "propeller", "quay", "regatta", "rigging", "rudder", "sail",
	"sailing", "sailor", "schooner", "ship", "shipyard", "skipper",
	"slipway", "sloop", "starboard", "stern", "tide", "tiller", "varnish",
	"vessel", "yacht", "yawl",
};

static const char *const body[] = {
	"ache", "aching", "allergic", "allergy", "anaesthetic", "anaesthetist",
	"ankle", "antibiotic", "arthritis", "asthma", "bandage", "biopsy",
	"bladder", "bleeding", "blister", "blood", "bones", "braces", "breast",
	"breathing", "bruise", "cancer", "cataract", "chemist", "chemo",
	"clinic", "collarbone", "contraception", "cough", "crowns", "crutches",
	"dental", "dentist", "dentures", "dermatologist", "diabetes",
	"diagnosis", "diet", "dietician", "dizzy", "doctor", "dosage", "dose",
	"dressing", "elbow", "enamel", "eyes", "eyesight", "fever", "filling",
	"finger", "fracture", "gland", "glasses", "glucose", "goggles", "gp",
	"gum", "gynaecologist", "headache", "heart", "hip", "hormone",
	"hospital", "hygienist", "illness", "implant", "infection", "inflamed",
	"inhaler", "injection", "inoculation", "insulin", "jab", "jaw",
	"kidney", "knee", "lens", "limb", "limp", "liver", "lung", "massage",
	"medication", "medicine", "midwife", "migraine", "molar", "muscle",
	"nausea", "neck", "needle", "nerve", "numbed", "nurse", "nursing",
	"operated", "optician", "optometrist", "orthodontist", "osteopath",
	"pacemaker", "painkiller", "pathology", "patient", "pharmacist",
	"pharmacy", "physio", "physiotherapist", "physiotherapy", "pill",
	"pregnancy", "prosthesis", "rash", "rib", "scalpel", "scan", "script",
	"seasick", "shin", "spectacles", "splint", "sprain", "stent",
	"stitches", "stroke", "surgeon", "surgery", "swab", "symptom",
	"syringe", "teeth", "tendon", "therapist", "therapy", "throat", "thumb",
	"thyroid", "toe", "tooth", "transplant", "tumour", "ulcer",
	"ultrasound", "vaccinated", "vaccine", "varifocals", "veneer", "virus",
	"ward", "wheelchair", "wisdom", "wound", "wrist", "x-ray", "xray",
};

static const char *const food[] = {
	"apron", "bake", "baked", "baker", "bakery", "baking", "banquet",
	"barbecue", "batch", "beef", "beer", "berries", "bistro", "bread",
	"broth", "brunch", "buffet", "bun", "burger", "butcher", "butter",
	"cafe", "cake", "canapes", "caterer", "catering", "cheese", "chef",
	"chicken", "chips", "chocolate", "cider", "cook", "cooked", "cookery",
	"crate", "cream", "crisps", "crockery", "curry", "cutlery", "dessert",
	"diner", "dining", "dish", "dough", "eaten", "eggs", "espresso",
	"fillet", "flavour", "flour", "fondant", "freezer", "fridge", "frozen",
	"fruit", "garlic", "gluten", "gravy", "grill", "grocer", "grocery",
	"ham", "herb", "honey", "icing", "ingredient", "jam", "juice",
	"kitchen", "lactose", "lamb", "lemon", "loaf", "loaves", "marinade",
	"marzipan", "meal", "meat", "melon", "mushroom", "mustard", "nut",
	"olive", "onion", "orchard", "oven", "pancake", "pasta", "pastry",
	"peanut", "peel", "pepper", "pickle", "pie", "pizza", "pork", "potato",
	"poultry", "pudding", "recipe", "restaurant", "rice", "roast", "salad",
	"salmon", "salt", "sandwich", "sauce", "sausage", "seafood", "soup",
	"spicy", "starter", "steak", "stew", "sugar", "supper", "sushi",
	"syrup", "tables", "tart", "tasting", "tier", "tomato", "tuna", "veg",
	"vegan", "vegetable", "vegetarian", "venison", "vinegar", "waiter",
	"waitress", "wheat", "wine", "yeast", "yoghurt",
};

static const char *const clothes[] = {
	"alteration", "blouse", "boot", "bridal", "bride", "bridesmaid",
	"cardigan", "cloth", "coat", "collar", "corset", "cotton", "cuff",
	"cufflink", "denim", "dress", "dressmaker", "dye", "embroidery",
	"fabric", "gown", "heel", "hem", "hemmed", "jacket", "jeans", "jumper",
	"knit", "knitting", "lace", "laundry", "leather", "linen", "loafer",
	"moth", "needle", "pleats", "polyester", "robe", "seam", "sequins",
	"sew", "sewing", "sewn", "shirt", "shoe", "shrunk", "silk", "skirt",
	"sleeve", "sole", "stitched", "stitching", "sweater", "tailor",
	"thread", "trousers", "tulle", "tux", "tuxedo", "uniform", "veil",
	"velvet", "waist", "waistband", "waistcoat", "wardrobe", "wedding",
	"wool", "woollen", "yarn",
};

static const char *const furniture[] = {
	"armchair", "blinds", "bookcase", "cabinet", "cabinetmaker", "carpet",
	"chair", "couch", "counters", "cupboard", "curtain", "cushion", "desk",
	"drawers", "dresser", "foam", "furniture", "headboard", "lampshade",
	"mattress", "oak", "pine", "recliner", "rug", "seam", "settee", "shelf",
	"shelves", "shelving", "sofa", "sofabed", "tables", "upholstered",
	"upholsterer", "upholstery", "varnish", "veneer", "walnut", "wardrobe",
	"weave", "wool",
};

static const char *const music[] = {
	"accordion", "amp", "bagpipes", "band", "baritone", "bass", "bassist",
	"bassoon", "cellist", "cello", "choir", "choral", "chord", "clarinet",
	"composer", "concert", "concerto", "conductor", "cymbal", "drum",
	"drummer", "encore", "ensemble", "flute", "gig", "guitar", "harmony",
	"harp", "harpsichord", "loudspeaker", "lute", "lyrics", "mandolin",
	"melody", "microphone", "mixdown", "music", "musician", "oboe", "opera",
	"orchestra", "organ", "organist", "percussion", "pianist", "piano",
	"playlist", "quartet", "quintet", "recital", "rehearsal", "rehearsing",
	"reverb", "rosin", "sang", "saxophone", "sing", "singer", "singing",
	"solo", "soloist", "sonata", "sonatina", "song", "soprano",
	"soundboard", "soundcheck", "strings", "symphony", "tempo", "tenor",
	"trombone", "trumpet", "tune", "tuned", "tuner", "tuning", "ukulele",
	"viola", "violin", "violinist", "vocal",
};

static const char *const pictures[] = {
	"brochure", "camera", "canvas", "catalogue", "copier", "cropped",
	"designer", "drawings", "easel", "engraver", "engraving", "exhibition",
	"exposure", "fonts", "framed", "framer", "gallery", "glossy",
	"illustration", "illustrator", "ink", "inkjet", "leaflet", "lens",
	"magazine", "mural", "negative", "newsletter", "painting", "palette",
	"pantone", "photo", "photobook", "photograph", "photographer",
	"picture", "portrait", "poster", "printed", "printer", "printing",
	"prints", "proof", "purple", "sketch", "toner", "typeset", "typesetter",
	"videographer", "watercolour",
};

static const char *const computers[] = {
	"admin", "antivirus", "backend", "backups", "bandwidth", "breaker",
	"broadband", "browser", "bug", "cables", "checkout", "computer",
	"crashed", "cursor", "cyber", "dashboard", "data", "database",
	"desktop", "developer", "disk", "domain", "downtime", "encrypted",
	"encryption", "ethernet", "fibre", "firewall", "firmware", "github",
	"hacked", "hacker", "hardware", "homepage", "hosting", "hotspot",
	"inbox", "keyboard", "laptop", "ledger", "licence", "log", "logfile",
	"malware", "migrated", "modem", "monitoring", "online", "outage",
	"passcode", "patched", "phishing", "plugin", "provider", "ransomware",
	"rebooted", "restart", "restore", "restored", "rollback", "router",
	"script", "server", "sim", "smartphone", "software", "spam",
	"spreadsheet", "sync", "synced", "uninstall", "updates", "upgrade",
	"url", "usb", "username", "virus", "vpn", "webshop", "wi-fi", "wifi",
	"wireless",
};

static const char *const school[] = {
	"algebra", "apprentice", "assignment", "boys", "bullied", "bullying",
	"classes", "classmate", "classroom", "college", "coursework",
	"curriculum", "detention", "diploma", "dissertation", "essay", "exam",
	"examiner", "exercises", "gcse", "geometry", "grades", "graduation",
	"grammar", "headmaster", "headteacher", "homework", "kindergarten",
	"lecture", "lecturer", "lessons", "literacy", "math", "nursery",
	"playground", "playgroup", "preschool", "professor", "pupils",
	"reports", "scholarship", "school", "semester", "seminar", "spelling",
	"students", "syllabus", "teacher", "teaching", "termly", "tests",
	"thesis", "tuition", "tutor", "tutoring", "university", "vocabulary",
	"worksheet",
};

static const char *const travel[] = {
	"airline", "airport", "aisle", "backpack", "baggage", "beach", "bnb",
	"boarding", "bookings", "campsite", "chalet", "check-in", "concierge",
	"consulate", "cruise", "deckchair", "departure", "embassy", "ferry",
	"flight", "hiking", "hostel", "hotel", "itinerary", "lobby", "lounge",
	"luggage", "motel", "overbooked", "passenger", "passport", "railway",
	"reservation", "resort", "runway", "safari", "seats", "shuttle",
	"sightseeing", "ski", "skiing", "suitcase", "suite", "sunbed", "tent",
	"terminal", "ticket", "tour", "tourist", "travel", "traveller", "trips",
	"visa", "voyage",
};

static const char *const freight[] = {
	"cargo", "carrier", "consignment", "container", "depot", "dispatch",
	"dispatched", "forklift", "freight", "haulage", "haulier", "lading",
	"loading", "logistics", "overland", "packet", "pallet", "parcel",
	"postbox", "postcode", "postman", "shipper", "tariff", "trailer",
	"unloaded", "unloading",
};

static const char *const ceremony[] = {
	"altar", "ashes", "baptism", "bereaved", "bishop", "bride", "burial",
	"buried", "casket", "cathedral", "ceremony", "chapel", "christening",
	"church", "churchyard", "coffin", "congregation", "cremated",
	"cremation", "cremator", "deceased", "eulogy", "funeral", "godfather",
	"godmother", "grave", "graveside", "gravestone", "groom", "hearse",
	"hymn", "marriage", "marry", "mourner", "mourning", "obituary",
	"organist", "pallbearer", "parish", "pastor", "pew", "plaque", "priest",
	"procession", "pulpit", "requiem", "sermon", "stonemason", "tombstone",
	"undertaker", "urn", "veil", "verger", "vicar", "vigil", "wedding",
	"widow", "widower", "wreath",
};

static const char *const plants[] = {
	"allotment", "bark", "beds", "beech", "birch", "bloom", "blossom",
	"branches", "bud", "bulbs", "bush", "cedar", "compost", "conifer",
	"crops", "daffodils", "elm", "fern", "fertiliser", "fertilizer",
	"florist", "foliage", "fungus", "garden", "gardener", "gardening",
	"geraniums", "grafting", "greenhouse", "hedge", "hydrangea",
	"irrigation", "ivy", "larch", "lavender", "lawn", "leaf", "leaves",
	"lily", "maple", "meadow", "moss", "mow", "mowed", "mower", "mown",
	"mulch", "nettles", "nursery", "oak", "orchard", "orchid", "pear",
	"peony", "pesticide", "petals", "pine", "planted", "planting", "plants",
	"plum", "pollen", "pond", "potted", "prune", "pruned", "pruning",
	"rake", "sapling", "seed", "shears", "shoots", "shrub", "soil", "spade",
	"sprinkler", "spruce", "stump", "sunflower", "thorn", "topsoil",
	"transplanted", "tree", "trunk", "tulip", "turf", "twig", "vegetation",
	"vine", "vineyard", "watered", "willow", "wilted", "yew",
};

static const char *const hair[] = {
	"barber", "blonde", "braid", "brows", "brunette", "comb", "conditioner",
	"curl", "dye", "eyelash", "facial", "hair", "hairband", "haircut",
	"hairdresser", "highlights", "lipstick", "makeup", "manicure",
	"mascara", "moustache", "nails", "pedicure", "ponytail", "razor",
	"salon", "scalp", "scissors", "shampoo", "shave", "spa", "stylist",
	"tattoo", "tattooist", "waxing", "wig",
};

static const char *const waste[] = {
	"bin", "binmen", "dump", "dustbin", "garbage", "landfill", "litter",
	"recycle", "recycled", "recycling", "refuse", "rubbish", "skips",
	"sludge", "waste",
};

static const char *const sport[] = {
	"athlete", "badminton", "ball", "basketball", "climbing", "cricket",
	"cyclist", "diving", "fencing", "fitness", "football", "footballer",
	"goalkeeper", "golf", "gym", "gymnast", "gymnastics", "hockey",
	"locker", "marathon", "matches", "membership", "pilates", "racing",
	"racket", "referee", "rider", "riding", "rowing", "rugby", "ski",
	"soccer", "squad", "stadium", "swimmer", "swimming", "tackle", "tennis",
	"tournament", "trampoline", "treadmill", "volleyball", "workout",
	"yoga",
};

#define TRADE(words) { words, ARRAY_LEN(words) }

static const struct {
	const char *const *words;
	size_t nr;
} trades[] = {
	TRADE(animals), TRADE(building), TRADE(vehicles), TRADE(boats),
	TRADE(body), TRADE(food), TRADE(clothes), TRADE(furniture),
	TRADE(music), TRADE(pictures), TRADE(computers), TRADE(school),
	TRADE(travel), TRADE(freight), TRADE(ceremony), TRADE(plants),
	TRADE(hair), TRADE(waste), TRADE(sport),
};
_Static_assert(ARRAY_LEN(trades) <= 32, "a bit each");

static bool is_of(size_t trade, struct str key)
{
	return table_find(trades[trade].words, trades[trade].nr,
			  sizeof(*trades[trade].words), key) != NULL;
}

uint32_t trades_of(struct str key)
{
	const struct str singular = str_ends_with(key, STR("s")) ?
					    str_slice(key, 0, key.len - 1) :
					    key;
	uint32_t found = 0;

	for (size_t i = 0; i < ARRAY_LEN(trades); i++)
		if (is_of(i, key) || is_of(i, singular))
			found |= UINT32_C(1) << i;
	return found;
}

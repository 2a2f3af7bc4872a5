"""The schema rules: what can be wrong with an object's keys and values, and with its id."""

from malstyrning.diagnostics import Rule, Severity
from malstyrning.language import Text

_GOOD = "overall_goals:\n  livsmiljo:\n    number: 2\n    title: Attraktiva livsmiljöer\n"

UNKNOWN_KEY = Rule(
    "SCH201",
    "unknown-key",
    Severity.ERROR,
    Text("Nyckeln {key} finns inte här", "There is no key {key} here"),
    Text("nycklarna här är {known}", "the keys here are {known}"),
    Text(
        "En felstavad nyckel som hoppades över i tysthet skulle göra att en målnivå eller ett datum aldrig räknas.",
        "A misspelt key that was skipped in silence would leave out a target level or a date.",
    ),
    bad="overall_goals:\n  livsmiljo:\n    number: 2\n    title: Attraktiva livsmiljöer\n    discription: Hela Nacka\n",
    good=_GOOD,
)

MISSING_KEY = Rule(
    "SCH202",
    "missing-key",
    Severity.ERROR,
    Text("Nyckeln {key} saknas", "The key {key} is missing"),
    Text("lägg till raden ”{key}: …” ({expected})", "add the line '{key}: …' ({expected})"),
    Text(
        "Utan den går objektet varken att förstå eller att bedöma.",
        "Without it the object can't be understood, or judged.",
    ),
    bad="overall_goals:\n  livsmiljo:\n    title: Attraktiva livsmiljöer\n",
    good=_GOOD,
)

WRONG_FORM = Rule(
    "SCH203",
    "wrong-form",
    Severity.ERROR,
    Text("{key} är {found}", "{key} is {found}"),
    Text("skriv {expected}", "write {expected}"),
    Text(
        "Värdet har inte den form som nyckeln kräver. Inget gissas: 95,5 kan vara ett tal eller två.",
        "The value does not have the form that the key asks for. Nothing is guessed: 95,5 may be one number or two.",
    ),
    bad="overall_goals:\n  livsmiljo:\n    number: två\n    title: Attraktiva livsmiljöer\n",
    good=_GOOD,
)

UNKNOWN_CHOICE = Rule(
    "SCH204",
    "unknown-choice",
    Severity.ERROR,
    Text("{key} kan inte vara {found}", "{key} can't be {found}"),
    Text("välj bland {choices}", "choose among {choices}"),
    Text(
        "Nyckeln har ett fast urval av värden, som alla betyder något för bedömningen.",
        "The key has a fixed set of values, each of which means something to the judgement.",
    ),
    bad="kpis:\n  trygghet:\n    title: Trygghet\n    goal: mal\n    unit: percent\n    decimals: 0\n"
    "    direction: up\n",
    good="kpis:\n  trygghet:\n    title: Trygghet\n    goal: mal\n    unit: percent\n    decimals: 0\n"
    "    direction: higher\n",
)

UNQUOTED_ID = Rule(
    "SCH205",
    "unquoted-id",
    Severity.ERROR,
    Text("{found} saknar citattecken", "{found} has no quotes around it"),
    Text('skriv "{found}"', 'write "{found}"'),
    Text(
        "Andra program läser 0127 utan citattecken som talet 87, och kalkylprogram tappar nollan.",
        "Other programs read an unquoted 0127 as the number 87, and spreadsheets drop the zero.",
    ),
    bad="organisations:\n  0127: {name: Botkyrka, kind: municipality}\n",
    good='organisations:\n  "0127": {name: Botkyrka, kind: municipality}\n',
)

BAD_ID = Rule(
    "SCH206",
    "bad-id",
    Severity.ERROR,
    Text("{found} kan inte vara ett id", "{found} can't be an id"),
    Text("skriv {expected}", "write {expected}"),
    Text(
        "Ett id är sakens namn i alla filer för all framtid, och ska se likadant ut i varje program och webbadress.",
        "An id is the name of a thing in every file, for good, and must look the same in every program and web "
        "address.",
    ),
    bad="overall_goals:\n  Livsmiljö:\n    number: 2\n    title: Attraktiva livsmiljöer\n",
    good=_GOOD,
)

NO_VALUE = Rule(
    "SCH207",
    "no-value",
    Severity.ERROR,
    Text("{key} saknar värde", "{key} has no value"),
    Text("skriv {expected}, eller ta bort raden", "write {expected}, or remove the line"),
    Text(
        "En nyckel utan värde är oftast en som någon har glömt att fylla i.",
        "A key without a value is most often one that someone forgot to fill in.",
    ),
    bad="overall_goals:\n  livsmiljo:\n    number: 2\n    title:\n",
    good=_GOOD,
)

DUPLICATE_ID = Rule(
    "SCH208",
    "duplicate-id",
    Severity.ERROR,
    Text("Id:t {id} används redan", "The id {id} is already used"),
    Text("ge ett av dem ett annat id", "give one of them another id"),
    Text(
        "Ett id är unikt i hela arbetsytan, annars kan en hänvisning betyda två saker.",
        "An id is unique in the whole workspace, otherwise a reference could mean two things.",
    ),
    bad="overall_goals:\n  mal:\n    number: 2\n    title: Attraktiva livsmiljöer\n",
    good=_GOOD,
)

REPEATED_FRAME = Rule(
    "SCH209",
    "stands-twice",
    Severity.ERROR,
    Text("{what} finns redan", "{what} already exists"),
    Text(
        "låt ett av dem stå; en ändring under året hör hemma under changes",
        "keep one of them; a change during the year belongs under changes",
    ),
    Text(
        "En nämnd har en ram för ett år, och en utvärdering för ett rapporttillfälle.",
        "A committee has one frame for a year, and one evaluation for a reporting occasion.",
    ),
    bad="budget_frames:\n"
    "  - {committee: namnd, year: 2022, amount: 10, decided: 2021-11-15, areas: {omrade: 10}}\n"
    "  - {committee: namnd, year: 2022, amount: 12, decided: 2021-11-15, areas: {omrade: 12}}\n",
    good="budget_frames:\n  - {committee: namnd, year: 2022, amount: 10, decided: 2021-11-15, areas: {omrade: 10}}\n",
)

SCHEMA_RULES = (
    UNKNOWN_KEY,
    MISSING_KEY,
    WRONG_FORM,
    UNKNOWN_CHOICE,
    UNQUOTED_ID,
    BAD_ID,
    NO_VALUE,
    DUPLICATE_ID,
    REPEATED_FRAME,
)

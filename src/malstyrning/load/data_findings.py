"""The rules for the rows of data/: measurements and budget outcomes."""

from malstyrning.diagnostics import Rule, Severity
from malstyrning.language import Text

_WHERE = "data/exempel.csv"
_HEADER = "kpi,municipality,period,gender,value\n"
_GOOD = _HEADER + "nyckeltal,9999,2021,T,91.5\n"


WRONG_HEADER = Rule(
    "DAT501",
    "wrong-header",
    Severity.ERROR,
    Text("Kolumnen {found} hör inte hit", "The column {found} does not belong here"),
    Text("första raden ska börja med {expected}", "the first line must begin with {expected}"),
    Text(
        "Kolumnernas namn säger vad filen är. Med andra namn går det inte att veta vad siffrorna betyder.",
        "The names of the columns say what the file is. With others no one can tell what the figures mean.",
    ),
    bad="nyckeltal,kommun,år,värde\nnyckeltal,9999,2021,91.5\n",
    good=_GOOD,
    where=_WHERE,
)

WRONG_CELL_COUNT = Rule(
    "DAT502",
    "wrong-number-of-cells",
    Severity.ERROR,
    Text(
        "Raden har {found} celler, men rubriken har {expected}",
        "The row has {found} cells, but the header has {expected}",
    ),
    Text(
        "leta efter ett komma för mycket eller för lite; decimaler skrivs med punkt, 95.5",
        "look for a comma too many or too few; decimals are written with a point, 95.5",
    ),
    Text(
        "Med en cell för mycket eller för lite hamnar värden i fel kolumn.",
        "With a cell too many or too few, values end up in the wrong column.",
    ),
    bad=_HEADER + "nyckeltal,9999,2021,T,91,5\n",
    good=_GOOD,
    where=_WHERE,
)

UNKNOWN_KPI = Rule(
    "DAT503",
    "unknown-kpi",
    Severity.ERROR,
    Text("Nyckeltalet {found} finns inte i goals/ ({rows})", "There is no KPI {found} in goals/ ({rows})"),
    Text("rätta namnet, eller beskriv nyckeltalet i goals/", "correct the name, or describe the KPI in goals/"),
    Text(
        "Ett mätvärde utan nyckeltal räknas aldrig, och ett felskrivet namn ser ut som ett utfall som saknas.",
        "A measurement without a KPI never counts, and a misspelt name looks like a missing outcome.",
    ),
    bad=_HEADER + "nykeltal,9999,2021,T,91.5\n",
    good=_GOOD,
    where=_WHERE,
)

AMBIGUOUS_KPI = Rule(
    "DAT504",
    "ambiguous-kpi",
    Severity.ERROR,
    Text(
        "{found} används av flera nyckeltal: {known} ({rows})", "{found} is used by more than one KPI: {known} ({rows})"
    ),
    Text(
        "skriv vårt eget id i kolumnen kpi, eller rätta kolada på det nyckeltal där det är fel",
        "write our own id in the column kpi, or correct kolada on the KPI where it is wrong",
    ),
    Text(
        "Två av våra nyckeltal bygger på samma nyckeltal i Kolada, och raden säger inte vilket av dem den gäller.",
        "Two of our KPIs are based on the same one in Kolada, and the row does not say which of them it is for.",
    ),
    bad="",
    good="",
    where="",
)

UNKNOWN_ORGANISATION = Rule(
    "DAT505",
    "unknown-organisation",
    Severity.ERROR,
    Text("Organisationen {found} finns inte i goals/ ({rows})", "There is no organisation {found} in goals/ ({rows})"),
    Text("rätta id:t, eller lägg till den under organisations", "correct the id, or add it under organisations"),
    Text(
        "Ett värde för en okänd organisation räknas aldrig i någon jämförelse.",
        "A value for an unknown organisation never counts in any comparison.",
    ),
    bad=_HEADER + "nyckeltal,9998,2021,T,91.5\n",
    good=_GOOD,
    where=_WHERE,
)

LOST_ZERO = Rule(
    "DAT506",
    "lost-zero",
    Severity.ERROR,
    Text("{found} har tappat sin nolla ({rows})", "{found} has lost its zero ({rows})"),
    Text("skriv {meant}", "write {meant}"),
    Text(
        "Kalkylprogram läser 0182 som ett tal. Spara kolumnen som text, så står nollan kvar.",
        "Spreadsheets read 0182 as a number. Save the column as text, and the zero stays.",
    ),
    bad="",
    good="",
    where="",
)

BAD_CELL = Rule(
    "DAT507",
    "bad-cell",
    Severity.ERROR,
    Text("{key} är {found}", "{key} is {found}"),
    Text("skriv {expected}", "write {expected}"),
    Text(
        "Cellen har inte den form som kolumnen kräver. Inget gissas.",
        "The cell does not have the form that the column asks for. Nothing is guessed.",
    ),
    bad=_HEADER + "nyckeltal,9999,2021,T,nittio\n",
    good=_GOOD,
    where=_WHERE,
)

VALUE_OR_STATUS = Rule(
    "DAT508",
    "value-or-status",
    Severity.ERROR,
    Text("Raden har {found}", "The row has {found}"),
    Text(
        "skriv antingen ett värde eller varför det saknas (missing, not_applicable, suppressed, unknown)",
        "write either a value or why it is missing (missing, not_applicable, suppressed, unknown)",
    ),
    Text(
        "Ett värde som saknas har alltid ett skäl. Det är aldrig noll och hoppas aldrig över i tysthet.",
        "A missing value always has a reason. It is never zero and never skipped in silence.",
    ),
    bad=_HEADER + "nyckeltal,9999,2021,T,\n",
    good=_GOOD,
    where=_WHERE,
)

DUPLICATE_ROW = Rule(
    "DAT509",
    "duplicate-measurement",
    Severity.ERROR,
    Text("{found} finns redan på en annan rad", "{found} is already on another row"),
    Text("ta bort den rad som är fel", "remove the row that is wrong"),
    Text(
        "Ett nyckeltal har ett värde för varje kommun, period och kön. Tidigare värden finns kvar i git.",
        "A KPI has one value for each municipality, period and gender. Earlier values are kept by git.",
    ),
    bad=_HEADER + "nyckeltal,9999,2021,T,91.5\nnyckeltal,9999,2021,T,92.5\n",
    good=_GOOD,
    where=_WHERE,
)

WRONG_AREA = Rule(
    "DAT510",
    "unknown-area",
    Severity.ERROR,
    Text("{found} är inte {expected} ({rows})", "{found} is not {expected} ({rows})"),
    Text(
        "rätta namnet, eller lägg till det som saknas under committees",
        "correct the name, or add what is missing under committees",
    ),
    Text(
        "Pengar på ett okänt område räknas inte i någon nämnds utfall.",
        "Money on an unknown area is not counted in any committee's outcome.",
    ),
    bad="committee,area,period,kind,amount\nnamnd,omraade,2021,outcome,10\n",
    good="committee,area,period,kind,amount\nnamnd,omrade,2021,outcome,10\n",
    where=_WHERE,
)

REPEATED_COLUMN = Rule(
    "DAT511",
    "repeated-column",
    Severity.ERROR,
    Text("Kolumnen {found} står två gånger", "The column {found} appears twice"),
    Text("ta bort eller döp om den ena", "remove or rename one of them"),
    Text("Ingen kan veta vilken av dem som gäller.", "No one can tell which of them counts."),
    bad="kpi,municipality,period,gender,value,source,source\nnyckeltal,9999,2021,T,91.5,SCB,Kolada\n",
    good="kpi,municipality,period,gender,value,source\nnyckeltal,9999,2021,T,91.5,SCB\n",
    where=_WHERE,
)

NO_ROWS = Rule(
    "DAT512",
    "no-rows",
    Severity.WARNING,
    Text("Filen har en rubrik men inga rader", "The file has a header but no rows"),
    Text("fyll i den eller ta bort den", "fill it in or remove it"),
    Text(
        "Ett utdrag som blev tomt ser ut som utfall som saknas.",
        "An extract that came out empty looks like missing outcomes.",
    ),
    bad=_HEADER,
    good=_GOOD,
    where=_WHERE,
)

TOO_MANY = Rule(
    "DAT513",
    "too-many-findings",
    Severity.ERROR,
    Text(
        "Filen läses bara hit: den har fler än {limit} fel", "The file is only read to here: it has over {limit} errors"
    ),
    Text("rätta det som är lika i alla rader, och pröva igen", "mend what all rows share, and try again"),
    Text(
        "Så många fel i en fil har en orsak: fel utdrag, fel tecken mellan cellerna eller fel arbetsyta. Ingen "
        "läser tusentals rader om det, och de skulle dölja det som är fel i andra filer.",
        "So many errors in a file have one cause: another extract, another sign between the cells or another "
        "workspace. No one reads thousands of lines of it, and they would hide what is wrong in other files.",
    ),
    bad="",
    good="",
    where="",
)

DATA_RULES = (
    WRONG_HEADER,
    WRONG_CELL_COUNT,
    UNKNOWN_KPI,
    AMBIGUOUS_KPI,
    UNKNOWN_ORGANISATION,
    LOST_ZERO,
    BAD_CELL,
    VALUE_OR_STATUS,
    DUPLICATE_ROW,
    WRONG_AREA,
    REPEATED_COLUMN,
    NO_ROWS,
    TOO_MANY,
)

"""The layout rules of YAML: what keeps a goal file from being read, or makes it say something else."""

from malstyrning.diagnostics import Rule, Severity
from malstyrning.language import Text

_GOOD = "overall_goals:\n  livsmiljo:\n    number: 2\n    title: Attraktiva livsmiljöer\n"

SYNTAX = Rule(
    "LAY106",
    "yaml-syntax",
    Severity.ERROR,
    Text("Filen går inte att läsa som YAML: {problem}", "The file can't be read as YAML: {problem}"),
    Text(
        "se efter indrag, kolon och citattecken på raden och raden före",
        "look at the indent, colons and quotes on this line and the one before",
    ),
    Text(
        "YAML är känsligt för indrag, kolon och citattecken. Inget i filen kan läsas förrän felet är rättat.",
        "YAML is sensitive to indents, colons and quotes. Nothing in the file can be read until this is mended.",
    ),
    bad="overall_goals:\n  livsmiljo:\n    number: 2\n    title: Attraktiva: livsmiljöer\n",
    good=_GOOD,
)

TAB = Rule(
    "LAY107",
    "tab-indent",
    Severity.ERROR,
    Text("Raden är indragen med tabb", "The line is indented with a tab"),
    Text("byt tabben mot två blanksteg", "replace the tab with two spaces"),
    Text(
        "YAML tillåter inte tabbar som indrag, eftersom de är olika breda i olika program.",
        "YAML allows no tabs as indent, since they differ in width between programs.",
    ),
    bad="overall_goals:\n\tlivsmiljo:\n",
    good=_GOOD,
)

DUPLICATE_KEY = Rule(
    "LAY108",
    "duplicate-key",
    Severity.ERROR,
    Text("Nyckeln {key} står två gånger", "The key {key} appears twice"),
    Text("ta bort eller döp om den ena", "remove or rename one of them"),
    Text(
        "Vanliga YAML-läsare tar tyst den sista och kastar den första. Här går inget förlorat i tysthet.",
        "Ordinary YAML readers silently take the last and drop the first. Here nothing is lost in silence.",
    ),
    bad="overall_goals:\n  livsmiljo:\n    number: 2\n    title: Attraktiva livsmiljöer\n    title: Livsmiljöer\n",
    good=_GOOD,
)

ANCHOR = Rule(
    "LAY109",
    "anchor-or-alias",
    Severity.ERROR,
    Text("{what} används inte här", "{what} is not used here"),
    Text(
        "skriv ut värdet där det gäller; är det en text, sätt citattecken runt den",
        "write the value out where it applies; if it is a text, put quotes around it",
    ),
    Text(
        "Ankare, alias, sammanslagning och taggar gör att en rad betyder något som inte står på den. "
        "Den som granskar en ändring ska kunna lita på raden.",
        "Anchors, aliases, merge keys and tags make a line mean something that is not written on it. "
        "A reviewer of a change must be able to trust the line.",
    ),
    bad="overall_goals:\n  livsmiljo: &mall\n    number: 2\n    title: Attraktiva livsmiljöer\n",
    good=_GOOD,
)

TOO_DEEP = Rule(
    "LAY110",
    "nested-too-deep",
    Severity.ERROR,
    Text("Filen är nästlad djupare än {limit} nivåer", "The file is nested deeper than {limit} levels"),
    Text("kontrollera indraget", "check the indent"),
    Text(
        "Ingen målfil behöver så många nivåer; en sådan fil är skadad eller gjord för att stoppa programmet.",
        "No goal file needs so many levels; such a file is damaged or made to stop the program.",
    ),
    bad="overall_goals: " + "[" * 40 + "]" * 40 + "\n",
    good=_GOOD,
)

CUT_TEXT = Rule(
    "LAY117",
    "text-cut-by-comment",
    Severity.WARNING,
    Text("Texten slutar före {lost}, som läses som en kommentar", "The text ends before {lost}, read as a comment"),
    Text(
        "sätt citattecken runt texten; är det en kommentar, skriv ett blanksteg efter #",
        "put quotes around the text; if it is a comment, write a space after #",
    ),
    Text(
        "Efter ett blanksteg börjar # en kommentar, och resten av raden försvinner ur texten utan att synas.",
        "After a space # begins a comment, and the rest of the line is lost from the text unseen.",
    ),
    bad="overall_goals:\n  livsmiljo:\n    number: 2\n    title: Vårt mål #1\n",
    good='overall_goals:\n  livsmiljo:\n    number: 2\n    title: "Vårt mål #1"\n',
)

YAML_RULES = (SYNTAX, TAB, DUPLICATE_KEY, ANCHOR, TOO_DEEP, CUT_TEXT)

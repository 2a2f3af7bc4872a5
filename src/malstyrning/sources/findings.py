"""The layout rules: what can be wrong with a file before anyone asks what it means."""

from malstyrning.diagnostics import Rule, Severity
from malstyrning.language import Text

_GOOD = "overall_goals:\n  livsmiljo:\n    number: 2\n    title: Attraktiva livsmiljöer\n"

NOT_FOUND = Rule(
    "LAY101",
    "file-not-found",
    Severity.ERROR,
    Text("{path} finns inte", "{path} does not exist"),
    Text("skapa den, eller rätta namnet", "create it, or correct the name"),
    Text(
        "En arbetsyta är malstyrning.yaml och mapparna goals/ och data/. Saknas en av dem finns inget att pröva.",
        "A workspace is malstyrning.yaml and the folders goals/ and data/. Where one is missing there is "
        "nothing to check.",
    ),
    bad="",
    good="",
    where="",
)

UNREADABLE = Rule(
    "LAY102",
    "unreadable-file",
    Severity.ERROR,
    Text("Filen kan inte läsas: {cause}", "The file can't be read: {cause}"),
    Text(
        "stäng den i andra program och se till att du får läsa den",
        "close it in other programs and make sure that you may read it",
    ),
    Text(
        "En fil som Excel håller öppen, eller som du saknar rättighet till, går inte att läsa. Resten prövas ändå.",
        "A file that Excel holds open, or that you have no right to, can't be read. The rest is checked all the same.",
    ),
    bad="",
    good="",
    where="",
)

SYMBOLIC_LINK = Rule(
    "LAY103",
    "symbolic-link",
    Severity.ERROR,
    Text("{path} är en symbolisk länk", "{path} is a symbolic link"),
    Text("lägg filen själv i arbetsytan", "put the file itself in the workspace"),
    Text(
        "En länk kan leda ut ur arbetsytan, till filer som den som granskar aldrig ser. Länkar följs därför inte.",
        "A link can lead out of the workspace, to files that a reviewer never sees. Links are therefore not followed.",
    ),
    bad="",
    good="",
    where="",
)

TOO_LARGE = Rule(
    "LAY104",
    "file-too-large",
    Severity.ERROR,
    Text("Filen är {size} byte; den får vara {limit}", "The file is {size} bytes; it may be {limit}"),
    Text("dela den i flera; mätvärden hör hemma i data/", "divide it into several; measurements belong in data/"),
    Text(
        "Så stora filer går inte att granska, och kan vara gjorda för att stoppa programmet.",
        "Files of that size can't be reviewed, and may be made to stop the program.",
    ),
    bad="# " + "x" * 1_000_001,
    good=_GOOD,
)

NOT_UTF8 = Rule(
    "LAY105",
    "not-utf-8",
    Severity.ERROR,
    Text("Filen är inte UTF-8: byten {byte} går inte att läsa", "The file is not UTF-8: the byte {byte} can't be read"),
    Text(
        "spara den som UTF-8 (i Excel: ”CSV UTF-8 (kommaavgränsad)”)",
        "save it as UTF-8 (in Excel: 'CSV UTF-8 (Comma delimited)')",
    ),
    Text(
        "I en äldre teckenkodning betyder samma byte olika tecken, och å, ä och ö blir fel utan att någon märker det.",
        "In an older encoding the same byte means different characters, and å, ä and ö go wrong unnoticed.",
    ),
    bad="overall_goals:\n  livsmiljo:\n    number: 2\n    title: Attraktiva livsmilj\udcf6er\n",
    good=_GOOD,
)

EMPTY_FILE = Rule(
    "LAY111",
    "empty-file",
    Severity.WARNING,
    Text("Filen har inget innehåll", "The file has no content"),
    Text("fyll i den eller ta bort den", "fill it in or remove it"),
    Text(
        "En tom fil är oftast en som någon har glömt att fylla i eller ta bort.",
        "An empty file is most often one that someone forgot to fill in or remove.",
    ),
    bad="# bara en kommentar\n",
    good=_GOOD,
)

UNBALANCED_QUOTE = Rule(
    "LAY112",
    "csv-unreadable",
    Severity.ERROR,
    Text("Filen går inte att läsa som CSV: {problem}", "The file can't be read as CSV: {problem}"),
    Text("se efter citattecken på raden", "look at the quotes on the line"),
    Text(
        "Ett citattecken som aldrig stängs gör att alla rader efter det blir en enda cell.",
        "A quote that is never closed makes one cell of all the lines after it.",
    ),
    bad='kpi,municipality,period,gender,value,source\nnyckeltal,9999,2021,T,"91,Enkät\n',
    good="kpi,municipality,period,gender,value,source\nnyckeltal,9999,2021,T,91,Enkät\n",
    where="data/exempel.csv",
)

INVISIBLE_CHARACTER = Rule(
    "LAY113",
    "invisible-character",
    Severity.ERROR,
    Text("Här finns ett osynligt tecken: {character}", "There is an invisible character here: {character}"),
    Text(
        "ta bort tecknet; är det U+000D, spara filen med vanliga radslut",
        "remove the character; if it is U+000D, save the file with ordinary line ends",
    ),
    Text(
        "Sådana tecken följer ofta med när man klistrar in text. De syns inte, men delar rader, gömmer ord och vänder "
        "på dem, så att den som granskar läser något annat än det som står.",
        "Such characters come along when text is pasted. They can't be seen, yet they break lines, hide words and "
        "turn them round, so that a reviewer reads something other than what is there.",
    ),
    bad="overall_goals:\n  livsmiljo:\n    number: 2\n    title: Attraktiva\u2028livsmiljöer\n",
    good=_GOOD,
)

ROW_TOO_LARGE = Rule(
    "LAY114",
    "row-too-large",
    Severity.ERROR,
    Text("{what} än {limit}", "{what} than {limit}"),
    Text(
        "låt en rad vara ett mätvärde, och lägg långa texter i goals/",
        "let a row be one measurement, and put long texts in goals/",
    ),
    Text(
        "En så stor rad är inget mätvärde. Den är skadad, eller gjord för att stoppa programmet.",
        "A row of that size is no measurement. It is damaged, or made to stop the program.",
    ),
    bad="kpi,municipality,period,gender,value,source\nnyckeltal,9999,2021,T,91," + "x" * 10_001 + "\n",
    good="kpi,municipality,period,gender,value,source\nnyckeltal,9999,2021,T,91,Enkät\n",
    where="data/exempel.csv",
)

NOT_READ = Rule(
    "LAY115",
    "file-not-read",
    Severity.WARNING,
    Text("{path} läses inte: här läses {expected}", "{path} is not read: what is read here is {expected}"),
    Text(
        "rätta namnet, spara den i den formen, eller flytta den härifrån",
        "correct its name, save it in that form, or move it away from here",
    ),
    Text(
        "En fil med fel ändelse, eller i fel mapp, ser ut att räknas men gör det inte.",
        "A file with the wrong ending, or in the wrong folder, seems to count and does not.",
    ),
    bad="",
    good="",
    where="",
)

DECOMPOSED_NAME = Rule(
    "LAY116",
    "decomposed-file-name",
    Severity.WARNING,
    Text(
        "I filens namn är {letters} skrivna som två tecken var", "In the file's name {letters} are two characters each"
    ),
    Text("döp om filen, och skriv bokstäverna på nytt", "rename the file, and type the letters anew"),
    Text(
        "Namnet ser likadant ut, men för git, sökning och länkar är det ett annat. Så blir det oftast när en fil "
        "kommer från en äldre Mac.",
        "The name looks the same, yet to git, searches and links it is another one. It mostly comes from an older Mac.",
    ),
    bad="",
    good="",
    where="",
)

BAD_TEMPLATE = Rule(
    "LAY118",
    "template-unreadable",
    Severity.ERROR,
    Text("Mallen går inte att läsa: {problem}", "The template can't be read: {problem}"),
    Text(
        "rätta raden, eller ta bort filen: då används programmets egen mall",
        "mend the line, or remove the file: then the program's own template is used",
    ),
    Text(
        "Med en mall som inte går att läsa blir det ingen rapport alls, och det märks annars först när den ska göras.",
        "With a template that can't be read there is no report at all, and no one notices until it is to be made.",
    ),
    bad="",
    good="",
    where="",
)

FILE_RULES = (
    NOT_FOUND,
    UNREADABLE,
    SYMBOLIC_LINK,
    TOO_LARGE,
    NOT_UTF8,
    EMPTY_FILE,
    UNBALANCED_QUOTE,
    INVISIBLE_CHARACTER,
    ROW_TOO_LARGE,
    NOT_READ,
    DECOMPOSED_NAME,
    BAD_TEMPLATE,
)

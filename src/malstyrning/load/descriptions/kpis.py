"""The keys of KPIs and target levels."""

from malstyrning.language import Text

KPIS: dict[str, Text] = {
    "Kpi.title": Text("Nyckeltalets namn, som rapporterna skriver det.", "The KPI's name, as reports write it."),
    "Kpi.goal": Text("Id för det strategiska målet.", "Id of the strategic goal."),
    "Kpi.kolada": Text("Nyckeltalets id i Kolada, om det finns där.", "The KPI's id in Kolada, if it is there."),
    "Kpi.kolada_title": Text(
        "Koladas namn på det, som det var när vi valde det.", "Kolada's title of it, as it was when we chose it."
    ),
    "Kpi.owner": Text(
        "Vem som svarar för siffran. Utan det: nämndens owner.",
        "Who answers for the figure. Without it: the committee's owner.",
    ),
    "Kpi.unit": Text("Enheten, eller en egen: {sv: …, en: …}.", "The unit, or one of your own: {sv: …, en: …}."),
    "Kpi.decimals": Text(
        "0 till 6: hur utfall avrundas, visas och jämförs.", "0 to 6: how outcomes are rounded, shown and compared."
    ),
    "Kpi.direction": Text(
        "Vad som är bra: higher, lower, range, eller none för det som beskrivs men aldrig bedöms.",
        "What is good: higher, lower, range, or none for what is described and never judged.",
    ),
    "Kpi.measured": Text("Hur ofta det mäts. Utan det: yearly.", "How often it is measured. Without it: yearly."),
    "Kpi.reported_in": Text(
        "Rapporttillfällen där det följs upp: t1 (30 april), t2 (31 augusti), year_end. Utan det: [year_end].",
        "The occasions at which it is followed up: t1 (30 April), t2 (31 August), year_end. Without it: [year_end].",
    ),
    "Kpi.aggregation": Text(
        "Hur kortare perioder blir ett utfall för året eller det som har gått av det: sum (summan), ratio (summan av "
        "täljarna genom summan av nämnarna), last (den senaste). Utan det: none.",
        "How shorter periods make an outcome of the year or of what has passed of it: sum, ratio (the sum of the "
        "numerators over that of the denominators), last (the latest). Without it: none.",
    ),
    "Kpi.lag": Text(
        "0, 1 eller 2: bokslutet 2022 bedömer värdet för 2022, 2021 eller 2020. Utan det: 0.",
        "0, 1 or 2: the close of 2022 judges the value of 2022, 2021 or 2020. Without it: 0.",
    ),
    "Kpi.weight": Text(
        "Hur mycket det väger när goal_status är weighted. Utan det: 1.",
        "How much it weighs where goal_status is weighted. Without it: 1.",
    ),
    "Kpi.school_year": Text(
        "Vilket år läsåret 2021/22 är: det första (start) eller det sista (end).",
        "Which year the school year 2021/22 is: the first (start) or the last (end).",
    ),
    "Kpi.by_gender": Text(
        "true: kvinnor och män bedöms också var för sig.", "true: women and men are judged apart as well."
    ),
    "Kpi.groups": Text(
        "Id:n för jämförelsegrupper; [] för ingen. Utan det: alla.",
        "Ids of comparison groups; [] for none. Without it: all.",
    ),
    "Kpi.change_interval": Text(
        "Minsta ändring som räknas, i enheten. Utan det: seriens egen variation.",
        "Smallest change that counts as one, in the unit. Without it: the series' own variation.",
    ),
    "Kpi.common_change": Text(
        "Från vilket år och mot vilken grupp ändringen jämförs. Utan det: som arbetsytan säger.",
        "From which year and against which group the change is compared. Without it: as the workspace says.",
    ),
    "Kpi.plausible": Text(
        "Spannet som varje rimligt värde ligger i. Utan det: enhetens, till exempel 0 till 100 för percent.",
        "The range that any plausible value lies in. Without it: the unit's, such as 0 to 100 for percent.",
    ),
    "Kpi.baseline": Text("Värdet som allt började från.", "The value that it all began from."),
    "Kpi.definitions": Text(
        "Daterade definitioner; en ny bryter serien.", "Dated definitions; a new one breaks the series."
    ),
    "Kpi.relevance": Text("Varför det säger något om målet.", "Why it says something about the goal."),
    "Kpi.causal_link": Text(
        "En mening: hur hänger nyckeltalet ihop med målet?",
        "One sentence: how does the KPI hang together with the goal?",
    ),
    "Kpi.method": Text("Hur det mäts.", "How it is measured."),
    "Kpi.comparability": Text("Vad det kan jämföras med, och vad inte.", "What it can be compared with, and what not."),
    "Kpi.robustness": Text("Hur säkert värdet är.", "How certain the value is."),
    "Kpi.target_levels": Text(
        "En post per beslut. En ändrad nivå är en ny post för samma år; den gamla står kvar.",
        "One entry for each decision. A revised level is a new entry for the same year; the old one stays.",
    ),
    "Baseline.year": Text("Året för värdet.", "The year of the value."),
    "Baseline.value": Text("Värdet, i nyckeltalets enhet.", "The value, in the KPI's unit."),
    "Plausible.lower": Text("Det minsta rimliga värdet.", "The smallest plausible value."),
    "Plausible.upper": Text("Det största rimliga värdet.", "The largest plausible value."),
    "Definition.from": Text("Första året som definitionen gäller.", "First year that the definition is in force."),
    "Definition.text": Text("Definitionen.", "The definition."),
    "Level.year": Text("Året som nivån gäller för.", "The year that the level is for."),
    "Level.kind": Text(
        "at_least när högre är bra, at_most när lägre är bra, between för ett spann; de andra ställer det som räknas "
        "fram ur utfallet, åren, könen eller en grupp mot nivån.",
        "at_least where higher is good, at_most where lower is good, between for a range; the others hold what is "
        "computed from the outcome, the years, the genders or a group against the level.",
    ),
    "Level.level": Text(
        "Nivån, med högst så många decimaler som nyckeltalet.", "The level, with no more decimals than the KPI."
    ),
    "Level.lower": Text("Spannets undre gräns, som ingår.", "The lower limit of the range, inclusive."),
    "Level.upper": Text("Spannets övre gräns, som ingår.", "The upper limit of the range, inclusive."),
    "Level.place": Text("Sämsta plats som når nivån.", "The worst place that reaches the level."),
    "Level.group": Text("Id för jämförelsegruppen.", "Id of the comparison group."),
    "Level.since": Text(
        "Basåret, eller första året i en summa: det år som värdet avser.",
        "The base year, or the first year of a sum: the year that the value is of.",
    ),
    "Level.percent": Text(
        "Förändringen i procent, med högst en decimal; minus är en minskning.",
        "The change in per cent, with one decimal at most; minus is a decrease.",
    ),
    "Level.years": Text("Hur många år medelvärdet omfattar.", "How many years the mean is of."),
    "Level.tolerance": Text(
        "Hur långt på fel sida som ändå är nästan nått: i enheten, platser eller procentenheter. Utan det: 0.",
        "How far on the worse side still counts as nearly reached: in the unit, places or percentage points. "
        "Without it: 0.",
    ),
    "Level.decided": Text("Dagen för beslutet.", "The day of the decision."),
    "Level.reference": Text("Var beslutet står.", "Where the decision stands."),
    "Level.decided_by": Text(
        "Fullmäktige (council) eller nämnden (committee). Utan det: council.",
        "The council or the committee. Without it: council.",
    ),
    "Level.source": Text("Var nivån kan kontrolleras.", "Where the level can be checked."),
    "Level.example": Text(
        "true: nivån är påhittad, och varje rapport säger det.",
        "true: the level is invented, and every report says so.",
    ),
}

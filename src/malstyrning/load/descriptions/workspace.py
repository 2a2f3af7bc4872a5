"""The keys of malstyrning.yaml."""

from malstyrning.language import Text

WORKSPACE: dict[str, Text] = {
    "Settings.format": Text("Filernas form. Alltid 1 så länge.", "The form of the files. Always 1 so far."),
    "Settings.organisation": Text("Vår egen organisations id.", "The id of our own organisation."),
    "Settings.language": Text(
        "Språket i rapporter, och i texter som står utan språk. Utan det: sv.",
        "The language of reports, and of texts that name none. Without it: sv.",
    ),
    "Settings.example": Text(
        "true: hela arbetsytan är påhittad, och varje rapport säger det.",
        "true: the whole workspace is invented, and every report says so.",
    ),
    "Settings.period": Text(
        "Vad evaluate tar när ingen period anges: 2022, 2022T2 (31 augusti) eller 2022T1 (30 april).",
        "What evaluate takes when no period is given: 2022, 2022T2 (31 August) or 2022T1 (30 April).",
    ),
    "Settings.groups": Text(
        "Jämförelsegrupper under sina id:n, i den ordning som rapporterna visar dem.",
        "Comparison groups under their ids, in the order that reports show them.",
    ),
    "Settings.goal_status": Text(
        "Regeln som föreslår måls status. Utan den: nått om alla bedömda nyckeltal är nådda, inte nått om hälften inte "
        "är det, och kan inte bedömas om under hälften kan bedömas.",
        "The rule that proposes the status of goals. Without it: reached if all assessed KPIs are, not reached if half "
        "of them are not, and not assessable if under half are assessable.",
    ),
    "Settings.common_change": Text(
        "Från vilket år och mot vilken grupp ändringar jämförs, för nyckeltal som inte säger det själva.",
        "From which year and against which group changes are compared, for KPIs that don't say it themselves.",
    ),
    "Settings.rules": Text(
        "Vilka regler som gäller, och hur mycket de väger.", "Which rules count, and how much they weigh."
    ),
    "Settings.limits": Text("Talen som reglerna håller mot.", "The numbers that rules hold against."),
    "Settings.accepted": Text(
        "Anmärkningar som någon svarar för, var och en med ett skäl.",
        "Findings that someone answers for, each with a reason.",
    ),
    "GoalStatus.kind": Text(
        "share räknar andelar, worst låter det sämsta nyckeltalet avgöra, weighted räknar andelar efter weight.",
        "share counts shares, worst lets the worst KPI decide, weighted counts shares by weight.",
    ),
    "GoalStatus.unassessable": Text(
        "Vad ett nyckeltal som inte kan bedömas gör med målet. Utan det: lämnas utanför, om minst hälften kan bedömas.",
        "What a KPI that can't be assessed does to the goal. Without it: it is left out, if at least half are "
        "assessable.",
    ),
    "GoalStatus.reached": Text(
        "Minsta andel nådda, i procent av dem som räknas, för att målet ska vara nått. Utan det: 100.",
        "Least share reached, in per cent of those that count, for the goal to be reached. Without it: 100.",
    ),
    "GoalStatus.not_reached": Text(
        "Minsta andel inte nådda, i procent av dem som räknas, för att målet inte ska vara nått. Utan det: 50.",
        "Least share not reached, in per cent of those that count, for the goal to be not reached. Without it: 50.",
    ),
    "Unassessable.kind": Text(
        "left_out: lämnas utanför. not_reached: räknas som inte nått. not_assessable: ett räcker för att målet inte "
        "ska kunna bedömas.",
        "left_out: it stays outside. not_reached: it counts as not reached. not_assessable: one is enough to make the "
        "goal not assessable.",
    ),
    "Unassessable.least_assessable": Text(
        "Minsta andel som kan bedömas, i procent; under den kan målet inte bedömas. Utan det: 50.",
        "Least share that is assessable, in per cent; below it the goal is not assessable. Without it: 50.",
    ),
    "ChangeBasis.since": Text(
        "Basåret: ändringen räknas därifrån, för oss och för de andra.",
        "The base year: the change is counted from it, ours and the others'.",
    ),
    "ChangeBasis.group": Text(
        "Jämförelsegruppens id. Utan det: nyckeltalets första grupp.",
        "Id of the comparison group. Without it: the KPI's first group.",
    ),
    "ChangeBasis.from": Text("Första året som det gäller. Utan det: alla.", "First year in force. Without it: all."),
    "ChangeBasis.to": Text(
        "Sista året som det gäller. Utan det: tills vidare.", "Last year in force. Without it: until further notice."
    ),
    "Rules.select": Text(
        "Bara dessa regler, efter kod, familj eller namn. Tomt: alla.",
        "Only these rules, by code, family or name. Empty: all of them.",
    ),
    "Rules.ignore": Text(
        "Inte dessa regler, efter kod, familj eller namn.", "Not these rules, by code, family or name."
    ),
    "Rules.severity": Text(
        "En annan vikt för en regel, under dess kod, familj eller namn.",
        "Another weight for a rule, under its code, family or name.",
    ),
    "Limits.fewest_kpis": Text("Minsta antal nyckeltal för ett strategiskt mål.", "Fewest KPIs of a strategic goal."),
    "Limits.most_kpis": Text("Största antal nyckeltal för ett strategiskt mål.", "Most KPIs of a strategic goal."),
    "Limits.longest_title": Text("Längsta titel, i tecken.", "Longest title, in characters."),
    "Limits.most_lessons": Text(
        "Största antal lärdomar från en nämnd vid ett tillfälle.", "Most lessons of a committee at an occasion."
    ),
    "Limits.most_carried": Text(
        "Så många gånger får en text föras vidare från ett tidigare tillfälle.",
        "How many times a text may be carried forward from an earlier occasion.",
    ),
    "Limits.shortest_horizon": Text(
        "Minsta antal år som ett strategiskt mål ser framåt, och behålls innan det ersätts.",
        "Fewest years that a strategic goal looks ahead, and is kept before it is replaced.",
    ),
    "Limits.longest_horizon": Text(
        "Största antal år som ett strategiskt mål ser framåt.", "Most years that a strategic goal looks ahead."
    ),
    "Limits.smallest_count": Text(
        "Minsta antal personer som en siffra får bygga på, om den inte är noll.",
        "Fewest persons that a figure may be made from, unless there are none.",
    ),
    "Limits.fewest_respondents": Text("Minsta antal svarande bakom ett värde.", "Fewest respondents behind a value."),
    "Limits.late_after_months": Text(
        "Antal månader efter periodens slut, och nyckeltalets lag, då ett värde räknas som försenat.",
        "Months after the end of the period, and the KPI's lag, when a value counts as late.",
    ),
    "Acceptance.fingerprint": Text(
        "Anmärkningens fingeravtryck, som validate visar med --output-format json.",
        "The finding's fingerprint, which validate shows with --output-format json.",
    ),
    "Acceptance.reason": Text("Varför den får stå kvar.", "Why it may stay."),
    "Acceptance.by": Text("Vem som svarar för det.", "Who answers for it."),
    "Acceptance.until": Text(
        "Sista dagen som det gäller. Utan det: tills vidare.", "Last day in force. Without it: until further notice."
    ),
    "Group.title": Text("Gruppens namn.", "The group's name."),
    "Group.members": Text(
        "Medlemmarnas id:n, inom citattecken; all är alla organisationer av sorten municipality.",
        "The members' ids, in quotes; all is every organisation of the kind municipality.",
    ),
    "Group.as_of": Text("Året som medlemslistan är från.", "The year that the list of members is from."),
    "Group.source": Text("Var medlemslistan kommer från.", "Where the list of members comes from."),
}

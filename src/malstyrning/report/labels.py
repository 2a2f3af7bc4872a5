"""Headings and labels that templates place by name, and the rules of judgement as a reader is told them."""

from malstyrning.language import Text
from malstyrning.report.money_labels import MONEY_LABELS

LABELS: dict[str, Text] = {
    **MONEY_LABELS,
    "document_title": Text("Utvärdering av mål {period}", "Evaluation of goals {period}"),
    "skip": Text("Hoppa till innehållet", "Skip to the content"),
    "contents": Text("Innehåll", "Contents"),
    "summary": Text("Sammanfattning", "Summary"),
    "summary_caption": Text(
        "Nyckeltal per övergripande mål och måluppfyllelse {period}, antal",
        "KPIs by overall goal and fulfilment {period}, number",
    ),
    "from_goal_to_kpi": Text("Från mål till nyckeltal", "From goal to KPI"),
    "one_mark_each": Text(
        "Ett märke står för ett nyckeltal. Samma ordning och nummer gäller i budget, delårsrapport och bokslut.",
        "A mark stands for a KPI. Order and numbers are the same in budget, interim report and year-end close.",
    ),
    "all_kpis": Text("Alla nyckeltal", "All KPIs"),
    "all_kpis_caption": Text(
        "Utfall mot målnivå {period}, utveckling och plats bland andra",
        "Outcome against target level {period}, development and place among others",
    ),
    "overall_goal": Text("Övergripande mål", "Overall goal"),
    "committee": Text("Nämnd", "Committee"),
    "area": Text("Ansvarsområde", "Area of responsibility"),
    "kpi": Text("Nyckeltal", "KPI"),
    "total": Text("Totalt", "Total"),
    "fulfilment": Text("Måluppfyllelse", "Fulfilment"),
    "outcome": Text("Utfall", "Outcome"),
    "level": Text("Målnivå", "Target level"),
    "gap": Text("Avstånd", "Gap"),
    "strategic_goals": Text("Strategiska mål", "Strategic goals"),
    "missed": Text("Nyckeltal som inte når sin målnivå", "KPIs that miss their target level"),
    "development": Text("Utveckling", "Development"),
    "place": Text("Plats", "Place"),
    "quartile": Text("Kvartil", "Quartile"),
    "percentile": Text("Percentil", "Percentile"),
    "median": Text("Median", "Median"),
    "best_quarter": Text("Bästa fjärdedelen från", "Best quarter from"),
    "mean": Text("Medelvärde, ovägt", "Mean, unweighted"),
    "places_by_year": Text(
        "Plats år för år, bland dem som hade värde då", "Place by year, among those with a value then"
    ),
    "group_of_people": Text("Vilka", "Who"),
    "group": Text("Jämförelsegrupp", "Comparison group"),
    "with_value": Text("Med värde", "With a value"),
    "goal_statuses": Text("Målens status", "Status of the goals"),
    "goal_statuses_caption": Text(
        "Regelns förslag och nämndens bedömning bredvid varandra, {period}",
        "The rule's proposal and the committee's assessment side by side, {period}",
    ),
    "goal_statuses_levels": Text(
        "Fullmäktiges målnivåer, dem som bara nämnden har beslutat och nämndens tillägg vid sidan av fullmäktiges "
        "räknas var för sig. De två första avgör förslaget, tilläggen påverkar det inte.",
        "The council's target levels, those that only the committee decided and the committee's additions beside the "
        "council's are counted apart. The first two decide the proposal; additions don't change it.",
    ),
    "goal": Text("Mål", "Goal"),
    "whole": Text("Helheten", "The whole"),
    "council_levels": Text("Fullmäktiges nivåer nådda", "Council's levels reached"),
    "committee_levels": Text("Nämndens egna nivåer nådda", "Committee's own levels reached"),
    "added_levels": Text("Nämndens tillägg nådda", "Committee's additions reached"),
    "also_served_by": Text("Tjänas också av", "Also served by"),
    "counted_under": Text("räknas under", "counted under"),
    "weight": Text("Vikt i målets status", "Weight in the goal's status"),
    "proposed": Text("Föreslagen av regeln", "Proposed by the rule"),
    "signed_status": Text("Nämndens bedömning", "The committee's assessment"),
    "not_signed": Text(
        "Nämnden har inte gjort någon egen bedömning.", "The committee has made no assessment of its own."
    ),
    "no_assessment": Text("Ingen egen", "None of its own"),
    "unsigned": Text("inte undertecknad, så regelns förslag gäller", "not signed, so the rule's proposal stands"),
    "late_level": Text("beslutad efter årets slut, räknas inte", "decided after the year's end, not counted"),
    "departs": Text("Avviker från förslaget", "Departs from the proposal"),
    "position": Text("Läge", "Position"),
    "analysis": Text("Analys", "Analysis"),
    "conditions": Text("Förutsättningar", "Conditions for delivering"),
    "conditions_met": Text("Uppfyllda", "Met"),
    "question_1": Text("1. Nådde vi målnivåerna?", "1. Did we reach the target levels?"),
    "question_2": Text("2. Hur står vi oss mot andra?", "2. How do we stand against others?"),
    "question_3": Text("3. Vad är orsaken?", "3. What is the cause?"),
    "question_4": Text("4. Egen strategi eller händelser?", "4. Our strategy, or events?"),
    "question_5": Text("5. Fick åtgärderna väntad effekt?", "5. Did the actions have the expected effect?"),
    "question_6": Text("6. Behöver resurser prioriteras om?", "6. Do resources need to move?"),
    "question_7": Text("7. Vilka lärdomar tar vi med oss?", "7. Which lessons do we take with us?"),
    "events": Text("Händelser", "Events"),
    "proposal": Text("Förslag", "Proposal"),
    "feeds": Text("Förs till planen för", "Feeds the plan of"),
    "became": Text("Vad det blev", "What became of it"),
    "common_change": Text("Vår ändring mot andras", "Our change against others'"),
    "missing": Text("Saknas", "Missing"),
    "in_the_report": Text("I rapporten", "In the report"),
    "now": Text("Nu", "Now"),
    "not_asked": Text("Inte aktuell", "Not asked"),
    "yes": Text("Ja", "Yes"),
    "no": Text("Nej", "No"),
    "assessment_of_committee": Text("Svaren är nämndens bedömning", "The answers are the committee's assessment"),
    "verdicts_and_places": Text("Bedömningar, målnivåer och jämförelser", "Verdicts, target levels and comparisons"),
    "arithmetic": Text("Uträkning", "Arithmetic"),
    "made_of": Text("Utfallets uträkning", "How the outcome was made"),
    "outcome_stands_in": Text("Utfallet står i", "The outcome stands in"),
    "at_start": Text("Mot nivån den 1 januari", "Against the level on 1 January"),
    "addition": Text("Nämndens egen nivå", "The committee's own level"),
    "final_level": Text("Målnivå längst fram", "Target level furthest ahead"),
    "decided": Text("Beslutad", "Decided"),
    "source": Text("Källa", "Source"),
    "example": Text("exempel", "example"),
    "show_values": Text("Visa värdena som tabell", "Show the values as a table"),
    "year": Text("År", "Year"),
    "value": Text("Värde", "Value"),
    "actions": Text("Åtgärder", "Actions"),
    "action": Text("Åtgärd", "Action"),
    "action_status": Text("Status", "Status"),
    "expected_effect": Text("Väntad effekt", "Expected effect"),
    "assessed_effect": Text("Nämndens bedömning av effekten", "The committee's assessment of the effect"),
    "expectation_left_out": Text("Inte angiven", "Not stated"),
    "smallest_effect": Text("Minsta effekt som syns", "Smallest effect that shows"),
    "measured_effect": Text("Vad siffrorna visar", "What the figures show"),
    "steps": Text("Steg", "Steps"),
    "cost": Text("Kostnad", "Cost"),
    "our_change": Text("Vi", "We"),
    "common_change_of_others": Text("De andras median", "Others' median"),
    "common_deviations": Text("Vanliga avvikelser", "Common deviations"),
    "causes": Text("Orsaker", "Causes"),
    "no_expected_effect": Text("Ingen mätbar effekt väntas", "No measurable effect expected"),
    "assignments": Text("Uppdrag från fullmäktige", "Assignments from the council"),
    "due": Text("Klart senast", "Due"),
    "decision": Text("Beslut", "Decision"),
    "no_actions": Text("Inga åtgärder är knutna till målet.", "No actions are tied to the goal."),
    "no_kpis": Text("Målet har inga nyckeltal {year}.", "The goal has no KPIs in {year}."),
    "money": Text("Budget och utfall", "Budget and outcome"),
    "money_caption": Text(
        "Ram och utfall {period}, miljoner kronor. Avvikelse är ram minus utfall: minus är ett underskott.",
        "Frame and outcome {period}, SEK million. Deviation is frame minus outcome: minus is a deficit.",
    ),
    "original_frame": Text("Ursprunglig ram", "Original frame"),
    "current_frame": Text("Gällande ram", "Current frame"),
    "deviation": Text("Avvikelse", "Deviation"),
    "forecast": Text("Prognos för året", "Forecast for the year"),
    "outcome_of_money": Text("Utfall", "Outcome"),
    "deviation_from_original": Text("Avvikelse mot ursprunglig ram", "Deviation from original frame"),
    "margin": Text("Felmarginal", "Margin of error"),
    "by_rule": Text("Regelns prognos", "The rule's forecast"),
    "by_committee": Text("Nämndens prognos", "The committee's forecast"),
    "former_forecasts": Text("Hur prognoserna föll ut", "How the forecasts turned out"),
    "former_forecasts_caption": Text(
        "Prognoser i delårsrapporterna {year} och årets utfall",
        "Forecasts of the interim reports of {year} and the year's outcome",
    ),
    "forecasts_by_committee": Text("Träffar per nämnd", "Hits by committee"),
    "former_money_caption": Text(
        "Prognoser för {year} års kostnad och utfallet, miljoner kronor. Plus är ett dyrare år än prognosen.",
        "Forecasts of what {year} would cost and the outcome, SEK million. Plus is a dearer year than forecast.",
    ),
    "made": Text("Gjord", "Made"),
    "interval": Text("Regelns intervall", "The rule's interval"),
    "inside": Text("Utfallet inom", "Outcome inside"),
    "same_fulfilment": Text("Rätt måluppfyllelse", "Right fulfilment"),
    "error": Text("Utfall minus prognos", "Outcome minus forecast"),
    "error_percent": Text("Fel, %", "Error, %"),
    "deviation_percent": Text("Avvikelse, %", "Deviation, %"),
    "no_money": Text("Ingen budgetram är inlagd för {year}.", "No budget frame is entered for {year}."),
    "committees": Text(
        "Nämnderna: omprioritering, helheten, lärdomar", "Committees: reprioritisation, the whole, lessons"
    ),
    "account": Text("Fullständighet", "Completeness"),
    "account_caption": Text(
        "Nyckeltal vars utfall eller målnivå inte är på plats, eller som har ändrats",
        "KPIs whose outcome or level is not in place, or that have changed",
    ),
    "state": Text("Läge", "State"),
    "kpis": Text("Nyckeltal", "KPIs"),
    "told": Text("Upplysning", "Note"),
    "since": Text("Ändrat sedan förra rapporten", "Changed since the last report"),
    "concerns": Text("Gäller", "Concerns"),
    "before": Text("Förr", "Before"),
    "findings": Text("Anmärkningar på underlaget", "Findings about the files"),
    "no_findings": Text("Inga.", "None."),
    "about": Text("Om rapporten", "About the report"),
    "rules": Text("Så bedöms målen", "How goals are judged"),
    "sources": Text("Källor", "Sources"),
    "inputs": Text("Underlagets kontrollsummor (SHA-256)", "Checksums of the files (SHA-256)"),
    "file": Text("Fil", "File"),
    "checksum": Text("Kontrollsumma", "Checksum"),
    "made_with": Text("Framställd med malstyrning {version}.", "Made with malstyrning {version}."),
    "signature": Text("Underskrift", "Signature"),
    "vision": Text("Vision", "Vision"),
    "owner": Text("Ansvarig", "Owner"),
    "causal_link": Text("Samband med målet", "Link to the goal"),
    "method": Text("Metod", "Method"),
    "comparability": Text("Jämförbarhet", "Comparability"),
    "facts": Text("Om nyckeltalet", "About the KPI"),
    "no_comparison": Text(
        "Nyckeltalet jämförs inte i någon grupp.",
        "The KPI is not compared in any group.",
    ),
}

# What is called otherwise before the year has ended.
INTERIM_LABELS: dict[str, Text] = {
    "document_title": Text("Delårsrapport per {date}", "Interim report as of {date}"),
    "summary_caption": Text(
        "Nyckeltal per övergripande mål och måluppfyllelse per {date}, antal",
        "KPIs by overall goal and fulfilment as of {date}, number",
    ),
    "all_kpis_caption": Text(
        "Utfall per {date} mot årets målnivå, utveckling och plats bland andra",
        "Outcome as of {date} against the year's target level, development and place among others",
    ),
    "goal_statuses_caption": Text(
        "Regelns förslag och nämndens bedömning bredvid varandra, per {date}",
        "The rule's proposal and the committee's assessment side by side, as of {date}",
    ),
    "late_level": Text("beslutad efter den {date}, räknas inte", "decided after {date}, not counted"),
    "question_1": Text("1. Når vi målnivåerna?", "1. Are we reaching the target levels?"),
    "money": Text("Budget, utfall och prognos", "Budget, outcome and forecast"),
    "money_caption": Text(
        "Ram och prognos för {year} och utfall till och med den {date}, miljoner kronor. Avvikelse är ram minus "
        "prognos: minus är ett underskott.",
        "Frame and forecast for {year} and outcome up to {date}, SEK million. Deviation is frame minus forecast: "
        "minus is a deficit.",
    ),
    "outcome_of_money": Text("Utfall hittills", "Outcome so far"),
    "goal_money_caption": Text(
        "Pengarna i målets områden per {date}, miljoner kronor, bredvid målets nyckeltal. Ett område kan bära flera "
        "mål, så raderna går inte att lägga ihop.",
        "The money of the goal's areas as of {date}, SEK million, beside the goal's KPIs. An area may carry "
        "several goals, so the rows do not add up.",
    ),
    "year": Text("Period", "Period"),
}

INTERIM_RULES: tuple[Text, ...] = (
    Text(
        "Rapporten gäller läget den {date}. Bara nyckeltal som följs upp då bedöms. Utfallet är det som är mätt av "
        "året: delarna läggs ihop, räknas om från täljare och nämnare, eller så gäller den senaste, efter vad som är "
        "bestämt för nyckeltalet. Saknas en del finns inget utfall.",
        "The report is of {date}. Only KPIs that are followed up then are judged. The outcome is what has been "
        "measured of the year: its parts are added up or recalculated from numerators and denominators, or the latest "
        "counts, as is decided for the KPI. Where a part is missing there is no outcome.",
    ),
    Text(
        "En målnivå gäller hela året. En andel, ett medelvärde eller ett läge hålls mot den som det är nu. En summa "
        "kan inte bedömas än, om den inte redan har nått ett minst, eller passerat ett högst med mer än toleransen.",
        "A target level is for the whole year. A share, a mean or a position is held against it as it is now. A sum "
        "can't be judged yet, unless it has reached an at least already, or passed an at most by more than the "
        "tolerance.",
    ),
    Text(
        "Prognosen för årets utfall är det senaste kända värdet ± 1,8 gånger seriens genomsnittliga ändring år för år "
        "gånger roten ur antalet år. Den visas bara där samma regel har hållit utfallet i 70 till 90 procent av minst "
        "50 fall hos andra kommuner. Åtgärder ingår inte.",
        "The forecast of the year's outcome is the last known value ± 1.8 times the series' mean year-to-year change "
        "times the square root of the years ahead. It is shown only where the same rule has held the outcome in 70 to "
        "90 per cent of at least 50 cases of other municipalities. Actions are not part of it.",
    ),
)

RULES_OF_JUDGEMENT: tuple[Text, ...] = (
    Text(
        "Ett nyckeltal är **nått** om utfallet, avrundat till nyckeltalets decimaler, når målnivån; **nästan nått** om "
        "det ligger på den sämre sidan men inom den beslutade toleransen; annars **inte nått**.",
        "A KPI is **reached** if the outcome, rounded to the KPI's decimals, reaches the target level; **nearly "
        "reached** if it is on the worse side but within the decided tolerance; otherwise **not reached**.",
    ),
    Text(
        "**Kan inte bedömas** är något annat än delvis: utfallet eller målnivån saknas, och skälet anges.",
        "**Not assessable** is not the same as partly: the outcome or the level is missing, and the reason is given.",
    ),
    Text(
        "Årets målnivå och den slutliga målnivån bedöms var för sig. Den slutliga bedöms först sitt år.",
        "This year's level and the final level are judged apart. The final one is judged in its year, not before.",
    ),
    Text(
        "Har en målnivå ändrats under året gäller den senast beslutade; nivån som gällde den 1 januari bedöms bredvid.",
        "If a level was revised during the year the latest decision counts; that of 1 January is judged beside it.",
    ),
    Text(
        "Utvecklingen är **bättre** eller **sämre** bara om ändringen sedan året före är större än 2,8 gånger seriens "
        "genomsnittliga ändring år för år (minst 8 tidigare värden), eller minst det ändringsmått som är beslutat.",
        "Development is **better** or **worse** only if the change since the year before exceeds 2.8 times the series' "
        "mean year-to-year change (at least 8 earlier values), or is at least the decided change interval.",
    ),
    Text(
        "Plats räknas på avrundade värden; lika värden delar plats. Kvartil är 4 × mittplatsen ÷ antalet, uppåt. "
        "Percentil är den andel av de andra som har ett sämre värde, där lika värden räknas till hälften. "
        "Är vi inte med i gruppen placeras vi bredvid den. Ingen plats anges bland färre än 5.",
        "Places are counted on rounded values; equal values share a place. Quartile is 4 × the middle place ÷ the "
        "number, rounded up. Percentile is the share of the others whose value is worse, equal values counting "
        "half. Where we are no member we are placed beside the group. No place among fewer than 5.",
    ),
    Text(
        "Medlemmar i en jämförelsegrupp som saknar värde räknas inte med, och inget fylls i åt dem; antalet som har "
        "värde anges. Saknar vi själva värde får vi ingen plats, men gruppens siffror visas.",
        "Members of a comparison group without a value are not counted, and nothing is filled in for them; how many "
        "have a value is told. Without a value of our own we have no place, but the group's figures are shown.",
    ),
)

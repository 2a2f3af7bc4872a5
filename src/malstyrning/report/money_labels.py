"""Headings and labels about costs, moves, sound financial management, assignments and data quality."""

from malstyrning.language import Text

MONEY_LABELS: dict[str, Text] = {
    "goal_money_caption": Text(
        "Pengarna i målets områden {period}, miljoner kronor, bredvid målets nyckeltal. Ett område kan bära flera "
        "mål, så raderna går inte att lägga ihop.",
        "The money of the goal's areas {period}, SEK million, beside the goal's KPIs. An area may carry several "
        "goals, so the rows do not add up.",
    ),
    "goal_gave": Text("Bredvid pengarna, målets nyckeltal:", "Beside the money, the goal's KPIs:"),
    "areas": Text("Ansvarsområden", "Areas of responsibility"),
    "kpis_reached": Text("Nyckeltal", "KPIs"),
    "costs": Text("Vad resultaten kostade", "What the results cost"),
    "cost_per_result": Text("Kostnad per resultat", "Cost per result"),
    "volume": Text("Volym", "Volume"),
    "cost_in_kronor": Text("Kronor", "SEK"),
    "cost_per_one": Text("Kronor per resultat", "SEK per result"),
    "cost_and_result": Text("Kostnad mot resultat", "Cost against result"),
    "show_cross": Text("Visa allas kostnad och resultat som tabell", "Show everyone's cost and result as a table"),
    "municipality": Text("Kommun", "Municipality"),
    "proposal": Text("Nämndens förslag", "The committee's proposal"),
    "proposal_caption": Text("Förslag till flytt av pengar, miljoner kronor", "Proposed moves of money, SEK million"),
    "moved_from": Text("Från", "From"),
    "moved_to": Text("Till", "To"),
    "amount": Text("Belopp", "Amount"),
    "whole_question": Text("Helheten", "The whole"),
    "sound": Text("God ekonomisk hushållning", "Sound financial management"),
    "overall_assessment": Text("Samlad bedömning", "Overall assessment"),
    "assessment_in_words": Text("Bedömningen i ord", "The assessment in words"),
    "reason_for": Text("Skäl", "Reason"),
    "expected_development": Text("Väntad utveckling till årets slut", "Expected development to the year's end"),
    "sound_goals": Text("Målen som bedömningen vilar på", "The goals that the assessment rests on"),
    "kind": Text("Slag", "Kind"),
    "balance": Text("Balanskravsutredning", "The balance requirement"),
    "balance_caption": Text(
        "Balanskravsutredning {year}, tusen kronor", "The balance requirement {year}, SEK thousand"
    ),
    "line": Text("Post", "Line"),
    "balance_plan": Text("Plan för att återställa", "Plan to restore"),
    "auditors": Text("Revisorernas bedömning", "The auditors' opinion"),
    "our_reply": Text("Kommunens svar", "The municipality's reply"),
    "late": Text("försenat", "late"),
    "no_assignments": Text(
        "Inga uppdrag från fullmäktige gäller {year}.", "No assignments from the council are in force in {year}."
    ),
    "assignments_caption": Text("Uppdrag från fullmäktige, per nämnd", "Assignments from the council, by committee"),
    "done_so_far": Text("Gjort hittills", "Done so far"),
    "data_quality": Text("Datakvalitet", "Data quality"),
    "quality_caption": Text(
        "Nyckeltal vars uppgifter är osäkra eller bristfälliga", "KPIs whose data are uncertain or poor"
    ),
}

"""Labels of the plan of a year, beside those of the evaluation."""

from malstyrning.language import Text

PLAN_LABELS: dict[str, Text] = {
    "document_title": Text("Plan för {year}", "Plan for {year}"),
    "lessons": Text("Lärdomar som gäller planen", "Lessons that feed the plan"),
    "lessons_lead": Text(
        "De öppna står först: planen har inte svarat på dem. Budgeten för {year} beslutas i november {before}. Den "
        "hinner ta in det som delårsrapporterna {before} och bokslutet för {earlier} lär ut. Det som bokslutet för "
        "{before} lär ut går till planen för {after}.",
        "The open ones stand first: the plan has not answered them. The budget for {year} is decided in November "
        "{before}. What the interim reports of {before} and the close of {earlier} teach is in time for it, but not "
        "what the close of {before} teaches: that feeds the plan of {after}.",
    ),
    "no_lessons": Text("Ingen lärdom är lämnad till planen för {year}.", "No lesson feeds the plan of {year}."),
    "open": Text("Öppna: planen har inte svarat", "Open: the plan has not answered"),
    "open_one": Text("Öppen", "Open"),
    "unsigned_lesson": Text("inte undertecknad", "not signed"),
    "learnt_by": Text("Från", "From"),
    "baseline": Text("Startvärde", "Baseline"),
    "year_level": Text("Målnivå {year}", "Level for {year}"),
    "final_level": Text("Slutlig målnivå", "Final level"),
    "last_verdict": Text("Senaste bedömning", "Last verdict"),
    "kpis_caption": Text("Nyckeltal och målnivåer", "KPIs and target levels"),
    "actions_caption": Text("Åtgärder och väntad effekt", "Actions and expected effect"),
    "no_goals": Text("Inget strategiskt mål gäller {year}.", "No strategic goal is in force in {year}."),
    "horizon": Text("Målet ser fram mot", "The goal looks to"),
    "goal_lessons": Text("Lärdomar om målet", "Lessons about the goal"),
    "frames": Text("Ramar, områden och uppdrag", "Frames, areas and assignments"),
    "frames_caption": Text(
        "Ram {year}, miljoner kronor: som den beslutades, ändringar till och med den {date}, och gällande",
        "Frame {year}, SEK million: as decided, changes up to {date}, and current",
    ),
    "changed": Text("Ändringar", "Changes"),
    "change_decisions": Text("Beslutade ändringar", "Decided changes"),
    "no_frame": Text("Nämnden har ingen ram för {year}.", "The committee has no frame for {year}."),
    "about": Text("Om planen", "About the plan"),
    "about_text": Text(
        "Planen visar det som gäller {year}, med beslut till och med den {date}. Mål, nyckeltal och åtgärder har samma "
        "nummer och ordning som i utvärderingen, och samma länkar.",
        "The plan shows what is in force in {year}, with decisions up to {date}. Goals, KPIs and actions have the same "
        "numbers, order and links as in the evaluation.",
    ),
}

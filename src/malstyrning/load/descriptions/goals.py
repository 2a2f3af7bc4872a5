"""The keys of goals, committees, actions and budget frames."""

from malstyrning.language import Text

GOALS: dict[str, Text] = {
    # The sections of a file in goals/
    "Goals.organisations": Text(
        "Alla organisationer som har rader i data/ eller ingår i en jämförelsegrupp, under sina id:n.",
        "All organisations that have rows in data/ or are members of a comparison group, under their ids.",
    ),
    "Goals.vision": Text("Visionen. Står en gång i arbetsytan.", "The vision. Stands once in the workspace."),
    "Goals.fundamental_value": Text(
        "Den grundläggande värderingen. Står en gång i arbetsytan.",
        "The fundamental value. Stands once in the workspace.",
    ),
    "Goals.overall_goals": Text("Övergripande mål, under sina id:n.", "Overall goals, under their ids."),
    "Goals.committees": Text(
        "Nämnder med sina ansvarsområden, under sina id:n.",
        "Committees with their areas of responsibility, under their ids.",
    ),
    "Goals.strategic_goals": Text(
        "Nämndernas strategiska mål, under sina id:n.", "The committees' strategic goals, under their ids."
    ),
    "Goals.kpis": Text("Nyckeltal med målnivåer, under sina id:n.", "KPIs with their target levels, under their ids."),
    "Goals.actions": Text(
        "Åtgärder för att nå målen, under sina id:n.", "Actions to reach the goals, under their ids."
    ),
    "Goals.assignments": Text(
        "Uppdrag från fullmäktige, under sina id:n.", "Assignments from the council, under their ids."
    ),
    "Goals.events": Text("Oförutsedda händelser, under sina id:n.", "Unforeseen events, under their ids."),
    "Goals.budget_frames": Text("Budgetramar: en per nämnd och år.", "Budget frames: one for each committee and year."),
    "Goals.evaluations": Text(
        "Nämndernas svar: ett per nämnd och rapporttillfälle.",
        "The committees' answers: one for each committee and reporting occasion.",
    ),
    # What every decided object may have
    "Decided.from": Text(
        "Första året det gäller. Utan det: sedan före den första planen.",
        "First year in force. Without it: since before the first plan.",
    ),
    "Decided.to": Text(
        "Sista året det gäller. Utan det: tills vidare. Inget beslutat tas bort: det avslutas med to.",
        "Last year in force. Without it: until further notice. Nothing decided is deleted: it gets a to.",
    ),
    "Decided.replaced_by": Text("Id för det som kom i stället.", "Id of what took its place."),
    "Decided.was": Text("Det tidigare id:t, efter ett namnbyte.", "The former id, after a rename."),
    "Decided.decided": Text("Dagen för beslutet.", "The day of the decision."),
    "Decided.reference": Text("Var beslutet står.", "Where the decision stands."),
    "Decided.source": Text("Var ett publicerat faktum kan kontrolleras.", "Where a published fact can be checked."),
    "Decided.example": Text(
        "true: detta är påhittat, och varje rapport säger det.",
        "true: this is invented, and every report says so.",
    ),
    "Organisation.name": Text("Organisationens namn.", "The organisation's name."),
    "Organisation.kind": Text("Vad det är för slags organisation.", "What kind of organisation it is."),
    "Statement.text": Text("Texten, som den beslutades.", "The text, as it was decided."),
    "Statement.source": Text("Var texten kan kontrolleras.", "Where the text can be checked."),
    "OverallGoal.number": Text(
        "Målets nummer, som aldrig används igen för ett annat mål.",
        "The goal's number, never used again for another goal.",
    ),
    "OverallGoal.title": Text("Målet, som rapporterna skriver det.", "The goal, as reports write it."),
    "OverallGoal.description": Text("Vad målet innebär.", "What the goal means."),
    "Area.title": Text("Ansvarsområdets namn.", "The area's name."),
    "Committee.title": Text("Nämndens namn.", "The committee's name."),
    "Committee.renamed": Text(
        "Namnbyten, vart och ett från ett år. Det är samma nämnd, med samma id.",
        "Renamings, each from a year on. It is the same committee, with the same id.",
    ),
    "Renaming.from": Text("Första året med namnet.", "First year with the name."),
    "Renaming.title": Text("Nämndens namn från det året.", "The committee's name from that year on."),
    "Renaming.decided": Text("Dagen för beslutet.", "The day of the decision."),
    "Renaming.reference": Text("Var beslutet står.", "Where the decision stands."),
    "Renaming.example": Text(
        "true: detta är påhittat, och varje rapport säger det.",
        "true: this is invented, and every report says so.",
    ),
    "Committee.owner": Text(
        "Vem som svarar för de nyckeltal som inte har någon egen ansvarig.",
        "Who answers for the KPIs that have no owner of their own.",
    ),
    "Committee.areas": Text(
        "Ansvarsområden, som bär pengarna. Deras id:n är unika i arbetsytan.",
        "Areas of responsibility, which carry the money. Their ids are unique in the workspace.",
    ),
    "Committee.successor": Text(
        "Id för nämnden som tog över, när den här har ett to.",
        "Id of the committee that took over, when this one has a to.",
    ),
    "StrategicGoal.number": Text(
        "Målets nummer, som aldrig används igen för ett annat mål.",
        "The goal's number, never used again for another goal.",
    ),
    "StrategicGoal.title": Text("Målet, som rapporterna skriver det.", "The goal, as reports write it."),
    "StrategicGoal.description": Text("Vad målet innebär.", "What the goal means."),
    "StrategicGoal.committee": Text("Id för nämnden som har målet.", "Id of the committee whose goal it is."),
    "StrategicGoal.serves": Text(
        "Id:n för de övergripande mål som målet bidrar till; rapporterna ställer det under det första.",
        "Ids of the overall goals that it serves; reports place it under the first.",
    ),
    "StrategicGoal.areas": Text(
        "Områden hos samma nämnd, som bär målets pengar.", "Areas of the same committee that carry its money."
    ),
    "StrategicGoal.from": Text("Första året målet gäller.", "First year in force."),
    "StrategicGoal.horizon": Text("Året målet ser fram mot.", "The year that the goal looks to."),
    "StrategicGoal.sound_financial_management": Text(
        "Att målet hör till god ekonomisk hushållning, och hur.",
        "That the goal is one of sound financial management, and how.",
    ),
    "StrategicGoal.conditions": Text("Förutsättningar för att leverera.", "Conditions for delivering."),
    "Sound.kind": Text("Ett finansiellt mål eller ett verksamhetsmål.", "A financial goal, or one of operations."),
    "Sound.scope": Text(
        "Kommunen själv, eller koncernen med bolagen.", "The municipality itself, or the group with its companies."
    ),
    "Assignment.title": Text("Vad uppdraget gäller.", "What the assignment is about."),
    "Assignment.committee": Text("Id för nämnden som har fått det.", "Id of the committee that was given it."),
    "Assignment.status": Text("Hur långt uppdraget har kommit.", "How far the assignment has come."),
    "Assignment.text": Text("Vad som har gjorts hittills.", "What has been done so far."),
    "Assignment.due": Text("Dagen det ska vara klart.", "The day it is to be finished."),
    "Assignment.finished": Text("Dagen det blev klart.", "The day it was finished."),
    "Event.title": Text("Vad som hände.", "What happened."),
    "Event.kind": Text(
        "internal: inom organisationen, external: i omvärlden.",
        "internal: within the organisation, external: outside it.",
    ),
    "Event.date": Text("Dagen det hände eller började.", "The day it happened or began."),
    "Event.to": Text(
        "Sista dagen, om det varade. Utan den: en dag, eller inte över än.",
        "The last day, if it lasted. Without it: one day, or not over yet.",
    ),
    "Event.text": Text("Vad det innebar för verksamheten.", "What it meant for the work."),
    "Event.goals": Text("Id:n för de strategiska mål som berörs.", "Ids of the strategic goals that it touches."),
    "Event.kpis": Text("Id:n för de nyckeltal som berörs.", "Ids of the KPIs that it touches."),
    "Event.source": Text("Var det kan kontrolleras.", "Where it can be checked."),
    "Event.reference": Text(
        "Var det är antecknat, till exempel i ett protokoll.", "Where it is on record, such as in minutes."
    ),
    "Event.example": Text(
        "true: detta är påhittat, och varje rapport säger det.",
        "true: this is invented, and every report says so.",
    ),
    "Action.title": Text("Vad som görs.", "What is done."),
    "Action.goal": Text("Id för det strategiska målet.", "Id of the strategic goal."),
    "Action.kpis": Text("Id:n för nyckeltalen som ska påverkas.", "Ids of the KPIs that it is to move."),
    "Action.status": Text("Hur långt åtgärden har kommit.", "How far the action has come."),
    "Action.owner": Text("Vem som svarar för åtgärden.", "Who answers for the action."),
    "Action.started": Text("Dagen den började.", "The day it began."),
    "Action.finished": Text("Dagen den blev klar.", "The day it was finished."),
    "Action.due": Text("Dagen den ska vara klar.", "The day it is to be finished."),
    "Action.cost": Text("Kostnad i tusen kronor.", "Cost in thousand kronor."),
    "Action.expected_effect": Text(
        "Vad åtgärden väntas ge. Utan det väntas ingen mätbar effekt.",
        "What the action is expected to give. Without it no measurable effect is expected.",
    ),
    "ExpectedEffect.kpi": Text("Id för nyckeltalet.", "Id of the KPI."),
    "ExpectedEffect.change": Text("Väntad ändring, i nyckeltalets enhet.", "Expected change, in the KPI's unit."),
    "ExpectedEffect.by": Text("Året då effekten väntas synas.", "The year by which the effect is expected."),
    "BudgetFrame.committee": Text("Id för nämnden.", "Id of the committee."),
    "BudgetFrame.year": Text("Budgetåret.", "The budget year."),
    "BudgetFrame.amount": Text("Fullmäktiges ram i tusen kronor.", "The council's frame in thousand kronor."),
    "BudgetFrame.decided": Text("Dagen då fullmäktige beslutade ramen.", "The day the council decided the frame."),
    "BudgetFrame.areas": Text(
        "Nämndens fördelning på sina områden, i tusen kronor.",
        "How the committee divides it among its areas, in thousand kronor.",
    ),
    "BudgetFrame.changes": Text("Beslutade ändringar under året.", "Changes that were decided during the year."),
    "FrameChange.date": Text("Dagen för beslutet.", "The day of the decision."),
    "FrameChange.areas": Text(
        "Ändring per område i tusen kronor; ramen ändras med summan.",
        "Change of each area in thousand kronor; the frame moves by the sum.",
    ),
    "FrameChange.reference": Text("Var beslutet står.", "Where the decision stands."),
    "FrameChange.reason": Text("Varför ramen ändrades.", "Why the frame was changed."),
}

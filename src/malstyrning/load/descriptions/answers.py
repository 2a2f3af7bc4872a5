"""The keys of evaluations."""

from malstyrning.language import Text

ANSWERS: dict[str, Text] = {
    "Evaluation.committee": Text("Id för nämnden som svarar.", "Id of the committee that answers."),
    "Evaluation.period": Text(
        "Rapporttillfället: 2022T1, 2022T2 eller 2022.", "The reporting occasion: 2022T1, 2022T2 or 2022."
    ),
    "Evaluation.goals": Text("Svar om målen, under målens id:n.", "Answers about the goals, under their ids."),
    "Evaluation.kpis": Text(
        "Svar på fråga 3 och 4, under nyckeltalens id:n.", "Answers to questions 3 and 4, under the KPIs' ids."
    ),
    "Evaluation.actions": Text(
        "Svar på fråga 5, under åtgärdernas id:n.", "Answers to question 5, under the actions' ids."
    ),
    "Evaluation.reprioritise": Text(
        "Svar på fråga 6: behöver något prioriteras om?", "The answer to question 6: must anything be reprioritised?"
    ),
    "Evaluation.lessons": Text(
        "Svar på fråga 7: lärdomar, under egna id:n. Tre räcker gott.",
        "The answer to question 7: lessons, under ids of their own. Three are plenty.",
    ),
    "Evaluation.signed": Text("Vem som skrev under, och när.", "Who signed, and when."),
    "Evaluation.example": Text(
        "true: svaren är påhittade, och varje rapport säger det.",
        "true: the answers are invented, and every report says so.",
    ),
    "GoalAnswer.position": Text("Läget.", "The position."),
    "GoalAnswer.analysis": Text("Analysen: varför det är så.", "The analysis: why it is so."),
    "GoalAnswer.conditions_met": Text(
        "Om förutsättningarna för att leverera fanns.", "Whether the conditions for delivering were there."
    ),
    "GoalAnswer.status": Text(
        "Nämndens bedömning av målet, bredvid programmets förslag.",
        "The committee's judgement of the goal, beside the proposed status.",
    ),
    "GoalAnswer.reason": Text(
        "Varför bedömningen avviker från förslaget.", "Why the judgement departs from the proposed status."
    ),
    "KpiAnswer.cause": Text("Fråga 3: varför blev det så?", "Question 3: why did it become so?"),
    "KpiAnswer.own_and_events": Text(
        "Fråga 4: vad berodde på oss, och vad på det som hände?",
        "Question 4: what was our own doing, and what was events?",
    ),
    "KpiAnswer.forecast": Text(
        "Vid T1 och T2: vad nämnden räknar med att årets utfall blir.",
        "At T1 and T2: what the committee expects the year's outcome to be.",
    ),
    "Forecast.value": Text("Värdet, i nyckeltalets enhet.", "The value, in the KPI's unit."),
    "Forecast.text": Text("Vad prognosen bygger på.", "What the forecast rests on."),
    "KpiAnswer.events": Text(
        "Id:n för de händelser som svaren hänvisar till.", "Ids of the events that the answers refer to."
    ),
    "KpiAnswer.carried_from": Text(
        "Ett tidigare rapporttillfälle vars texter fortfarande gäller, för dem som inte står här.",
        "An earlier reporting occasion whose texts still hold, for those that are not written here.",
    ),
    "GoalAnswer.carried_from": Text(
        "Ett tidigare rapporttillfälle vars analys fortfarande gäller.",
        "An earlier reporting occasion whose analysis still holds.",
    ),
    "ActionAnswer.effect": Text("Vilken effekt åtgärden fick.", "What effect the action had."),
    "ActionAnswer.text": Text("Fråga 5: hur gick det, och varför?", "Question 5: how did it go, and why?"),
    "ActionAnswer.causes": Text(
        "Hur stor del varje orsak har i att det gick annorlunda.",
        "How large a part each cause has in what went otherwise.",
    ),
    "ActionAnswer.causes.done_differently": Text(
        "Åtgärden gjordes annorlunda än planerat.", "The action was done otherwise than planned."
    ),
    "ActionAnswer.causes.unforeseen_events": Text("Något oförutsett hände.", "Something unforeseen happened."),
    "ActionAnswer.causes.wrong_from_start": Text(
        "Antagandet var fel från början.", "The assumption was wrong from the start."
    ),
    "Reprioritise.answer": Text("yes eller no.", "yes or no."),
    "Reprioritise.text": Text("Vad som ska prioriteras om, eller varför inte.", "What to reprioritise, or why not."),
    "Reprioritise.proposal": Text(
        "Vad nämnden föreslår: flyttar mellan områden.", "What the committee proposes: moves between areas."
    ),
    "Move.from": Text("Id för området som lämnar pengar.", "Id of the area that gives up money."),
    "Move.to": Text("Id för området som får dem.", "Id of the area that gets it."),
    "Move.amount": Text("Beloppet i tusen kronor.", "The amount in thousand kronor."),
    "Evaluation.whole": Text(
        "Helheten, efter årets slut. Vad nämnden tar med sig står under lessons.",
        "The whole, once the year has ended. What the committee takes with it stands under lessons.",
    ),
    "Whole.strategy": Text("Fungerade strategin som det var tänkt?", "Did the strategy work as intended?"),
    "Whole.focus": Text("Lade vi kraften på rätt områden?", "Did we focus on the right areas?"),
    "Whole.actions": Text("Gjorde vi rätt åtgärder, på rätt sätt?", "Did we take the right actions in the right way?"),
    "Whole.resources": Text(
        "Fick fördelningen av resurser den effekt vi ville?", "Did the allocation of resources have the effect sought?"
    ),
    "Lesson.text": Text("Lärdomen.", "The lesson."),
    "Lesson.proposes": Text("Vad lärdomen leder till för förslag.", "What the lesson proposes."),
    "Proposal.text": Text("Vad som ska ändras eller tillkomma.", "What is to change or to be added."),
    "Proposal.about": Text(
        "Id för målet, nyckeltalet, åtgärden, uppdraget, ansvarsområdet eller nämnden (ramen) som ska ändras.",
        "Id of the goal, KPI, action, assignment, area or committee (its frame) that is to change.",
    ),
    "Proposal.new": Text(
        "I stället för about: vad som ska tillkomma och ännu inte har något id.",
        "In place of about: what is to be added, and has no id yet.",
    ),
    "Lesson.feeds": Text("Året vars planering den går in i.", "The year whose planning it goes into."),
    "Lesson.became": Text(
        "Vad planen för det året gjorde av lärdomen.", "What the plan of that year made of the lesson."
    ),
    "LessonAnswer.status": Text(
        "adopted: den togs in, changed: den togs in i annan form, refused: den togs inte in.",
        "adopted: it was taken in, changed: in another form, refused: it was not.",
    ),
    "LessonAnswer.reference": Text("Var beslutet står.", "Where the decision stands."),
    "LessonAnswer.text": Text("I vilken form den togs in, eller varför inte.", "In which form, or why not."),
    "LessonAnswer.led_to": Text(
        "Id:n för det i planen som lärdomen ledde till.", "Ids of what in the plan the lesson led to."
    ),
    "Signature.body": Text("Organet som beslutade.", "The body that decided."),
    "Signature.name": Text("Vem som skrev under.", "Who signed."),
    "Signature.date": Text("Dagen för underskriften.", "The day of the signature."),
    "Signature.reference": Text("Var beslutet står.", "Where the decision stands."),
}

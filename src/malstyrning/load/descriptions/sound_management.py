"""The keys of sound financial management assessed."""

from malstyrning.language import Text

SOUND: dict[str, Text] = {
    "SoundAssessment.period": Text(
        "Rapporttillfället: 2022T1, 2022T2 eller 2022.", "The reporting occasion: 2022T1, 2022T2 or 2022."
    ),
    "SoundAssessment.municipality": Text(
        "Den samlade bedömningen av kommunen.", "The overall assessment of the municipality."
    ),
    "SoundAssessment.group": Text(
        "Den samlade bedömningen av kommunen och dess bolag.",
        "The overall assessment of the municipality with its companies.",
    ),
    "SoundAssessment.balance": Text(
        "Balanskravsutredningen, i tusen kronor.", "The examination of the balance requirement, in thousand kronor."
    ),
    "SoundAssessment.signed": Text("Vem som skrev under, och när.", "Who signed, and when."),
    "SoundAssessment.auditors": Text("Revisorernas bedömning.", "The auditors' opinion."),
    "SoundAssessment.reply": Text("Kommunens svar till revisorerna.", "The municipality's reply to the auditors."),
    "SoundAssessment.example": Text(
        "true: detta är påhittat, och varje rapport säger det.",
        "true: this is invented, and every report says so.",
    ),
    "Overall.status": Text(
        "Om kommunen har god ekonomisk hushållning: fulfilled, partly, not_fulfilled, not_assessable.",
        "Whether there is sound financial management: fulfilled, partly, not_fulfilled, not_assessable.",
    ),
    "Overall.text": Text("Bedömningen i ord.", "The assessment in words."),
    "Overall.reason": Text(
        "Varför det är fulfilled fast ett mål inte är nått.", "Why it is fulfilled though a goal is not reached."
    ),
    "Overall.expected": Text(
        "I en delårsrapport: hur det väntas stå när året är slut.",
        "In an interim report: how it is expected to stand when the year has ended.",
    ),
    "Balance.result": Text("Årets resultat; minus är ett underskott.", "The year's result; minus is a deficit."),
    "Balance.realised_gains": Text(
        "Samtliga realisationsvinster, som dras av.", "All realisation gains, which are taken off."
    ),
    "Balance.excepted_gains": Text(
        "Realisationsvinster enligt undantagsmöjlighet, som läggs till.",
        "Realisation gains by the exception, which are added.",
    ),
    "Balance.excepted_losses": Text(
        "Realisationsförluster enligt undantagsmöjlighet, som läggs till.",
        "Realisation losses by the exception, which are added.",
    ),
    "Balance.unrealised_gains": Text(
        "Orealiserade vinster i värdepapper, som dras av.", "Unrealised gains in securities, which are taken off."
    ),
    "Balance.unrealised_losses": Text(
        "Orealiserade förluster i värdepapper, som läggs till.", "Unrealised losses in securities, which are added."
    ),
    "Balance.reversed_gains": Text(
        "Återförda orealiserade vinster, som läggs till.", "Unrealised gains reversed, which are added."
    ),
    "Balance.reversed_losses": Text(
        "Återförda orealiserade förluster, som dras av.", "Unrealised losses reversed, which are taken off."
    ),
    "Balance.adjusted": Text(
        "Resultatet efter balanskravsjusteringar, som det är beslutat. Summan prövas.",
        "The result after balance adjustments, as it was decided. The sum is checked.",
    ),
    "Balance.to_reserve": Text("Reserverat till resultatreserven.", "Put in the result reserve."),
    "Balance.from_reserve": Text("Använt ur resultatreserven.", "Taken from the result reserve."),
    "Balance.balance": Text(
        "Balanskravsresultatet, som det är beslutat. Summan prövas.",
        "The balance requirement result, as it was decided. The sum is checked.",
    ),
    "Balance.deficits": Text(
        "Underskott från tidigare år som är kvar att återställa.", "Deficits of earlier years still to be restored."
    ),
    "Balance.plan": Text("Hur underskottet ska återställas.", "How the deficit is to be restored."),
    "Deficit.year": Text("Året då underskottet uppstod.", "The year of the deficit."),
    "Deficit.amount": Text("Vad som är kvar, i tusen kronor.", "What is left, in thousand kronor."),
    "Deficit.restore_by": Text("Året då det senast ska vara återställt.", "The year by which it is to be restored."),
    "Opinion.grade": Text(
        "Om resultatet är förenligt med fullmäktiges mål: agrees, partly, disagrees, not_assessable.",
        "Whether the results agree with the council's goals: agrees, partly, disagrees, not_assessable.",
    ),
    "Opinion.text": Text("Vad revisorerna skriver.", "What the auditors write."),
    "Opinion.by": Text("Vilka som har bedömt.", "Who made it."),
    "Opinion.date": Text("Dagen för bedömningen.", "The day of the opinion."),
    "Opinion.reference": Text("Var den står.", "Where it stands."),
    "Reply.text": Text("Svaret.", "The reply."),
    "Reply.by": Text("Vem som svarar.", "Who replies."),
    "Reply.date": Text("Dagen för svaret.", "The day of the reply."),
}

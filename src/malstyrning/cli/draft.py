"""`malstyrning evaluate --draft`: what the committees are to fill in, put where they write."""

from typing import TYPE_CHECKING

from malstyrning.cli.options import shown, terminal_language
from malstyrning.language import Language, Text

if TYPE_CHECKING:
    from malstyrning.domain.assessments import Evaluation
    from malstyrning.load import Loaded

_NEXT = Text(
    "Fyll i det som står inom hakparenteser; `malstyrning validate` säger vad som inte är färdigt.",
    "Fill in what stands in brackets; `malstyrning validate` tells what is not finished.",
)
_NOTHING = Text(
    "Inget att lägga in: det som frågas om {period} är besvarat eller påbörjat.",
    "Nothing to put in: what is asked about {period} is answered or begun.",
)


def draft_answers(loaded: "Loaded", evaluation: "Evaluation", lang: Language | None) -> None:
    """Write a stub for each unanswered question, and say what a person has to put in."""
    from malstyrning.console.terminal import say, tell
    from malstyrning.report.drafting import draft

    language, made = terminal_language(lang), draft(loaded, evaluation)
    say(shown(loaded.folder.write(path, content).absolute()) for path, content in made.files.items())
    tell(line for note in made.notes for line in note[language].split("\n"))
    tell((_NEXT if made.files else _NOTHING.filled({"period": str(evaluation.occasion)}))[language])

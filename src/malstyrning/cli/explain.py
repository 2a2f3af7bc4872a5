"""`malstyrning explain`: the manual page of a rule."""

from typing import Annotated

import typer

from malstyrning.cli.options import LanguageOption, terminal_language
from malstyrning.exit_codes import CannotDoError
from malstyrning.language import Text, without_facts

_BAD = Text("Så här blir det fel", "This is wrong")
_GOOD = Text("Så här blir det rätt", "This is right")
_CURE = Text("Gör så här", "What to do")
_LONGEST = 2_000


def explain(
    code: Annotated[str, typer.Argument(metavar="CODE", help="The code of a rule, such as TAR601, or its name.")],
    lang: LanguageOption = None,
) -> None:
    """Explain a rule: what it finds, why it matters, and how to mend it.

    For example:

    malstyrning explain TAR601
    """
    from malstyrning.console.terminal import say
    from malstyrning.domain.ids import nearest
    from malstyrning.rules import all_rules

    language = terminal_language(lang)
    rules = {key: rule for rule in all_rules() for key in (rule.code, rule.name)}
    wanted = code if code in rules else code.upper()
    if wanted not in rules:
        meant = nearest(wanted, rules) or nearest(code, rules)
        raise CannotDoError(
            Text(f"regeln {code} finns inte; menade du {meant}?", f"there is no rule {code}; did you mean {meant}?")
            if meant
            else Text(f"regeln {code} finns inte", f"there is no rule {code}")
        )
    rule = rules[wanted]
    say([f"{rule.code} {rule.name} ({rule.severity.word})", "", without_facts(rule.message)[language]])
    say(["", rule.why[language], ""])
    say(f"{_CURE[language]}: {without_facts(rule.cure)[language]}")
    for heading, example in ((_BAD, rule.bad), (_GOOD, rule.good)):
        if example and len(example) <= _LONGEST:
            shown = example.encode("utf-8", "backslashreplace").decode("utf-8")
            say(["", f"{heading[language]} ({rule.where}):", *(f"    {line}" for line in shown.splitlines())])

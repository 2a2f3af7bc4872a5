"""From a view to the text of a file, by a template: the room that knows Jinja.

A workspace overrides a template by its name, and may extend the one it overrides as `default/NAME`. Templates
run in a sandbox. What they place is made safe before they see it: no template can forget to escape.
"""

import traceback
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    FunctionLoader,
    PrefixLoader,
    StrictUndefined,
)
from jinja2.exceptions import SecurityError, TemplateNotFound, TemplateSyntaxError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from malstyrning.diagnostics import Diagnostic, Span
from malstyrning.exit_codes import CannotDoError
from malstyrning.language import Text, same
from malstyrning.report.compiled import compiled_templates
from malstyrning.report.markdown import narrative_to_html, narrative_to_markdown, plain_to_markdown
from malstyrning.report.view import AddendumView, Key, Narrative, Picture, PlanView, ReportView
from malstyrning.sources.findings import BAD_TEMPLATE
from malstyrning.sources.text import decode
from malstyrning.sources.tree import Folder

PACKAGE = Path(__file__).parent / "templates"
OVERRIDES = "templates"
_LARGEST_PRODUCT = 100_000  # characters or items


class _Safe(str):
    """HTML that is made safe already: templates place it as it is."""

    __slots__ = ()

    def __html__(self) -> str:
        return self


def render(view: ReportView | AddendumView | PlanView, template: str, folder: Folder | None) -> bytes:
    """Render a view by its template, such as `report.html.j2`, as UTF-8, with what the workspace in `folder` overrides.

    Raises CannotDoError with the template's file and line where a template is at fault, whatever it does.
    """
    html = template.endswith(".html.j2")
    safe = _prepared(view, html=html)
    try:
        return _environment(folder, html=html).get_template(template).render(view=safe, t=safe.t).encode()
    except TemplateSyntaxError as error:
        raise CannotDoError(f"{_place(error.filename or error.name)}:{error.lineno}: {error.message}") from error
    except CannotDoError:
        raise
    except Exception as error:
        steps = reversed(traceback.extract_tb(error.__traceback__))
        frame = next((one for one in steps if one.filename.endswith(".j2")), None)
        if frame is None and folder is None:
            raise  # no template but our own took part: the fault is ours
        place = f"{_place(frame.filename)}:{frame.lineno}" if frame else f"{OVERRIDES}/{template}"
        missing = isinstance(error, TemplateNotFound)
        told = Text(f"mallen {error} finns inte", f"there is no template {error}") if missing else same(str(error))
        named = told if told.en else same(type(error).__name__)
        raise CannotDoError(Text(f"{place}: {named.sv}", f"{place}: {named.en}")) from error


class _Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, in which no sum makes more than a template can need."""

    intercepted_binops = frozenset({"*", "**"})

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401 - Jinja's
        """Refuse powers and products that would fill the memory."""
        sizes = [len(one) if isinstance(one, str | list | tuple) else one for one in (left, right)]
        if operator == "**" or any(isinstance(one, str | list | tuple) for one in (left, right)):
            numbers = [abs(one) for one in sizes if isinstance(one, int | float)]
            if operator == "**" or (len(numbers) == len(sizes) and numbers[0] * numbers[1] > _LARGEST_PRODUCT):
                raise SecurityError(f"{operator} makes too much here")
        return super().call_binop(context, operator, left, right)


def overrides(folder: Folder) -> dict[str, str]:
    """The SHA-256 of every template of a workspace, by its path: they make the report as much as its figures do."""
    paths, _ = folder.files(OVERRIDES, ".j2", ".css")
    contents = {path: folder.read(path) for path in paths}
    return {path: sha256(one).hexdigest() for path, one in contents.items() if isinstance(one, bytes)}


def template_findings(folder: Folder) -> list[Diagnostic]:
    """What keeps a workspace's templates from being read. They are parsed and never run."""
    paths, _ = folder.files(OVERRIDES, ".j2")
    environment = _environment(None, html=True)
    found: list[Diagnostic] = []
    for path in paths:
        content = folder.read(path)
        text = content if isinstance(content, Diagnostic) else decode(path, content)
        if isinstance(text, Diagnostic):
            found.append(text)
            continue
        try:
            environment.parse(text)
        except TemplateSyntaxError as error:
            place = Span(path, error.lineno, 1, error.lineno, 2)
            found.append(Diagnostic(BAD_TEMPLATE, place, {"problem": error.message or ""}))
    return found


def _environment(folder: Folder | None, *, html: bool) -> Environment:
    package = FileSystemLoader(PACKAGE)
    loaders: list[BaseLoader] = [package, PrefixLoader({"default": package})]
    if folder:
        loaders.insert(0, FunctionLoader(_override(folder)))
    return _Sandbox(
        loader=ChoiceLoader(loaders),
        bytecode_cache=compiled_templates(PACKAGE, "html" if html else "md"),
        undefined=StrictUndefined,
        autoescape=html,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _override(folder: Folder) -> Callable[[str], tuple[str, str, Callable[[], bool]] | None]:
    def load(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        path = f"{OVERRIDES}/{name}"
        if ".." in name.split("/") or not folder.exists(path):
            return None
        content = folder.read(path)
        text = content if isinstance(content, Diagnostic) else decode(path, content)
        if isinstance(text, Diagnostic):
            raise CannotDoError(Text(f"{text.span}: {text.message.sv}", f"{text.span}: {text.message.en}"))
        return text, path, lambda: True

    return load


def _prepared(value: Any, *, html: bool) -> Any:  # noqa: ANN401 - any part of a view
    """The same view with every string fit for the format. HTML's plain strings are escaped by the template."""
    if isinstance(value, str):
        return _prepared_text(value, html=html)
    if isinstance(value, tuple):
        return tuple([_prepared(one, html=html) for one in value])
    if isinstance(value, Mapping):
        return {key: _prepared(one, html=html) for key, one in value.items()}
    if names := _fields_of(value.__class__):
        return type(value)(*[_prepared(getattr(value, name), html=html) for name in names])
    return value


def _prepared_text(value: str, *, html: bool) -> str:
    if isinstance(value, Key):
        return value
    if isinstance(value, Picture):
        return _Safe(value)
    if isinstance(value, Narrative):
        return _Safe(narrative_to_html(value)) if html else narrative_to_markdown(value)
    return value if html else plain_to_markdown(value)


@cache
def _fields_of(kind: type) -> tuple[str, ...]:
    """The fields of a part of a view: there are tens of thousands of few kinds."""
    return tuple(one.name for one in fields(kind)) if is_dataclass(kind) else ()


def _place(name: str | None) -> str:
    """A template's name as the user knows it: in the workspace, or the program's own."""
    if name and Path(name).is_relative_to(PACKAGE):
        return f"(default) {Path(name).relative_to(PACKAGE).as_posix()}"
    return name or "template"

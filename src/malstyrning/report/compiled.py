"""The program's own templates are kept compiled, as Python keeps its modules: compiling takes a tenth of a run."""

import sys
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

from jinja2 import BytecodeCache, Environment, FileSystemBytecodeCache
from jinja2.bccache import Bucket

from malstyrning import __version__


class CompiledTemplates(FileSystemBytecodeCache):
    """A cache beside the templates of a folder. Those from elsewhere, such as a workspace's, are never kept."""

    def __init__(self, templates: Path, form: str) -> None:
        """Templates compiled for another form, or by another version of Jinja or of the program, are others."""
        self.templates = templates
        cache = templates / "__pycache__"
        with suppress(OSError):
            cache.mkdir(exist_ok=True)
        super().__init__(str(cache), f"{form}-{__version__}-jinja2-{version('jinja2')}-%s.cache")

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        """The place of a template in the cache; an empty one that is thrown away where it is no one of ours."""
        if filename and Path(filename).is_relative_to(self.templates):
            return super().get_bucket(environment, name, filename, source)
        return Bucket(environment, "", "")

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it, where the program may write in its own folder."""
        if bucket.key:
            with suppress(OSError):
                super().dump_bytecode(bucket)


def compiled_templates(templates: Path, form: str) -> BytecodeCache | None:
    """The cache; none where Python is told to write no compiled files."""
    return None if sys.dont_write_bytecode else CompiledTemplates(templates, form)

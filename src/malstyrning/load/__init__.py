"""From files to a plan: the room that knows pydantic. Nodes and rows in, values and findings out."""

from malstyrning.load.workspace import Loaded, Settings, find_root, load_workspace

__all__ = ["Loaded", "Settings", "find_root", "load_workspace"]

"""Reports: from an evaluation to finished strings, and from those to files."""

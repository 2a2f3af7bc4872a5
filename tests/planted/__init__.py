"""Damage planted in the shipped workspace: every mistake is found in its own file, within two lines."""

"""Files: where they are, what they say, and where in them each thing stands. Knows nothing of goals."""

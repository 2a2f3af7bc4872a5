"""The judgement: from measurements to outcomes, verdicts, places and the status of goals."""

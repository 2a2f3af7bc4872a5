"""What the terminal is told: findings in several formats, tables and trees. The room that knows rich."""

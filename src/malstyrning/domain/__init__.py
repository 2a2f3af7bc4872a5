"""What the field is made of, as frozen values. Standard library only."""

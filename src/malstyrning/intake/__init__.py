"""What comes in from outside: into data/, in the project's own form."""

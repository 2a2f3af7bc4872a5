"""`python -m malstyrning` is the same as the command `malstyrning`."""

from malstyrning.cli import main

if __name__ == "__main__":
    main()

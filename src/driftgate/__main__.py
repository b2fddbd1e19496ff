"""``python -m driftgate``: the same as the console script."""

from driftgate.cli import main

if __name__ == "__main__":
    main()

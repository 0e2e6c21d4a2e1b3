"""`python -m tui`: the same as `carereader`."""

from tui.command_line import main

if __name__ == "__main__":
    main()

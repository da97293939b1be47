"""`python -m slopecli` is `slope`."""

from slopecli.cli import main

main()

"""`slope`, and `python -m slopecli`: the front door, which is open before anything is loaded.

Ctrl-C may come while the rest is still being imported, and a student's folder may hold a `math.py`:
both are seen to here, with nothing but what Python itself has loaded already.
"""

import _thread
import gc
import os
import sys

INTERRUPTED = 130


def main() -> None:
    """Run `slope` and leave with its exit status."""
    sys.unraisablehook = _insist
    try:
        gc.disable()  # nothing of what is imported is garbage: to look for some takes time,
        from slopecli.cli import main as slope

        gc.freeze()  # and again at the end
        gc.enable()
        slope()
    except KeyboardInterrupt:  # before the command line could be there to tell it
        if sys.stderr is not None:
            sys.stderr.write("Error: interrupted.\n")
        sys.exit(INTERRUPTED)


def _insist(dropped: "sys.UnraisableHookArgs") -> None:
    """Python drops what is raised while it tidies up: Ctrl-C is raised again, quietly."""
    if isinstance(dropped.exc_value, KeyboardInterrupt):
        _thread.start_new_thread(_thread.interrupt_main, ())  # in here it would be dropped again
    else:
        sys.__unraisablehook__(dropped)


def _leave_the_folder_out() -> None:
    """Import nothing from the folder one stands in, unless slopecli itself lives there.

    `python -m` puts that folder first, so that a file `math.py` in it would be taken for Python's.
    """
    home = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    if not sys.flags.safe_path and sys.path:
        here = sys.path.pop(0)
        if os.path.abspath(here) == home:
            sys.path.append(here)


if __name__ == "__main__":
    _leave_the_folder_out()
    main()

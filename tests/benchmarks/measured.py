"""What benchmarks have in common: works that take turns, and a table of what was found."""

import random
import resource
import statistics


class Table:
    """A question, and what was found: rows of cells; a note says what the numbers are."""

    def __init__(self, title, note, heads, rows):
        self.title = title
        self.note = note
        self.heads = heads
        self.rows = [[str(cell) for cell in row] for row in rows]

    def lines(self):
        """As plain text."""
        widths = [max(map(len, column)) for column in zip(self.heads, *self.rows, strict=True)]
        yield self.title
        for row in (self.heads, *self.rows):
            cells = zip(row, widths, strict=True)
            yield "  ".join([cell.ljust(width) for cell, width in cells]).rstrip()
        yield self.note

    def markdown(self, command):
        """As a section of a page that names the command that measures it again."""
        yield f"## {self.title}\n"
        yield f"{self.note}\n"
        yield f"`{command}`\n"
        for row in (self.heads, ["---"] * len(self.heads), *self.rows):
            yield "| " + " | ".join([cell.replace("|", "\\|") for cell in row]) + " |"
        yield ""


def processor():
    """Seconds that a core worked for this process and for its children: other work is left out."""
    each = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum([used.ru_utime + used.ru_stime for used in each])


def seconds(work, *arguments, clock=processor):
    """How long a work takes, and what it gives."""
    start = clock()
    found = work(*arguments)
    return clock() - start, found


def in_turn(works, rounds=3, at_least=0.0, clock=processor):
    """The times of each work, in rounds of a random order.

    A round holds all of them, so that what else the machine does meets all alike. In a fixed order
    whoever comes after the one that frees most memory would pay for asking it back. `at_least`:
    go on for so many seconds.
    """
    times = [[] for _ in works]
    for work in works:
        work()
    end = clock() + at_least
    while len(times[0]) < rounds or clock() < end:
        for place in random.sample(range(len(works)), len(works)):
            times[place].append(seconds(works[place], clock=clock)[0])
    return times


def ratio(theirs, ours):
    """The median, over the rounds, of their time over ours: above 1 we are faster."""
    return statistics.median([t / o for t, o in zip(theirs, ours, strict=True)])


def told(number):
    """A ratio with as many digits as mean something."""
    return f"{number:.0f}" if number >= 10 else f"{number:.1f}" if number >= 2 else f"{number:.2f}"

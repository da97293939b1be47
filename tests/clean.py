"""What must hold of every run of `slope`, whatever it was given."""

import re

# Characters that a terminal obeys or hides: controls but for newline and tab, bidi marks, blanks of
# no width, tags.
UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
NO_NUMBER = re.compile(r"(?im)^[-+]?(inf|nan|infinity)$")
MOST = 20_000  # characters of a message


def faults(done) -> list[str]:
    """Everything that is wrong with a run, whatever its answer is."""
    found = []
    if done.status not in (0, 1, 2):
        found.append(f"status {done.status}")
    if "Traceback" in done.err or "Exception ignored" in done.err:
        found.append("a traceback")
    if UNSEEN.search(done.out + done.err):
        found.append("a character that cannot be seen")
    if done.status == 2 and "Error" not in done.err:
        found.append("no word about what is wrong")
    if done.status == 0 and NO_NUMBER.search(done.out):
        found.append("inf or nan as an answer")
    if len(done.err) > MOST:
        found.append("a message that nobody can read")
    return found

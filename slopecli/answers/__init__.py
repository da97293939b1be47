"""One module for each thing a student asks; each returns plain records."""

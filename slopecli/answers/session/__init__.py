"""A session: what a student has defined, the last answer, and what a line means with them."""

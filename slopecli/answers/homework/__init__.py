"""Is an answer right, and if not, what went wrong? One answer, or a whole homework."""

"""Is an answer about a curve right, and if not, what went wrong?"""

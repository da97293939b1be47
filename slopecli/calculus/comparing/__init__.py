"""Whether two formulas are the same function, and which wrong rule would give a wrong one."""

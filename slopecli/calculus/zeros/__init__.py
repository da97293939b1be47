"""Where a formula is zero: every place in a range, proven, in its exact form."""

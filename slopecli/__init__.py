"""slopecli: the slope of any curve at any point."""

"""A curve discussed as a whole."""

"""Curves that are no function of one letter, and functions of several."""

"""Formulas and ordinary NumPy code over arrays: long ranges, and gradients."""

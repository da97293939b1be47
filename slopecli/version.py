"""The version, readable without asking the installed package's metadata."""

__version__ = "0.1.0"

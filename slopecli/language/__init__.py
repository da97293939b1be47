"""What an expression is, how it is read and written."""

"""What can be done with an expression; knows no terminal."""

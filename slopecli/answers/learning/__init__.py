"""Learning from data: going down a loss."""

"""What there is to be seen of curves: decided here, drawn elsewhere."""

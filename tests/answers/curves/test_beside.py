"""A point that is almost on a curve is told by the digits that differ."""


def test_as_many_digits_are_told_as_differ(slope):
    said = slope("x^2 + y^2 = 25", "--at", "x=3,y=4.000001").err
    assert "x^2 + y^2 is 25.000008 there, not 25." in said

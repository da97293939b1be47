"""The help of `slope` itself: what to type first, the rest grouped as a student thinks."""

HELP = """\
slope: the slope of any curve at any point, every printed digit right.

  slope "tanh(x)" --at 1.0          the slope at a point: 0.419974341614026
  slope "|x|" --at 0                a corner has no slope, and slope says so
  slope "a sin x" --at pi/3 --let a=2
  slope "x^2" --range 0 1           a table of x, f(x), f'(x)
  slope check "sin 3x" "cos 3x"     is this answer right, and if not, why?
  slope grade homework.csv          a whole homework, for those who teach
  slope plot "tan x"                draw it here; -o tan.png makes a picture

What may be typed: 2x, x^2, sin 2x, sqrt(x), |x|, e^(-x), log(x, 2), pi/3,
if(x < 1, x^2, 2x - 1), and LaTeX from a sheet. Quote the expression.

  slope --help                      this page
  slope "x^2" --help                the options of an answer
  slope --version
"""

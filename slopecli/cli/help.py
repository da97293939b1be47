"""The help of `slope` itself: what to type first, the rest grouped as a student thinks."""

from slopecli.wording import phrase

HELP = phrase("""\
slope: the slope of any curve at any point, every printed digit right.

  slope "tanh(x)" --at 1.0          the slope at a point: 0.419974341614026
  slope "x^2 sin x"                 the derivative as a formula
  slope "x^2" --range 0 1           a table of x, f(x), f'(x)
  slope "x^2 + y^2 = 25" --at x=3,y=4       curves; also (cos t, sin t), r = ...
See it, and follow it:
  slope steps "x^2 sin x"           the derivative, rule by rule
  slope plot "tan x"                draw it here; -o tan.png makes a picture
  slope study "x^3 - 3x"            zeros, extrema, where it rises and bends
Right or wrong:
  slope check "sin 3x" "cos 3x"     is my answer right, and if not, why?
  slope equal "sin(2x)" "2sin(x)cos(x)"     are these the same function?
  slope grade homework.csv          a whole homework, for those who teach
Learn from data, go down to the lowest point:
  slope fit "a x + b" data.csv --target y   slope minimize "(a-1)^2" --start a=0
More:
  slope                             alone: line after line, without quotes
  slope examples                    a tour to be pasted
  slope functions                   what may be typed: 2x, |x|, e^-x, LaTeX...

Quote the formula. `slope x --help`, `slope plot --help`: all options.
`--lang zh`: 中文. `slope --version`: which slope this is.
""")

"""Gradients of NumPy code: how right they are, and how fast beside autograd."""

import random
import warnings

import autograd
import autograd.numpy as anp
import mpmath
import numpy as np
from sklearn.linear_model import LogisticRegression

from slopecli import grad
from slopecli.answers.learning.columns import parse_columns
from slopecli.answers.learning.fit import fit
from tests.benchmarks.measured import Table, in_turn, ratio, told

UNARY = ("sin", "cos", "tanh", "arctan", "exp", "sqrt", "log", "square", "sinh")
BINARY = ("add", "subtract", "multiply", "divide", "power", "hypot")


class Mpmath:
    """The same functions at any precision."""

    sin, cos, tanh, arctan = mpmath.sin, mpmath.cos, mpmath.tanh, mpmath.atan
    exp, sqrt, log, sinh, hypot = mpmath.exp, mpmath.sqrt, mpmath.log, mpmath.sinh, mpmath.hypot
    square = staticmethod(lambda u: u * u)
    add = staticmethod(lambda u, v: u + v)
    subtract = staticmethod(lambda u, v: u - v)
    multiply = staticmethod(lambda u, v: u * v)
    divide = staticmethod(lambda u, v: u / v)
    power = staticmethod(lambda u, v: u**v)


class Autograd:
    """autograd lacks one of them."""

    hypot = staticmethod(lambda u, v: anp.sqrt(u * u + v * v))

    def __getattr__(self, name):
        return getattr(anp, name)


def random_tree(depth):
    """A formula of x[0], x[1], x[2], as nested tuples that keep arguments inside domains."""
    if depth == 0 or random.random() < 0.15:
        return random.choice([0, 1, 2, round(random.uniform(0.5, 2), 2)])
    if random.random() < 0.5:
        name = random.choice(UNARY)
        inner = random_tree(depth - 1)
        if name in ("exp", "sinh"):
            inner = ("sin", inner)
        if name in ("sqrt", "log"):
            inner = ("add", 1.5, ("square", inner))
        return (name, inner)
    name = random.choice(BINARY)
    left, right = random_tree(depth - 1), random_tree(depth - 1)
    if name == "divide":
        right = ("add", 1.5, ("cos", right))
    if name == "power":
        left, right = ("add", 1.5, ("cos", left)), ("sin", right)
    return (name, left, right)


def value(tree, x, library):
    if isinstance(tree, int):
        return x[tree]
    if isinstance(tree, float):
        return tree if library is not Mpmath else mpmath.mpf(tree)
    return getattr(library, tree[0])(*[value(part, x, library) for part in tree[1:]])


def differences(tree, x):
    """The gradient by central differences at 40 digits; their error is below 1e-24."""
    with mpmath.workdps(40):
        slopes = []
        for i in range(len(x)):
            h = mpmath.mpf(10) ** -12
            up = [mpmath.mpf(each) + (h if j == i else 0) for j, each in enumerate(x)]
            down = [mpmath.mpf(each) - (h if j == i else 0) for j, each in enumerate(x)]
            slopes.append((value(tree, up, Mpmath) - value(tree, down, Mpmath)) / (2 * h))
        return [float(each) for each in slopes]


def accuracy():
    random.seed(1)
    worst = [0.0, 0.0]
    counted = 0
    while counted < 100:
        tree = random_tree(5)
        if isinstance(tree, (int, float)):
            continue
        counted += 1
        x = np.array([random.uniform(-2, 2) for _ in range(3)])
        right = np.array(differences(tree, x.tolist()))
        size = np.max(np.abs(right)) or 1.0
        ours = grad(lambda x, tree=tree: value(tree, x, np))(x)
        theirs = autograd.grad(lambda x, tree=tree: value(tree, x, Autograd()))(x)
        for k, found in enumerate((ours, theirs)):
            worst[k] = max(worst[k], np.max(np.abs(found - right)) / size)
    return worst


def loss_of(library, inputs, targets):
    """The tutorial's training loss."""

    def loss(weights):
        preds = 0.5 * (library.tanh(library.dot(inputs, weights) / 2.0) + 1)
        label_probabilities = preds * targets + (1 - preds) * (1 - targets)
        return -library.sum(library.log(label_probabilities))

    return loss


def by_hand(inputs, targets):
    def gradient(weights):
        z = np.dot(inputs, weights)
        p = 0.5 * (np.tanh(z / 2.0) + 1)
        lp = p * targets + (1 - p) * (1 - targets)
        dp = -1 / lp * targets + 1 / lp * (1 - targets)
        return np.dot(inputs.T, dp * 0.25 / np.cosh(z / 2.0) ** 2)

    return gradient


def train(gradient, n, steps=100):
    weights = np.zeros(n)
    for _ in range(steps):
        weights -= gradient(weights) * 1e-4


def speed(n):
    """autograd's and the hand-written time over ours."""
    rng = np.random.default_rng(n)
    inputs, targets = rng.normal(size=(1000, n)), rng.random(1000) < 0.5
    makers = [
        grad(loss_of(np, inputs, targets)),
        autograd.grad(loss_of(anp, inputs, targets)),
        by_hand(inputs, targets),
    ]
    works = [lambda gradient=gradient: train(gradient, n) for gradient in makers]
    ours, *theirs = in_turn(works, 25 if n < 1000 else 9)
    return [told(ratio(each, ours)) for each in theirs]


def optimum():
    rng = np.random.default_rng(5)
    inputs = rng.normal(size=(200, 3))
    chance = 1 / (1 + np.exp(-(inputs @ [1.0, -2.0, 0.5] + 0.3)))
    targets = (rng.random(200) < chance) * 1
    rows = [f"{a!r},{b!r},{c!r},{t}" for (a, b, c), t in zip(inputs.tolist(), targets, strict=True)]
    columns = parse_columns(["a,b,c,y", *rows], "made.csv")
    found = fit(
        "sigmoid(w1*a + w2*b + w3*c + d)", columns, "y", loss="log", method="newton", steps=50
    )
    peer = LogisticRegression(C=np.inf, tol=1e-14, max_iter=10_000, solver="newton-cholesky")
    peer.fit(inputs, targets)
    theirs = {"d": peer.intercept_[0], **dict(zip(("w1", "w2", "w3"), peer.coef_[0], strict=True))}
    far = max(abs(found.parameters[name] - theirs[name]) for name in theirs)
    return far, found.steps


def tables():
    yield Table(
        "Training with gradients of NumPy code",
        "100 steps of the tutorial's logistic regression on 1000 rows: another's time over ours."
        " By hand: the gradient as a person writes it out.",
        ["weights", "autograd", "by hand"],
        [[n, *speed(n)] for n in (3, 10, 100, 1000)],
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # autograd tells where a function is constant
        ours, theirs = accuracy()
    far, steps = optimum()
    yield Table(
        "How right gradients are",
        "The worst relative error over 100 random functions of three numbers, beside differences at"
        " 40 digits; and how far `slope fit --method newton` ends from scikit-learn's"
        f" LogisticRegression, after {steps} steps.",
        ["", "slope", "autograd"],
        [
            ["worst error", f"{ours:.1e}", f"{theirs:.1e}"],
            ["from LogisticRegression", f"{far:.1e}", ""],
        ],
    )

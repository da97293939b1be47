"""The examples in docstrings are run."""

import doctest
import pkgutil
from importlib import import_module

import pytest

import slopecli

MODULES = [
    module.name
    for module in pkgutil.walk_packages(slopecli.__path__, "slopecli.")
    if module.name != "slopecli.__main__"
]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module_hold(name):
    assert doctest.testmod(import_module(name)).failed == 0

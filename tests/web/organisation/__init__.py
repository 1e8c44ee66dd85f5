"""Tests of units, people, positions and who may change them."""

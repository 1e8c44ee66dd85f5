"""CCHC reads administrative-reform plans and turns them into work that can be followed."""

__version__ = "0.1.0"

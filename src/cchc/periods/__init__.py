"""Reporting periods: the data window of each, when its report is due, what is locked when.

Rules are data (regimes differ by province and year), dates are computed for a given year.
"""

"""The office: Django stores, asks and shows; every rule of the domain stands in the rooms below.

One app per room of the office, in the order of `design/architecture.md`; an app uses only apps
above it in `INSTALLED_ROOMS` of `settings.py`.
"""

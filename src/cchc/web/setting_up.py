"""Starts Django for the commands of the office, which are no web requests."""

from __future__ import annotations

import os
from pathlib import Path

import django
from django.conf import settings
from django.core.management import call_command


def set_up() -> None:
    """Load the office's settings and rooms."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cchc.web.settings")
    django.setup()


def bring_up_to_date() -> None:
    """Make the folders, bring the database to the present shape, lay out the static files."""
    Path(settings.FILES).mkdir(parents=True, exist_ok=True)
    call_command("migrate", interactive=False, verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)

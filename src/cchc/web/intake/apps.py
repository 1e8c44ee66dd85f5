"""Registers this room of the office with Django."""

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "cchc.web.intake"
    label = "intake"
    verbose_name = "Bàn rà soát"

"""Registers this room of the office with Django."""

from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "cchc.web.plans"
    label = "plans"
    verbose_name = "Kế hoạch"

"""Registers this room of the office with Django."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "cchc.web.ui"
    label = "ui"
    verbose_name = "Giao diện"

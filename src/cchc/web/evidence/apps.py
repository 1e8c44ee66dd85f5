"""Registers this room of the office with Django."""

from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    name = "cchc.web.evidence"
    label = "evidence"
    verbose_name = "Minh chứng"

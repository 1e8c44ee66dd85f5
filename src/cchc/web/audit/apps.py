"""Registers this room of the office with Django."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "cchc.web.audit"
    label = "audit"
    verbose_name = "Nhật ký"

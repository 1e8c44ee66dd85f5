"""Registers this room of the office with Django."""

from django.apps import AppConfig


class DashboardsConfig(AppConfig):
    name = "cchc.web.dashboards"
    label = "dashboards"
    verbose_name = "Tổng quan"

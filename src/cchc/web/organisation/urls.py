"""Addresses of this room."""

from __future__ import annotations

from django.urls import path

from cchc.web.organisation import views

app_name = "organisation"
urlpatterns = [
    path("", views.units, name="units"),
]

"""Addresses of this room."""

from __future__ import annotations

from django.urls import path

from cchc.web.audit import views

app_name = "audit"
urlpatterns = [
    path("", views.list, name="list"),
]

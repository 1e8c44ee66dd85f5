"""Addresses of this room."""

from __future__ import annotations

from django.urls import path

from cchc.web.intake import views

app_name = "intake"
urlpatterns = [
    path("", views.list, name="list"),
]

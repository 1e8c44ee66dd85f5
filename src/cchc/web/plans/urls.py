"""Addresses of this room."""

from __future__ import annotations

from django.urls import path

from cchc.web.plans import views

app_name = "plans"
urlpatterns = [
    path("", views.list, name="list"),
    path("tim/", views.list, name="search"),
]

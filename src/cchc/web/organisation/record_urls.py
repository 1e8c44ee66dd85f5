"""Addresses of the record (`audit`), which need to know the units and so stand here."""

from __future__ import annotations

from django.urls import path

from cchc.web.organisation import record_views as views

app_name = "audit"
urlpatterns = [
    path("", views.record_list, name="list"),
    path("in/", views.record_print, name="print"),
    path("excel/", views.record_export, name="export"),
    path("niem-phong/", views.seal, name="seal"),
    path("viec/<int:number>/", views.entry, name="entry"),
    path("<str:subject>/<str:pk>/", views.record, name="record"),
]

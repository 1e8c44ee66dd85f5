"""Addresses of this room."""

from __future__ import annotations

from django.urls import path

from cchc.web.dashboards import views

app_name = "dashboards"
urlpatterns = [
    path("", views.overview, name="overview"),
    path("excel/", views.export, name="export"),
    path("bao-cao-nhanh/", views.briefing, name="briefing"),
    path("viec/", views.work_list, name="work"),
    path("viec/in/", views.print_work, name="print_work"),
    path("viec/excel/", views.export_work, name="export_work"),
]

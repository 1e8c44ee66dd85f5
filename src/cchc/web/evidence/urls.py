"""Addresses of this room."""

from __future__ import annotations

from django.urls import path

from cchc.web.evidence import adding_views, file_views, link_views, list_views, many_views, views

app_name = "evidence"
urlpatterns = [
    path("", list_views.list, name="list"),
    path("in/", list_views.print_list, name="print"),
    path("excel/", list_views.export, name="export"),
    path("moi/", adding_views.new, name="new"),
    path("van-ban-moi/", adding_views.record_new, name="record_new"),
    path("nhieu/", many_views.many, name="many"),
    path("nhieu/mau/", many_views.sample, name="many_sample"),
    path("nhieu/ghi/", many_views.carry_out, name="many_carry_out"),
    path("kiem-tra/", views.checks, name="checks"),
    path("cua/<str:label>/<str:key>/", views.of, name="of"),
    path("cua/<str:label>/<str:key>/gan/", link_views.attach, name="attach"),
    path("gan/<int:pk>/thoi/", link_views.unlink, name="unlink"),
    path("tep/<int:pk>/", file_views.file, name="file"),
    path("tep/<int:pk>/trang/<int:page>-<int:width>.png", file_views.page, name="page"),
    path("<int:pk>/", views.detail, name="detail"),
    path("<int:pk>/ban-moi/", adding_views.version_new, name="version_new"),
    path("<int:pk>/xac-nhan/", adding_views.confirm, name="confirm"),
    path("<int:pk>/gan/", link_views.link, name="link"),
    path("<int:pk>/luu-tru/", adding_views.archive, name="archive"),
]

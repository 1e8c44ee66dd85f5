"""Addresses of this room."""

from __future__ import annotations

from django.urls import path

from cchc.web.intake import desk_views, name_views, upload_views, views

app_name = "intake"
urlpatterns = [
    path("", views.list, name="list"),
    path("moi/", upload_views.new, name="new"),
    path("<int:pk>/", views.desk, name="desk"),
    path("<int:pk>/huy/", upload_views.cancel, name="cancel"),
    path("<int:pk>/doc-lai/", upload_views.read_again, name="read_again"),
    path("<int:pk>/luu-tru/", upload_views.archive, name="archive"),
    path("<int:pk>/tinh-hinh/", views.state, name="state"),
    path("<int:pk>/hoan-tac/", desk_views.undo, name="undo"),
    path("<int:pk>/them/", desk_views.add, name="add"),
    path("<int:pk>/hieu-thoi-han/", desk_views.understood, name="understood"),
    path("<int:pk>/ten-don-vi/", name_views.names, name="names"),
    path("<int:pk>/ten-don-vi/quyet-dinh/", name_views.decide, name="decide_name"),
    path("<int:pk>/ten-don-vi/bo/", name_views.forget, name="forget_name"),
    path("muc/<int:pk>/sua/", desk_views.edit, name="edit"),
    path("muc/<int:pk>/thoi-han/", desk_views.schedule, name="schedule"),
    path("muc/<int:pk>/nhan/", desk_views.accept, name="accept"),
    path("muc/<int:pk>/nhan-dong/", desk_views.accept_item, name="accept_item"),
    path("muc/<int:pk>/dong/", desk_views.row, name="row"),
    path("tep/<int:pk>/", upload_views.download, name="file"),
    path("tep/<int:pk>/trang/<int:page>-<int:width>.png", upload_views.page, name="page"),
]

"""Addresses of units and people."""

from __future__ import annotations

from django.urls import path

from cchc.web.organisation import (
    first_views,
    import_views,
    people_views,
    succession_views,
    views,
)

app_name = "organisation"
urlpatterns = [
    path("", views.units_list, name="units"),
    path("bat-dau/", first_views.first, name="first"),
    path("nhap/", import_views.check, name="import"),
    path("nhap/thuc-hien/", import_views.carry_out, name="carry_out_import"),
    path("nhap/mau.xlsx", import_views.sample, name="sample"),
    path("xuat.xlsx", import_views.export, name="export"),
    path("sap-xep-tinh-2025/", succession_views.provinces, name="provinces"),
    path("<int:pk>/", views.unit, name="unit"),
    path("<int:pk>/them/", views.add_unit, name="add_unit"),
    path("<int:pk>/sua/", views.edit_unit, name="edit_unit"),
    path("<int:pk>/chuyen/", views.move_unit, name="move_unit"),
    path("<int:pk>/luu-tru/", views.archive_unit, name="archive_unit"),
    path("<int:pk>/doi-ten/", succession_views.rename, name="rename"),
    path("<int:pk>/sap-nhap/", succession_views.merge, name="merge"),
    path("<int:pk>/tach/", succession_views.split, name="split"),
    path("<int:pk>/giai-the/", succession_views.dissolve, name="dissolve"),
    path("bien-ban/<int:pk>/", succession_views.minute, name="minute"),
    path("<int:pk>/cach-viet/them/", views.add_alias, name="add_alias"),
    path("cach-viet/<int:pk>/bo/", views.remove_alias, name="remove_alias"),
    path("<int:pk>/ten-chung/them/", views.add_collective, name="add_collective"),
    path("ten-chung/<int:pk>/", views.change_collective, name="change_collective"),
    path("ten-chung/<int:pk>/bo/", views.remove_collective, name="remove_collective"),
    path("<int:pk>/them-nguoi/", people_views.add_person, name="add_person"),
    path("<int:pk>/giao-vi-tri/", people_views.give_position, name="give_position"),
    path("nguoi/", people_views.people_list, name="people"),
    path("nguoi/<int:pk>/", people_views.person, name="person"),
    path("nguoi/<int:pk>/sua/", people_views.change_person, name="change_person"),
    path("nguoi/<int:pk>/dang-nhap/", people_views.set_sign_in, name="set_sign_in"),
    path(
        "nguoi/<int:pk>/xac-thuc-hai-lop/",
        people_views.clear_second_factor,
        name="clear_second_factor",
    ),
    path("nguoi/<int:pk>/mat-khau/", people_views.reset_password, name="reset_password"),
    path("nguoi/<int:pk>/ban-giao/", people_views.hand_over, name="hand_over"),
    path("vi-tri/<int:pk>/ket-thuc/", people_views.end_position, name="end_position"),
    path("vi-tri/<int:pk>/bo/", people_views.archive_position, name="archive_position"),
    path("vi-tri/<int:pk>/thay/", people_views.stand_in, name="stand_in"),
    path("ban-giao/<int:pk>/", people_views.hand_over_minute, name="hand_over_minute"),
]

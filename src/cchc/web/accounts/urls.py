"""Addresses of signing in and of one's own account."""

from __future__ import annotations

from django.urls import path

from cchc.web.accounts import views
from cchc.web.accounts import views_of_sign_in as sign_in

app_name = "accounts"
urlpatterns = [
    path("dang-nhap/", sign_in.sign_in, name="sign_in"),
    path("dang-nhap/ma-xac-thuc/", sign_in.sign_in_code, name="sign_in_code"),
    path("dang-xuat/", sign_in.sign_out, name="sign_out"),
    path("quen-mat-khau/", sign_in.forgotten, name="forgotten"),
    path("quen-mat-khau/<str:coded>/<str:token>/", sign_in.reset, name="reset"),
    path("tai-khoan/", views.me, name="me"),
    path("tai-khoan/thong-tin/", views.change_facts, name="change_facts"),
    path("tai-khoan/mat-khau/", views.change_password, name="change_password"),
    path("tai-khoan/xac-thuc-hai-lop/", views.second_factor, name="second_factor"),
    path("tai-khoan/xac-thuc-hai-lop/bat/", views.turn_on, name="second_factor_on"),
    path("tai-khoan/xac-thuc-hai-lop/tat/", views.turn_off, name="second_factor_off"),
    path("tai-khoan/ma-du-phong/", views.renew_codes, name="recovery_codes"),
    path("tai-khoan/phien/khac/", views.end_other_sessions, name="end_other_sessions"),
    path("tai-khoan/phien/<int:pk>/", views.end_session, name="end_session"),
]

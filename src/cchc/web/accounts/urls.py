"""Addresses of signing in and of one's own account."""

from __future__ import annotations

from django.contrib.auth import views as auth
from django.urls import path

from cchc.web.accounts import views

app_name = "accounts"
urlpatterns = [
    path("dang-nhap/", views.SignIn.as_view(), name="sign_in"),
    path("dang-xuat/", auth.LogoutView.as_view(), name="sign_out"),
    path("tai-khoan/", views.me, name="me"),
]

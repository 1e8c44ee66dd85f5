"""All addresses of the office: slugs are Vietnamese without marks, names are English."""

from __future__ import annotations

from django.urls import include, path

from cchc.web.ui import views

handler400 = "cchc.web.ui.views.bad_request"
handler403 = "cchc.web.ui.views.forbidden"
handler404 = "cchc.web.ui.views.not_found"
handler500 = "cchc.web.ui.views.fault"

urlpatterns = [
    path("", views.home, name="home"),
    path("tro-giup/", views.explain_terms, name="terms"),
    path("", include("cchc.web.accounts.urls")),
    path("nhat-ky/", include("cchc.web.organisation.record_urls")),
    path("don-vi/", include("cchc.web.organisation.urls")),
    path("ban-ra-soat/", include("cchc.web.intake.urls")),
    path("ke-hoach/", include("cchc.web.plans.urls")),
    path("cong-viec/", include("cchc.web.work.urls")),
    path("nhac-viec/", include("cchc.web.work.reminder_urls")),
    path("minh-chung/", include("cchc.web.evidence.urls")),
    path("tong-quan/", include("cchc.web.dashboards.urls")),
]

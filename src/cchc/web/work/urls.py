"""Addresses of this room."""

from __future__ import annotations

from django.urls import path

from cchc.web.work import (
    bulk_views,
    calendar_views,
    fixing_views,
    occurrence_views,
    plan_views,
    review_views,
    step_views,
    target_views,
    views,
)

app_name = "work"
urlpatterns = [
    path("", views.mine, name="mine"),
    path("bat-dau/", views.start, name="start"),
    path("in/", views.print_mine, name="print"),
    path("excel/", views.export_mine, name="export"),
    path("lich-lam-viec/", calendar_views.calendar, name="calendar"),
    path("lich-lam-viec/excel/", calendar_views.export_days, name="calendar_export"),
    path("lich-lam-viec/ghi/", calendar_views.day, name="day"),
    path("lich-lam-viec/nhap/", calendar_views.import_days, name="days_import"),
    path("lich-lam-viec/<int:pk>/bo/", calendar_views.forget, name="day_forget"),
    path("giao-ban/", review_views.review, name="review"),
    path("giao-ban/in/", review_views.print_review, name="review_print"),
    path("giao-ban/excel/", review_views.export_review, name="review_export"),
    path("can-xu-ly/", fixing_views.to_fix, name="to_fix"),
    path("hang-loat/", bulk_views.bulk, name="bulk"),
    path("hang-loat/cac-lan/", bulk_views.bulk_acts, name="bulk_acts"),
    path("hang-loat/<int:pk>/hoan-tac/", bulk_views.undo, name="undo"),
    path("su-viec/<int:pk>/tep/", fixing_views.event_file, name="event_file"),
    path("ke-hoach/<int:pk>/", plan_views.plan, name="plan"),
    path("ke-hoach/<int:pk>/tom-tat/", plan_views.of_plan, name="of_plan"),
    path("ke-hoach/<int:pk>/in/", plan_views.print_plan, name="plan_print"),
    path("ke-hoach/<int:pk>/excel/", plan_views.export_plan, name="plan_export"),
    path("ke-hoach/<int:pk>/theo-doi/", plan_views.follow, name="follow"),
    path("ke-hoach/<int:pk>/lap-lai/", plan_views.replan, name="replan"),
    path("nhiem-vu/<int:pk>/", occurrence_views.of_task, name="of_task"),
    path("gia-han/<int:pk>/", step_views.extension, name="extension"),
    path("chi-tieu/<int:pk>/", target_views.target, name="target"),
    path("chi-tieu/<int:pk>/<int:measure>/bo/", target_views.take_back, name="measure_take_back"),
    path("<int:pk>/", occurrence_views.occurrence, name="occurrence"),
    path("<int:pk>/cap-nhat/", occurrence_views.update, name="update"),
    path("<int:pk>/trao-doi/", occurrence_views.comment, name="comment"),
    path("<int:pk>/su-viec/", step_views.event, name="event"),
    path("<int:pk>/thoi-han/", step_views.deadline, name="deadline"),
    path("<int:pk>/thoi-han/hieu/", step_views.understand_words, name="understand"),
    path("<int:pk>/<slug:verb>/", step_views.step, name="step"),
]

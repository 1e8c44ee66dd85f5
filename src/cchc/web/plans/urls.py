"""Addresses of this room."""

from __future__ import annotations

from django.urls import path

from cchc.web.plans import (
    document_views,
    draft_views,
    life_views,
    making_views,
    task_views,
    views,
    who_may_views,
)

app_name = "plans"
_VERSION = "<int:pk>/ban/<int:ordinal>/"
urlpatterns = [
    path("", views.list, name="list"),
    path("tim/", views.search, name="search"),
    path("nhiem-vu/", views.tasks, name="tasks"),
    path("moi/", making_views.new, name="new"),
    path("chep/<int:pk>/", making_views.copy, name="copy"),
    path("xac-nhan/<int:pk>/", making_views.confirm, name="confirm"),
    path("thoi-han/", draft_views.deadline, name="deadline"),
    path("ban-giao/", task_views.hand_overs, name="hand_overs"),
    path("ban-giao/<int:pk>/", task_views.hand_over, name="hand_over"),
    path("phan-cong/<int:pk>/thoi/", task_views.end_assignment, name="end_assignment"),
    path("van-ban/", document_views.documents, name="documents"),
    path("van-ban/moi/", document_views.edit, name="document_new"),
    path("van-ban/<int:pk>/", document_views.document, name="document"),
    path("van-ban/<int:pk>/tep/", document_views.document_file, name="document_file"),
    path("van-ban/<int:pk>/sua/", document_views.edit, name="document_edit"),
    path("van-ban/<int:pk>/luu-tru/", document_views.archive, name="document_archive"),
    path("nhiem-vu/<int:pk>/", task_views.task, name="task"),
    path("nhiem-vu/<int:pk>/sua/", draft_views.edit_task, name="task_edit"),
    path("nhiem-vu/<int:pk>/bo/", draft_views.remove_task, name="task_remove"),
    path("nhiem-vu/<int:pk>/chuyen/", draft_views.move_task, name="task_move"),
    path("nhiem-vu/<int:pk>/phan-cong/", task_views.assign, name="assign"),
    path("chi-tieu/<int:pk>/sua/", draft_views.edit_target, name="target_edit"),
    path("chi-tieu/<int:pk>/bo/", draft_views.remove_target, name="target_remove"),
    path("can-cu/<int:pk>/bo/", draft_views.remove_basis, name="basis_remove"),
    path("don-vi/<int:pk>/", who_may_views.unit_verbs, name="who_may"),
    path("<int:pk>/", views.plan, name="plan"),
    path("<int:pk>/moi-nhat/", views.newest, name="newest"),
    path("<int:pk>/thong-tin/", draft_views.describe, name="describe"),
    path("<int:pk>/cap-duoi/", views.taken_up, name="taken_up"),
    path(_VERSION, views.plan, name="version"),
    path(f"{_VERSION}tep/", views.issued_file, name="issued_file"),
    path(f"{_VERSION}in/", views.print_plan, name="print"),
    path(f"{_VERSION}excel/", views.export, name="export"),
    path(f"{_VERSION}chi-tieu/", views.targets, name="targets"),
    path(f"{_VERSION}chi-tieu/moi/", draft_views.edit_target, name="target_new"),
    path(f"{_VERSION}can-cu/", views.bases, name="bases"),
    path(f"{_VERSION}can-cu/moi/", draft_views.cite, name="cite"),
    path(f"{_VERSION}ky-bao-cao/", views.windows, name="windows"),
    path(f"{_VERSION}ky-bao-cao/sua/", draft_views.edit_windows, name="windows_edit"),
    path(f"{_VERSION}can-xem/", views.findings, name="findings"),
    path(f"{_VERSION}cac-ban/", views.versions, name="versions"),
    path(f"{_VERSION}lich-su/", views.history, name="history"),
    path(f"{_VERSION}so-sanh/", views.compare, name="compare"),
    path(f"{_VERSION}cap-tren/", draft_views.links, name="links"),
    path(f"{_VERSION}nhiem-vu/moi/", draft_views.edit_task, name="task_new"),
    path(f"{_VERSION}<slug:verb>/", life_views.step, name="step"),
]

"""Addresses of reminding: notices, settings, messages, calendars, letters."""

from __future__ import annotations

from django.urls import path

from cchc.web.work import feed_views, letter_views
from cchc.web.work import reminder_keeper_views as keeping
from cchc.web.work import reminder_views as views

app_name = "reminders"
urlpatterns = [
    path("", views.notices, name="notices"),
    path("dem/", views.count, name="count"),
    path("da-doc/", views.mark_all_read, name="mark_all_read"),
    path("<int:pk>/da-doc/", views.mark_read, name="mark_read"),
    path("viec/<int:pk>/", views.work, name="work"),
    path("cai-dat/", views.mine, name="mine"),
    path("quy-tac/", views.offices, name="offices"),
    path("quy-tac/<int:pk>/", views.rules, name="rules"),
    path("tin-gui/", keeping.messages, name="messages"),
    path("tin-gui/<int:pk>/gui-lai/", keeping.retry, name="retry"),
    path("cong-tin/", keeping.webhooks, name="webhooks"),
    path("cong-tin/<int:pk>/them/", keeping.add_webhook, name="add_webhook"),
    path("cong-tin/<int:pk>/sua/", keeping.edit_webhook, name="edit_webhook"),
    path("cong-tin/<int:pk>/luu-tru/", keeping.archive_webhook, name="archive_webhook"),
    path("cong-tin/<int:pk>/thu/", keeping.try_webhook, name="try_webhook"),
    path("lich/", feed_views.feeds, name="feeds"),
    path("lich/<int:pk>/thu-hoi/", feed_views.revoke, name="revoke_feed"),
    path("lich/<str:token>.ics", feed_views.feed, name="feed"),
    path("don-doc/", letter_views.letters, name="letters"),
    path("don-doc/<int:office>/<int:unit>/", letter_views.prepare, name="prepare_letter"),
    path("don-doc/thu/<int:pk>/", letter_views.letter, name="letter"),
    path("don-doc/thu/<int:pk>/excel/", letter_views.table, name="letter_table"),
]

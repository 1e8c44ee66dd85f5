"""Which address a request comes from, where proxies that we know stand before the office."""

from __future__ import annotations

import ipaddress

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str | None:
    """Return the address of the browser, or None where it cannot be told.

    `CCHC_PROXIES` says how many proxies of our own stand before the office. Each appends the
    address it was asked from, so only the last that many in the header are to be believed: what
    stands before them a browser can have written itself.
    """
    asked_from = [request.META.get("REMOTE_ADDR", "")]
    if settings.PROXIES:
        told = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
        asked_from = [one.strip() for one in told if one.strip()][-settings.PROXIES :] or asked_from
    try:
        return str(ipaddress.ip_address(asked_from[0]))
    except ValueError:
        return None

"""The ways out of the office: a mail, and a signed POST to a gateway for SMS or Zalo.

In: a message with its text. Out: nothing, or `NotSent` with whether to try again. The gateway is
asked over https, over plain http only on this machine, and no redirect is followed: what an
administrator entered is the only address that is ever asked.
"""

from __future__ import annotations

import hashlib
import hmac
import http.client
import ipaddress
import json
import smtplib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from time import time
from urllib.parse import urlsplit

from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend

from cchc.web.work.models import Message, WebhookTarget

TIMEOUT = 10.0
_LONGEST_ANSWER = 2_000
# Answers of a gateway after which the same message may still go through later.
_LATER = frozenset((408, 425, 429))
_HOST_OF_IDS = "nhac-viec.cchc"


class NotSent(Exception):
    """A message did not go; `is_final` where trying again would be in vain."""

    def __init__(self, why: str, *, is_final: bool = False) -> None:
        super().__init__(why)
        self.why, self.is_final = why, is_final


def message_id(key: str) -> str:
    """The same for every try of a message, so that a mail that went twice is known as one."""
    return f"<{hashlib.sha256(key.encode()).hexdigest()[:32]}@{_HOST_OF_IDS}>"


@contextmanager
def mail_connection() -> Iterator[BaseEmailBackend]:
    """One connection for many mails. Raises NotSent where the server does not answer."""
    connection: BaseEmailBackend = get_connection(timeout=TIMEOUT)
    try:
        connection.open()
    except (OSError, smtplib.SMTPException) as error:
        raise NotSent(f"Máy chủ thư không trả lời: {error}") from error
    try:
        yield connection
    finally:
        connection.close()


def send_mail(message: Message, body: str, connection: BaseEmailBackend) -> None:
    """Send one mail. Raises NotSent."""
    headers = {"Message-ID": message_id(message.key), "Auto-Submitted": "auto-generated"}
    mail = EmailMessage(
        message.subject, body, None, [message.recipient], headers=headers, connection=connection
    )
    try:
        mail.send()
    except smtplib.SMTPRecipientsRefused as error:
        codes = [code for code, _ in error.recipients.values()]
        is_final = all(code >= 500 for code in codes)
        raise NotSent(f"Máy chủ thư không nhận: {error}", is_final=is_final) from error
    except (OSError, smtplib.SMTPException) as error:
        raise NotSent(f"Máy chủ thư báo lỗi: {error}") from error
    except ValueError as error:  # an address or subject that no mail can bear
        raise NotSent(f"Thư không hợp lệ: {error}", is_final=True) from error


@dataclass(frozen=True, slots=True)
class Address:
    """An address that may be asked, taken apart."""

    is_secure: bool
    host: str
    port: int | None
    path: str


def webhook_address(url: str) -> Address:
    """Take an address apart. Raises ValueError unless https, or http on this very machine."""
    parts = urlsplit(url.strip())
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError(url)
    if parts.username or parts.password or any(ord(char) <= 32 for char in url.strip()):
        raise ValueError(url)
    if parts.scheme == "http" and not _is_this_machine(parts.hostname):
        raise ValueError(url)
    path = parts.path or "/"
    if parts.query:
        path = f"{path}?{parts.query}"
    path.encode("ascii")
    return Address(parts.scheme == "https", parts.hostname, parts.port, path)


def _is_this_machine(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def signature(key: str, at: str, body: bytes) -> str:
    """What the gateway reckons too, to know that the office wrote this, and when."""
    return hmac.new(key.encode(), f"{at}.".encode() + body, hashlib.sha256).hexdigest()


def post(target: WebhookTarget, key: str, told: dict[str, str]) -> None:
    """POST one message as JSON, signed. Raises NotSent."""
    body = json.dumps({"id": key, **told}, ensure_ascii=False).encode()
    at = str(int(time()))
    headers = {
        "Content-Type": "application/json; charset=utf-8",
        "User-Agent": "CCHC",
        "Idempotency-Key": key.replace(" ", "-"),
        "X-CCHC-Timestamp": at,
        "X-CCHC-Signature": f"sha256={signature(target.key, at, body)}",
    }
    try:
        address = webhook_address(target.url)
    except ValueError as error:
        raise NotSent(f"Địa chỉ cổng tin nhắn không hợp lệ: {error}", is_final=True) from error
    kind = http.client.HTTPSConnection if address.is_secure else http.client.HTTPConnection
    connection = kind(address.host, address.port, timeout=TIMEOUT)
    try:
        connection.request("POST", address.path, body=body, headers=headers)
        answer = connection.getresponse()
        said = answer.read(_LONGEST_ANSWER).decode("utf-8", "replace").strip()
    except (OSError, http.client.HTTPException) as error:
        raise NotSent(f"Cổng tin nhắn không trả lời: {error}") from error
    finally:
        connection.close()
    if not 200 <= answer.status < 300:
        is_final = answer.status < 500 and answer.status not in _LATER
        why = f"Cổng tin nhắn trả lời {answer.status}: {said[:200]}"
        raise NotSent(why, is_final=is_final)

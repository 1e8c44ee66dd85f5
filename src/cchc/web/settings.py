"""Settings of the office, all from the environment; without any, an office on this machine.

`CCHC_DATA` is the folder of everything that must be kept: database, files, the secret key.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from csp.constants import NONE, SELF
from environs import Env

from cchc.web.secret import kept_secret

env = Env()

DATA = Path(env.str("CCHC_DATA", "var")).resolve()
FILES = DATA / "files"

DEBUG = env.bool("CCHC_DEBUG", False)
# On the open net an office must be told its names; on one machine it answers to that machine.
ALLOWED_HOSTS = env.list("CCHC_HOSTS", ["127.0.0.1", "localhost", "[::1]"])
CSRF_TRUSTED_ORIGINS: list[str] = env.list("CCHC_ORIGINS", [])
IS_BEHIND_HTTPS = env.bool("CCHC_HTTPS", False)
# How many proxies of our own stand before the office (their X-Forwarded-For is believed).
PROXIES = env.int("CCHC_PROXIES", 0)
SECRET_KEY = env.str("CCHC_SECRET_KEY", "") or kept_secret(DATA)
# The day that rules are told; only demonstrations and tests set it.
TODAY: date | None = env.date("CCHC_TODAY", None)

INSTALLED_ROOMS = [
    "cchc.web.ui",
    "cchc.web.audit",
    "cchc.web.accounts",
    "cchc.web.organisation",
    "cchc.web.intake",
    "cchc.web.plans",
    "cchc.web.work",
    "cchc.web.evidence",
    "cchc.web.dashboards",
]
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "django_tasks",
    "django_tasks_db",
    "axes",
    "csp",
    *INSTALLED_ROOMS,
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "cchc.web.accounts.middleware.keep_sessions_known",
    "cchc.web.accounts.middleware.lead_to_password_change",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "cchc.web.organisation.frame.lead_to_first",
    "cchc.web.organisation.frame.keep_to_the_account",
    "cchc.web.ui.middleware.answer_refusals",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "cchc.web.urls"
WSGI_APPLICATION = "cchc.web.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["cchc.web.ui.templatetags.office"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "cchc.web.organisation.frame.frame",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.DjangoTemplates"

_SQLITE = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": DATA / "office.sqlite3",
    "OPTIONS": {
        # A writer takes its lock at the start and waits its turn, and readers never wait.
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;",
    },
}
if env.str("DATABASE_URL", ""):
    DATABASES = {"default": env.dj_db_url("DATABASE_URL")}
else:
    DATABASES = {"default": _SQLITE}
if DATABASES["default"]["ENGINE"].endswith("postgresql"):
    DATABASES["default"].setdefault("OPTIONS", {})["pool"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
# The sign-in name is unique whatever its letter case: a constraint on its lower case.
SILENCED_SYSTEM_CHECKS = ["auth.W004"]
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("username", "full_name", "email")},
    },
    {"NAME": "cchc.web.accounts.passwords.NotOnesOwnName"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {"NAME": "cchc.web.accounts.passwords.NotAVietnameseCommonplace"},
]
LOGIN_URL = "accounts:sign_in"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "accounts:sign_in"
SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_BEHIND_HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "cchc.web.ui.views.csrf_failure"

# Lock-out: by the name and the address together, so that nobody locks out another from elsewhere,
# and by the address alone when it tries many names.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_CALLABLE = "cchc.web.accounts.lockout.locked_out"
AXES_RESET_ON_SUCCESS = True
AXES_HANDLER = "cchc.web.accounts.lockout.LockOut"
AXES_USERNAME_CALLABLE = "cchc.web.accounts.lockout.name_tried"
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_DISABLE_ACCESS_LOG = True  # the office's own record tells of every sign-in
AXES_VERBOSE = False
NAMES_TRIED_LIMIT = 20
AXES_ENABLE_ADMIN = False
AXES_CLIENT_IP_CALLABLE = "cchc.web.accounts.addresses.client_address"
OTP_TOTP_ISSUER = "CCHC"
PASSWORD_RESET_TIMEOUT = 2 * 3600

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = IS_BEHIND_HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if IS_BEHIND_HTTPS else None
SECURE_HSTS_SECONDS = 31_536_000 if IS_BEHIND_HTTPS else 0
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}

LANGUAGE_CODE = "vi"
USE_I18N = True
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True
USE_THOUSAND_SEPARATOR = True

STATIC_URL = "static/"
STATIC_ROOT = DATA / "static"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG

# Uploads: a plan and its appendices; each file has its own bound in `documents.limits`.
MOST_FILES_AT_ONCE = 12
MOST_EVIDENCE_AT_ONCE = 100  # and the list that goes with them
DATA_UPLOAD_MAX_MEMORY_SIZE = 4 * 2**20
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000
DATA_UPLOAD_MAX_NUMBER_FILES = MOST_EVIDENCE_AT_ONCE + 1
FILE_UPLOAD_TEMP_DIR = None

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}

EMAIL_BACKEND = env.str("CCHC_EMAIL_BACKEND", "django.core.mail.backends.filebased.EmailBackend")
EMAIL_FILE_PATH = DATA / "mail"
if env.str("EMAIL_URL", ""):
    EMAIL_HOST, EMAIL_PORT = (
        (_mail := env.dj_email_url("EMAIL_URL"))["EMAIL_HOST"],
        _mail["EMAIL_PORT"],
    )
    EMAIL_BACKEND = _mail["EMAIL_BACKEND"]
    EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _mail["EMAIL_HOST_USER"], _mail["EMAIL_HOST_PASSWORD"]
    EMAIL_USE_TLS, EMAIL_USE_SSL = _mail["EMAIL_USE_TLS"], _mail["EMAIL_USE_SSL"]
DEFAULT_FROM_EMAIL = env.str("CCHC_MAIL_FROM", "cchc@localhost")
# Reminders: when people are written to, on working days; and where the links of a mail lead.
OFFICE_HOURS = env.str("CCHC_OFFICE_HOURS", "07:30-11:30, 13:30-17:00")
OFFICE_ADDRESS = env.str("CCHC_ADDRESS", "http://127.0.0.1:8000")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"django_tasks_db": {"level": "ERROR"}},
}

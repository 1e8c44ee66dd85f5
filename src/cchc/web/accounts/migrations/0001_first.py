import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="User",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                (
                    "last_login",
                    models.DateTimeField(blank=True, null=True, verbose_name="last login"),
                ),
                (
                    "version",
                    models.PositiveIntegerField(default=1, editable=False, verbose_name="lần sửa"),
                ),
                (
                    "archived_at",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="lưu trữ lúc"
                    ),
                ),
                (
                    "archive_reason",
                    models.CharField(
                        blank=True, editable=False, max_length=500, verbose_name="lý do lưu trữ"
                    ),
                ),
                (
                    "username",
                    models.CharField(
                        help_text="Không dấu, không cách; thường là phần đầu của thư công vụ.",
                        max_length=60,
                        verbose_name="tên đăng nhập",
                    ),
                ),
                ("full_name", models.CharField(max_length=120, verbose_name="họ và tên")),
                (
                    "email",
                    models.EmailField(blank=True, max_length=254, verbose_name="thư điện tử"),
                ),
                ("phone", models.CharField(blank=True, max_length=30, verbose_name="điện thoại")),
                ("is_active", models.BooleanField(default=True, verbose_name="được đăng nhập")),
                (
                    "must_change_password",
                    models.BooleanField(default=False, verbose_name="phải đổi mật khẩu"),
                ),
                (
                    "password_changed_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="đổi mật khẩu lúc"),
                ),
                ("folded", models.CharField(db_index=True, editable=False, max_length=240)),
                ("sort_key", models.CharField(db_index=True, editable=False, max_length=400)),
            ],
            options={
                "verbose_name": "người dùng",
                "ordering": ("sort_key", "pk"),
                "constraints": [
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("username"),
                        name="accounts_user_username_once",
                        violation_error_message="Tên đăng nhập này đã có người dùng.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="KnownSession",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("session_key", models.CharField(max_length=40, unique=True)),
                ("began_at", models.DateTimeField(verbose_name="bắt đầu")),
                ("seen_at", models.DateTimeField(verbose_name="dùng lần cuối")),
                ("address", models.GenericIPAddressField(null=True, verbose_name="địa chỉ")),
                ("device", models.CharField(blank=True, max_length=200, verbose_name="thiết bị")),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sessions",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "phiên đăng nhập",
                "ordering": ("-seen_at",),
            },
        ),
    ]

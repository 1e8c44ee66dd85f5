import django.core.serializers.json
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ChainHead",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveBigIntegerField(default=0)),
                (
                    "hash",
                    models.CharField(
                        default="0000000000000000000000000000000000000000000000000000000000000000",
                        max_length=64,
                    ),
                ),
            ],
            options={
                "verbose_name": "mắt xích cuối",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("pk", 1)), name="audit_one_chain_head"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveBigIntegerField(unique=True, verbose_name="số thứ tự")),
                ("at", models.DateTimeField(db_index=True, verbose_name="lúc")),
                ("by_name", models.CharField(max_length=200, verbose_name="tên khi đó")),
                ("verb", models.CharField(db_index=True, max_length=60, verbose_name="việc")),
                (
                    "place",
                    models.CharField(
                        blank=True, db_index=True, max_length=255, verbose_name="phạm vi"
                    ),
                ),
                ("reason", models.TextField(blank=True, verbose_name="lý do")),
                (
                    "data",
                    models.JSONField(
                        default=dict,
                        encoder=django.core.serializers.json.DjangoJSONEncoder,
                        verbose_name="số liệu kèm",
                    ),
                ),
                ("previous_hash", models.CharField(max_length=64)),
                ("hash", models.CharField(max_length=64)),
                ("folded", models.TextField(default="", editable=False)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người thực hiện",
                    ),
                ),
            ],
            options={
                "verbose_name": "việc đã ghi",
                "ordering": ("-number",),
            },
        ),
        migrations.CreateModel(
            name="Change",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("created", "thêm"),
                            ("changed", "sửa"),
                            ("archived", "lưu trữ"),
                            ("removed", "bỏ"),
                            ("touched", "liên quan"),
                        ],
                        max_length=10,
                        verbose_name="loại",
                    ),
                ),
                ("subject", models.CharField(max_length=60, verbose_name="loại bản ghi")),
                ("subject_id", models.CharField(max_length=40, verbose_name="mã bản ghi")),
                ("subject_name", models.CharField(max_length=300, verbose_name="tên khi đó")),
                (
                    "before",
                    models.JSONField(
                        default=dict,
                        encoder=django.core.serializers.json.DjangoJSONEncoder,
                        verbose_name="trước",
                    ),
                ),
                (
                    "after",
                    models.JSONField(
                        default=dict,
                        encoder=django.core.serializers.json.DjangoJSONEncoder,
                        verbose_name="sau",
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="changes",
                        to="audit.entry",
                    ),
                ),
            ],
            options={
                "verbose_name": "thay đổi",
                "ordering": ("pk",),
                "indexes": [
                    models.Index(fields=["subject", "subject_id"], name="audit_change_subject")
                ],
            },
        ),
    ]

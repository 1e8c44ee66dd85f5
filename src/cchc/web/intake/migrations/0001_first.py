import django.core.serializers.json
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("organisation", "0001_first"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Reading",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
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
                ("title", models.CharField(max_length=300, verbose_name="tên")),
                (
                    "year",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="năm"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Chờ đọc"),
                            ("reading", "Đang đọc"),
                            ("ready", "Chờ rà soát"),
                            ("failed", "Không đọc được"),
                            ("cancelled", "Đã hủy"),
                            ("confirmed", "Đã xác nhận"),
                        ],
                        max_length=10,
                        verbose_name="tình trạng",
                    ),
                ),
                ("step", models.CharField(blank=True, max_length=120, verbose_name="bước")),
                ("done", models.PositiveIntegerField(default=0, verbose_name="đã xong")),
                ("total", models.PositiveIntegerField(default=0, verbose_name="tất cả")),
                ("sentence", models.TextField(blank=True, verbose_name="vì sao không đọc được")),
                (
                    "notices",
                    models.JSONField(blank=True, default=list, verbose_name="lưu ý khi đọc"),
                ),
                (
                    "findings",
                    models.JSONField(blank=True, default=list, verbose_name="phát hiện khi đọc"),
                ),
                ("problems", models.JSONField(blank=True, default=list, verbose_name="ô cần sửa")),
                ("announces_appendix", models.BooleanField(default=False, editable=False)),
                ("is_cancel_asked", models.BooleanField(default=False, editable=False)),
                (
                    "attempts",
                    models.PositiveSmallIntegerField(
                        default=0, editable=False, verbose_name="số lần đọc"
                    ),
                ),
                (
                    "beat_at",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="còn chạy lúc"
                    ),
                ),
                ("started_at", models.DateTimeField(verbose_name="bắt đầu lúc")),
                (
                    "finished_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="đọc xong lúc"),
                ),
                (
                    "confirmed_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="xác nhận lúc"),
                ),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="readings",
                        to="organisation.unit",
                        verbose_name="cơ quan",
                    ),
                ),
                (
                    "started_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "bản đọc",
                "ordering": ("-started_at", "-pk"),
            },
        ),
        migrations.CreateModel(
            name="NameDecision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.CharField(max_length=300, verbose_name="tên trong văn bản")),
                ("folded", models.CharField(editable=False, max_length=300)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("unit", "một đơn vị"),
                            ("set", "nhiều đơn vị"),
                            ("outside", "ngoài danh mục"),
                        ],
                        max_length=10,
                        verbose_name="nghĩa",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("exact", "đúng tên"),
                            ("alias", "tên gọi đã biết"),
                            ("collective", "tên gọi chung đã biết"),
                            ("post", "chức vụ của đơn vị"),
                            ("fuzzy", "gần đúng từng chữ"),
                            ("person", "người rà soát chọn"),
                        ],
                        max_length=10,
                        verbose_name="căn cứ",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="ghi chú")),
                ("at", models.DateTimeField(verbose_name="lúc")),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "units",
                    models.ManyToManyField(
                        related_name="+", to="organisation.unit", verbose_name="đơn vị"
                    ),
                ),
                (
                    "reading",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="names",
                        to="intake.reading",
                    ),
                ),
            ],
            options={
                "verbose_name": "tên đơn vị trong bản đọc",
                "ordering": ("folded", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Item",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
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
                    "part",
                    models.CharField(
                        choices=[
                            ("header", "Thông tin chung"),
                            ("citation", "Căn cứ"),
                            ("section", "Mục"),
                            ("target", "Chỉ tiêu"),
                            ("task", "Nhiệm vụ"),
                            ("window", "Kỳ báo cáo"),
                        ],
                        max_length=10,
                        verbose_name="phần",
                    ),
                ),
                ("place", models.IntegerField(verbose_name="thứ tự")),
                (
                    "values",
                    models.JSONField(
                        blank=True,
                        default=dict,
                        encoder=django.core.serializers.json.DjangoJSONEncoder,
                        verbose_name="giá trị",
                    ),
                ),
                ("traces", models.JSONField(blank=True, default=dict, verbose_name="nguồn")),
                ("decisions", models.JSONField(blank=True, default=dict, verbose_name="ai đã xem")),
                ("is_removed", models.BooleanField(default=False, verbose_name="đã bỏ")),
                (
                    "reading",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="items",
                        to="intake.reading",
                    ),
                ),
            ],
            options={
                "verbose_name": "dòng của bản đọc",
                "ordering": ("part", "place", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Edit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField(verbose_name="số thứ tự")),
                ("at", models.DateTimeField(verbose_name="lúc")),
                ("summary", models.CharField(max_length=200, verbose_name="việc")),
                (
                    "rows",
                    models.JSONField(
                        blank=True,
                        default=list,
                        encoder=django.core.serializers.json.DjangoJSONEncoder,
                        verbose_name="các dòng",
                    ),
                ),
                (
                    "undone_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="hoàn tác lúc"),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "reading",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="edits",
                        to="intake.reading",
                    ),
                ),
            ],
            options={
                "verbose_name": "lần sửa trên bàn rà soát",
                "ordering": ("-number",),
            },
        ),
        migrations.CreateModel(
            name="SourceFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sha256", models.CharField(db_index=True, max_length=64, verbose_name="SHA-256")),
                ("name", models.CharField(max_length=200, verbose_name="tên tệp")),
                ("size", models.PositiveBigIntegerField(verbose_name="kích thước (byte)")),
                ("format", models.CharField(max_length=20, verbose_name="định dạng")),
                ("uploaded_at", models.DateTimeField(verbose_name="tải lên lúc")),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisation.unit",
                        verbose_name="cơ quan",
                    ),
                ),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "tệp gốc",
                "ordering": ("-uploaded_at", "-pk"),
            },
        ),
        migrations.CreateModel(
            name="ReadingFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("place", models.PositiveSmallIntegerField(verbose_name="thứ tự")),
                ("kind", models.CharField(blank=True, max_length=10, verbose_name="loại")),
                (
                    "pages",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="số trang"),
                ),
                ("blocks", models.JSONField(blank=True, default=list, verbose_name="nội dung")),
                (
                    "page_sizes",
                    models.JSONField(blank=True, default=list, verbose_name="khổ trang"),
                ),
                (
                    "reading",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="files",
                        to="intake.reading",
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="readings",
                        to="intake.sourcefile",
                    ),
                ),
            ],
            options={
                "verbose_name": "tệp của bản đọc",
                "ordering": ("place",),
            },
        ),
        migrations.AddIndex(
            model_name="reading",
            index=models.Index(fields=["office", "state"], name="intake_reading_office"),
        ),
        migrations.AddConstraint(
            model_name="namedecision",
            constraint=models.UniqueConstraint(
                fields=("reading", "folded"), name="intake_name_decided_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="namedecision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("source", "person"), _negated=True),
                    ("by__isnull", False),
                    _connector="OR",
                ),
                name="intake_person_who_decided_is_known",
            ),
        ),
        migrations.AddIndex(
            model_name="item",
            index=models.Index(fields=["reading", "part", "place"], name="intake_item_in_order"),
        ),
        migrations.AddConstraint(
            model_name="edit",
            constraint=models.UniqueConstraint(
                fields=("reading", "number"), name="intake_edit_number_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="readingfile",
            constraint=models.UniqueConstraint(
                fields=("reading", "place"), name="intake_file_place_once"
            ),
        ),
    ]

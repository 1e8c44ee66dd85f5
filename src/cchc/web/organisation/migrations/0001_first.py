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
            name="Reorganisation",
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
                            ("renamed", "Đổi tên đơn vị"),
                            ("merged", "Sáp nhập đơn vị"),
                            ("split", "Tách đơn vị"),
                            ("dissolved", "Giải thể đơn vị"),
                        ],
                        max_length=10,
                        verbose_name="hình thức",
                    ),
                ),
                ("on", models.DateField(verbose_name="từ ngày")),
                (
                    "decision",
                    models.CharField(blank=True, max_length=200, verbose_name="theo văn bản"),
                ),
                ("note", models.TextField(blank=True, verbose_name="ghi chú")),
                ("minute", models.JSONField(blank=True, default=dict, verbose_name="nội dung")),
                ("at", models.DateTimeField(verbose_name="nhập lúc")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người nhập",
                    ),
                ),
            ],
            options={
                "verbose_name": "sắp xếp đơn vị",
                "ordering": ("-on", "-pk"),
            },
        ),
        migrations.CreateModel(
            name="Unit",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("province", "Tỉnh, thành phố"),
                            ("department", "Sở, ban, ngành"),
                            ("division", "Phòng, văn phòng, thanh tra"),
                            ("sub_department", "Chi cục"),
                            ("public_service", "Đơn vị sự nghiệp công lập"),
                            ("commune", "Xã, phường, đặc khu"),
                            ("party", "Cơ quan Đảng"),
                            ("people_body", "Mặt trận, đoàn thể"),
                            ("other", "Cơ quan, tổ chức khác"),
                        ],
                        max_length=20,
                        verbose_name="loại",
                    ),
                ),
                ("code", models.CharField(blank=True, max_length=40, verbose_name="mã")),
                ("name", models.CharField(max_length=200, verbose_name="tên")),
                (
                    "short_name",
                    models.CharField(blank=True, max_length=60, verbose_name="tên viết tắt"),
                ),
                ("valid_from", models.DateField(blank=True, null=True, verbose_name="từ ngày")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="đến hết ngày")),
                ("place", models.PositiveIntegerField(default=100, verbose_name="thứ tự")),
                (
                    "path",
                    models.CharField(db_index=True, default="", editable=False, max_length=255),
                ),
                ("folded", models.CharField(db_index=True, editable=False, max_length=400)),
                ("sort_key", models.CharField(db_index=True, editable=False, max_length=700)),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="organisation.unit",
                        verbose_name="trực thuộc",
                    ),
                ),
            ],
            options={
                "verbose_name": "đơn vị",
                "ordering": ("place", "sort_key", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Succession",
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
                            ("renamed", "đổi tên"),
                            ("merged", "sáp nhập vào"),
                            ("split", "tách thành"),
                        ],
                        max_length=10,
                        verbose_name="hình thức",
                    ),
                ),
                ("on", models.DateField(verbose_name="từ ngày")),
                (
                    "decision",
                    models.CharField(blank=True, max_length=200, verbose_name="theo văn bản"),
                ),
                (
                    "reorganisation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="successions",
                        to="organisation.reorganisation",
                        verbose_name="biên bản",
                    ),
                ),
                (
                    "after",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="origins",
                        to="organisation.unit",
                        verbose_name="đơn vị mới",
                    ),
                ),
                (
                    "before",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="successions",
                        to="organisation.unit",
                        verbose_name="đơn vị cũ",
                    ),
                ),
            ],
            options={
                "verbose_name": "kế tục đơn vị",
                "ordering": ("on", "pk"),
            },
        ),
        migrations.AddField(
            model_name="reorganisation",
            name="unit",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="reorganisations",
                to="organisation.unit",
                verbose_name="đơn vị",
            ),
        ),
        migrations.CreateModel(
            name="Position",
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
                    "role",
                    models.CharField(
                        choices=[
                            ("coordinator", "Đầu mối CCHC"),
                            ("unit_head", "Trưởng đơn vị"),
                            ("staff", "Chuyên viên"),
                            ("leader", "Lãnh đạo (người duyệt)"),
                            ("appraiser", "Người thẩm định"),
                            ("inspector", "Người kiểm tra"),
                            ("viewer", "Người xem"),
                            ("administrator", "Quản trị"),
                        ],
                        max_length=20,
                        verbose_name="vai trò",
                    ),
                ),
                ("title", models.CharField(blank=True, max_length=120, verbose_name="chức vụ")),
                (
                    "capacity",
                    models.CharField(
                        choices=[
                            ("holder", "chính thức"),
                            ("deputy", "cấp phó"),
                            ("acting", "quyền, phụ trách"),
                            ("cover", "làm thay khi nghỉ"),
                        ],
                        default="holder",
                        max_length=10,
                        verbose_name="tư cách",
                    ),
                ),
                ("valid_from", models.DateField(verbose_name="từ ngày")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="đến hết ngày")),
                (
                    "stands_for",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="stood_for_by",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="thay cho",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="positions",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người giữ",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="positions",
                        to="organisation.unit",
                        verbose_name="đơn vị",
                    ),
                ),
            ],
            options={
                "verbose_name": "vị trí",
                "ordering": ("unit", "role", "valid_from", "pk"),
            },
        ),
        migrations.CreateModel(
            name="HandOver",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField(verbose_name="ngày bàn giao")),
                ("note", models.TextField(blank=True, verbose_name="ghi chú")),
                ("items", models.JSONField(blank=True, default=list, verbose_name="việc bàn giao")),
                (
                    "giver",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="handed_over",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người bàn giao",
                    ),
                ),
                (
                    "taker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="taken_over",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người nhận",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisation.unit",
                        verbose_name="đơn vị",
                    ),
                ),
            ],
            options={
                "verbose_name": "biên bản bàn giao",
                "ordering": ("-on", "-pk"),
            },
        ),
        migrations.CreateModel(
            name="FormerParent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("until", models.DateField(verbose_name="đến hết ngày")),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisation.unit",
                        verbose_name="trực thuộc",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="former_parents",
                        to="organisation.unit",
                        verbose_name="đơn vị",
                    ),
                ),
            ],
            options={
                "verbose_name": "nơi trực thuộc trước đây",
                "ordering": ("until", "pk"),
            },
        ),
        migrations.CreateModel(
            name="CollectiveName",
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
                ("text", models.CharField(max_length=200, verbose_name="cách viết")),
                ("folded", models.CharField(editable=False, max_length=200)),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="collective_names",
                        to="organisation.unit",
                        verbose_name="cơ quan",
                    ),
                ),
                (
                    "units",
                    models.ManyToManyField(
                        related_name="+", to="organisation.unit", verbose_name="gồm các đơn vị"
                    ),
                ),
            ],
            options={
                "verbose_name": "tên gọi chung",
                "ordering": ("folded", "pk"),
            },
        ),
        migrations.CreateModel(
            name="UnitAlias",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.CharField(max_length=200, verbose_name="cách viết")),
                ("folded", models.CharField(editable=False, max_length=200)),
                (
                    "is_learnt",
                    models.BooleanField(default=False, verbose_name="học từ bàn rà soát"),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="organisation.unit",
                        verbose_name="trong kế hoạch của",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="aliases",
                        to="organisation.unit",
                        verbose_name="đơn vị",
                    ),
                ),
            ],
            options={
                "verbose_name": "tên gọi khác",
                "ordering": ("folded", "pk"),
            },
        ),
        migrations.AddConstraint(
            model_name="unit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_to__isnull", True),
                    ("valid_from__isnull", True),
                    ("valid_to__gte", models.F("valid_from")),
                    _connector="OR",
                ),
                name="organisation_unit_ends_after_it_begins",
                violation_error_message="Ngày kết thúc phải sau ngày bắt đầu.",
            ),
        ),
        migrations.AddConstraint(
            model_name="unit",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    models.Q(("code", ""), _negated=True), ("archived_at", None), ("valid_to", None)
                ),
                fields=("code",),
                name="organisation_unit_code_once",
                violation_error_message="Mã đơn vị này đã dùng.",
            ),
        ),
        migrations.AddConstraint(
            model_name="succession",
            constraint=models.UniqueConstraint(
                fields=("before", "after"), name="organisation_succession_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="succession",
            constraint=models.CheckConstraint(
                condition=models.Q(("before", models.F("after")), _negated=True),
                name="organisation_succession_to_another",
            ),
        ),
        migrations.AddIndex(
            model_name="position",
            index=models.Index(fields=["user", "valid_from"], name="organisation_position_user"),
        ),
        migrations.AddConstraint(
            model_name="position",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_to__isnull", True),
                    ("valid_to__gte", models.F("valid_from")),
                    _connector="OR",
                ),
                name="organisation_position_ends_after_it_begins",
                violation_error_message="Ngày kết thúc phải sau ngày bắt đầu.",
            ),
        ),
        migrations.AddConstraint(
            model_name="position",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("capacity", "cover"), ("stands_for__isnull", False)),
                    models.Q(("capacity", "cover"), _negated=True),
                    _connector="OR",
                ),
                name="organisation_cover_names_whom",
                violation_error_message="Hãy chọn người được làm thay.",
            ),
        ),
        migrations.AddConstraint(
            model_name="handover",
            constraint=models.CheckConstraint(
                condition=models.Q(("giver", models.F("taker")), _negated=True),
                name="organisation_hand_over_to_another",
            ),
        ),
        migrations.AddConstraint(
            model_name="formerparent",
            constraint=models.UniqueConstraint(
                fields=("unit", "until"), name="organisation_one_former_parent_a_day"
            ),
        ),
        migrations.AddConstraint(
            model_name="collectivename",
            constraint=models.UniqueConstraint(
                fields=("office", "folded"), name="organisation_collective_name_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="unitalias",
            constraint=models.UniqueConstraint(
                fields=("office", "folded"),
                name="organisation_alias_means_one_unit",
                violation_error_message="Cách viết này đã chỉ một đơn vị khác.",
            ),
        ),
    ]

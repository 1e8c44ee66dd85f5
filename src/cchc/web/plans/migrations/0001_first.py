import uuid

import django.core.serializers.json
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("intake", "0001_first"),
        ("organisation", "0001_first"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="LegalDocument",
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
                ("number", models.CharField(max_length=200, verbose_name="số, ký hiệu")),
                (
                    "doc_type",
                    models.CharField(blank=True, max_length=200, verbose_name="loại văn bản"),
                ),
                (
                    "issued_on",
                    models.DateField(blank=True, null=True, verbose_name="ngày ban hành"),
                ),
                (
                    "issuer",
                    models.CharField(blank=True, max_length=300, verbose_name="cơ quan ban hành"),
                ),
                ("subject", models.TextField(blank=True, verbose_name="trích yếu")),
                (
                    "replaced_on",
                    models.DateField(blank=True, null=True, verbose_name="hết hiệu lực từ"),
                ),
                ("key", models.CharField(db_index=True, editable=False, max_length=420)),
                ("folded", models.CharField(db_index=True, editable=False, max_length=600)),
                (
                    "file",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="intake.sourcefile",
                    ),
                ),
                (
                    "replaced_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaces",
                        to="plans.legaldocument",
                        verbose_name="được thay bằng",
                    ),
                ),
            ],
            options={
                "verbose_name": "văn bản căn cứ",
                "ordering": ("-issued_on", "number", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Plan",
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
                            ("annual", "Kế hoạch cải cách hành chính năm"),
                            ("publicity", "Kế hoạch tuyên truyền cải cách hành chính"),
                            ("inspection", "Kế hoạch kiểm tra cải cách hành chính"),
                            ("procedure_control", "Kế hoạch kiểm soát thủ tục hành chính"),
                            ("index_improvement", "Kế hoạch cải thiện Chỉ số cải cách hành chính"),
                        ],
                        max_length=20,
                        verbose_name="loại",
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="năm")),
                ("title", models.CharField(max_length=400, verbose_name="tên kế hoạch")),
                ("folded", models.CharField(db_index=True, editable=False, max_length=500)),
                ("sort_key", models.CharField(editable=False, max_length=1300)),
                (
                    "carried_from",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="carried_to",
                        to="plans.plan",
                        verbose_name="chép từ kế hoạch",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="plans",
                        to="organisation.unit",
                        verbose_name="cơ quan",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="plans.plan",
                        verbose_name="thực hiện kế hoạch",
                    ),
                ),
            ],
            options={
                "verbose_name": "kế hoạch",
                "ordering": ("-year", "sort_key", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Assignment",
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
                ("task_key", models.UUIDField(db_index=True, verbose_name="nhiệm vụ")),
                ("given_on", models.DateField(verbose_name="giao ngày")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="thôi ngày")),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisation.unit",
                        verbose_name="đơn vị",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assignments",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="người thực hiện",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assignments",
                        to="plans.plan",
                    ),
                ),
            ],
            options={
                "verbose_name": "phân công",
                "ordering": ("given_on", "pk"),
            },
        ),
        migrations.CreateModel(
            name="PlanVersion",
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
                ("ordinal", models.PositiveSmallIntegerField(verbose_name="bản thứ")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Dự thảo"),
                            ("submitted", "Đã trình"),
                            ("returned", "Trả lại để sửa"),
                            ("approved", "Đã duyệt"),
                            ("issued", "Đã ban hành"),
                            ("superseded", "Đã thay bằng bản sửa đổi"),
                            ("closed", "Đã kết thúc"),
                        ],
                        default="draft",
                        max_length=10,
                        verbose_name="tình trạng",
                    ),
                ),
                ("reason", models.TextField(blank=True, verbose_name="lý do sửa đổi")),
                ("number", models.CharField(blank=True, max_length=40, verbose_name="số")),
                ("symbol", models.CharField(blank=True, max_length=120, verbose_name="ký hiệu")),
                (
                    "issued_on",
                    models.DateField(blank=True, null=True, verbose_name="ngày ban hành"),
                ),
                (
                    "signer_name",
                    models.CharField(blank=True, max_length=120, verbose_name="người ký"),
                ),
                (
                    "signer_title",
                    models.CharField(blank=True, max_length=120, verbose_name="chức vụ người ký"),
                ),
                (
                    "signing_capacity",
                    models.CharField(
                        choices=[
                            ("own", "(không ghi)"),
                            ("deputy_for", "KT."),
                            ("on_behalf", "TM."),
                            ("by_order", "TL."),
                            ("by_authorisation", "TUQ."),
                            ("acting", "Q."),
                        ],
                        default="own",
                        max_length=20,
                        verbose_name="quyền ký",
                    ),
                ),
                ("return_note", models.TextField(blank=True, verbose_name="lý do trả lại")),
                (
                    "header",
                    models.JSONField(
                        blank=True,
                        default=dict,
                        encoder=django.core.serializers.json.DjangoJSONEncoder,
                        verbose_name="thông tin văn bản",
                    ),
                ),
                ("sections", models.JSONField(blank=True, default=list, verbose_name="các mục")),
                (
                    "amends",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="amended_by",
                        to="plans.planversion",
                        verbose_name="sửa đổi bản",
                    ),
                ),
                (
                    "issued_file",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="intake.sourcefile",
                        verbose_name="bản ban hành",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="plans.plan",
                    ),
                ),
                (
                    "reading",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="plan_version",
                        to="intake.reading",
                        verbose_name="bản đọc",
                    ),
                ),
            ],
            options={
                "verbose_name": "bản kế hoạch",
                "ordering": ("plan", "-ordinal"),
            },
        ),
        migrations.CreateModel(
            name="Basis",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("place", models.PositiveIntegerField(verbose_name="thứ tự")),
                (
                    "number",
                    models.CharField(max_length=200, verbose_name="số, ký hiệu ghi trong kế hoạch"),
                ),
                (
                    "doc_type",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="loại ghi trong kế hoạch"
                    ),
                ),
                (
                    "cited_on",
                    models.DateField(blank=True, null=True, verbose_name="ngày ghi trong kế hoạch"),
                ),
                (
                    "issuer",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="cơ quan ghi trong kế hoạch"
                    ),
                ),
                ("source", models.JSONField(blank=True, default=dict, verbose_name="nguồn")),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cited_in",
                        to="plans.legaldocument",
                    ),
                ),
                (
                    "plan_version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="bases",
                        to="plans.planversion",
                    ),
                ),
            ],
            options={
                "verbose_name": "căn cứ",
                "ordering": ("place", "pk"),
            },
        ),
        migrations.CreateModel(
            name="ReportWindow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("place", models.PositiveSmallIntegerField(verbose_name="thứ tự")),
                ("name", models.TextField(verbose_name="kỳ báo cáo")),
                (
                    "data_from",
                    models.DateField(blank=True, null=True, verbose_name="số liệu từ ngày"),
                ),
                ("data_to", models.DateField(blank=True, null=True, verbose_name="đến ngày")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="hạn gửi")),
                (
                    "plan_version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="windows",
                        to="plans.planversion",
                    ),
                ),
            ],
            options={
                "verbose_name": "kỳ báo cáo",
                "ordering": ("place", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Task",
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
                    "key",
                    models.UUIDField(db_index=True, default=uuid.uuid4, verbose_name="mã nhiệm vụ"),
                ),
                ("place", models.PositiveIntegerField(verbose_name="thứ tự")),
                (
                    "area",
                    models.CharField(
                        choices=[
                            ("leadership", "Chỉ đạo, điều hành"),
                            ("communication", "Thông tin, tuyên truyền"),
                            ("institutions", "Cải cách thể chế"),
                            ("procedures", "Cải cách thủ tục hành chính"),
                            ("organisation", "Cải cách tổ chức bộ máy"),
                            ("civil_service", "Cải cách chế độ công vụ"),
                            ("public_finance", "Cải cách tài chính công"),
                            ("digital_government", "Chính quyền điện tử, chính quyền số"),
                            ("other", "Nội dung khác"),
                        ],
                        max_length=20,
                        verbose_name="lĩnh vực",
                    ),
                ),
                ("group", models.TextField(blank=True, verbose_name="nhóm")),
                (
                    "label",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="số thứ tự trong kế hoạch"
                    ),
                ),
                ("text", models.TextField(verbose_name="nhiệm vụ")),
                ("objective", models.TextField(blank=True, verbose_name="mục tiêu")),
                ("activity", models.TextField(blank=True, verbose_name="hoạt động")),
                ("outputs", models.JSONField(blank=True, default=list, verbose_name="sản phẩm")),
                ("deadline", models.TextField(blank=True, verbose_name="thời hạn (nguyên văn)")),
                (
                    "schedule",
                    models.JSONField(blank=True, default=list, verbose_name="thời hạn được hiểu"),
                ),
                ("budget", models.TextField(blank=True, verbose_name="kinh phí")),
                (
                    "origin",
                    models.CharField(default="appendix", max_length=10, verbose_name="từ phần"),
                ),
                ("source", models.JSONField(blank=True, default=dict, verbose_name="nguồn")),
                (
                    "confirmations",
                    models.JSONField(blank=True, default=dict, verbose_name="ai đã xác nhận"),
                ),
                (
                    "carry_reason",
                    models.TextField(blank=True, verbose_name="lý do chuyển tiếp từ năm trước"),
                ),
                (
                    "first_due_on",
                    models.DateField(blank=True, null=True, verbose_name="hạn đầu tiên"),
                ),
                ("last_due_on", models.DateField(blank=True, null=True, verbose_name="hạn cuối")),
                ("folded", models.TextField(editable=False)),
                ("sort_key", models.CharField(editable=False, max_length=300)),
                (
                    "plan_version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tasks",
                        to="plans.planversion",
                    ),
                ),
            ],
            options={
                "verbose_name": "nhiệm vụ",
                "ordering": ("place", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Target",
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
                    "key",
                    models.UUIDField(db_index=True, default=uuid.uuid4, verbose_name="mã chỉ tiêu"),
                ),
                ("place", models.PositiveIntegerField(verbose_name="thứ tự")),
                (
                    "area",
                    models.CharField(
                        choices=[
                            ("leadership", "Chỉ đạo, điều hành"),
                            ("communication", "Thông tin, tuyên truyền"),
                            ("institutions", "Cải cách thể chế"),
                            ("procedures", "Cải cách thủ tục hành chính"),
                            ("organisation", "Cải cách tổ chức bộ máy"),
                            ("civil_service", "Cải cách chế độ công vụ"),
                            ("public_finance", "Cải cách tài chính công"),
                            ("digital_government", "Chính quyền điện tử, chính quyền số"),
                            ("other", "Nội dung khác"),
                        ],
                        max_length=20,
                        verbose_name="lĩnh vực",
                    ),
                ),
                ("text", models.TextField(verbose_name="chỉ tiêu")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("rate", "Tỷ lệ"),
                            ("rank", "Thứ hạng"),
                            ("count", "Số lượng"),
                            ("score", "Điểm"),
                            ("duration", "Thời gian"),
                        ],
                        max_length=10,
                        verbose_name="loại",
                    ),
                ),
                (
                    "comparator",
                    models.CharField(
                        choices=[
                            ("=", "bằng"),
                            (">", "trên"),
                            (">=", "ít nhất"),
                            ("<", "dưới"),
                            ("<=", "không quá"),
                        ],
                        max_length=2,
                        verbose_name="so sánh",
                    ),
                ),
                (
                    "value",
                    models.DecimalField(decimal_places=4, max_digits=20, verbose_name="giá trị"),
                ),
                (
                    "value_to",
                    models.DecimalField(
                        blank=True,
                        decimal_places=4,
                        max_digits=20,
                        null=True,
                        verbose_name="đến giá trị",
                    ),
                ),
                ("unit", models.CharField(blank=True, max_length=200, verbose_name="đơn vị tính")),
                ("source", models.JSONField(blank=True, default=dict, verbose_name="nguồn")),
                (
                    "plan_version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="targets",
                        to="plans.planversion",
                    ),
                ),
                (
                    "tasks",
                    models.ManyToManyField(
                        blank=True,
                        related_name="targets",
                        to="plans.task",
                        verbose_name="nhiệm vụ phục vụ",
                    ),
                ),
            ],
            options={
                "verbose_name": "chỉ tiêu",
                "ordering": ("place", "pk"),
            },
        ),
        migrations.CreateModel(
            name="ParentLink",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("parent_key", models.UUIDField(db_index=True, verbose_name="nhiệm vụ cấp trên")),
                (
                    "task",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="parent_links",
                        to="plans.task",
                    ),
                ),
            ],
            options={
                "verbose_name": "liên kết với nhiệm vụ cấp trên",
                "ordering": ("pk",),
            },
        ),
        migrations.CreateModel(
            name="DeadlinePart",
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
                            ("by", "Trước hoặc chậm nhất một ngày"),
                            ("window", "Trong một khoảng"),
                            ("recurring", "Định kỳ"),
                            ("continuous", "Thường xuyên"),
                            ("conditional", "Khi có việc"),
                            ("unclear", "Chưa hiểu"),
                        ],
                        db_index=True,
                        max_length=12,
                        verbose_name="loại",
                    ),
                ),
                ("opens_on", models.DateField(null=True, verbose_name="từ ngày")),
                ("due_on", models.DateField(db_index=True, null=True, verbose_name="hạn")),
                (
                    "task",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="deadline_parts",
                        to="plans.task",
                    ),
                ),
            ],
            options={
                "verbose_name": "phần của thời hạn",
                "ordering": ("due_on", "pk"),
            },
        ),
        migrations.CreateModel(
            name="TaskUnit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "part",
                    models.CharField(
                        choices=[("lead", "chủ trì"), ("support", "phối hợp")],
                        max_length=10,
                        verbose_name="vai trò",
                    ),
                ),
                ("place", models.PositiveSmallIntegerField(verbose_name="thứ tự")),
                ("words", models.TextField(verbose_name="tên trong kế hoạch")),
                ("is_collective", models.BooleanField(default=False, verbose_name="tên gọi chung")),
                (
                    "task",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="units",
                        to="plans.task",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="task_units",
                        to="organisation.unit",
                        verbose_name="đơn vị",
                    ),
                ),
            ],
            options={
                "verbose_name": "đơn vị của nhiệm vụ",
                "ordering": ("part", "place", "pk"),
            },
        ),
        migrations.AddConstraint(
            model_name="legaldocument",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("replaced_by__isnull", True),
                    models.Q(("replaced_by", models.F("pk")), _negated=True),
                    _connector="OR",
                ),
                name="plans_document_not_replaced_by_itself",
            ),
        ),
        migrations.AddIndex(
            model_name="plan",
            index=models.Index(fields=["owner", "year"], name="plans_plan_owner_year"),
        ),
        migrations.AddConstraint(
            model_name="plan",
            constraint=models.CheckConstraint(
                condition=models.Q(("year__gte", 2000), ("year__lte", 2100)),
                name="plans_plan_year_is_sane",
            ),
        ),
        migrations.AddConstraint(
            model_name="assignment",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_on", None), ("archived_at", None)),
                fields=("task_key", "unit", "user"),
                name="plans_person_assigned_once",
            ),
        ),
        migrations.AddIndex(
            model_name="planversion",
            index=models.Index(fields=["state", "plan"], name="plans_version_state"),
        ),
        migrations.AddConstraint(
            model_name="planversion",
            constraint=models.UniqueConstraint(
                fields=("plan", "ordinal"), name="plans_version_ordinal_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="planversion",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    ("state__in", ("draft", "submitted", "returned", "approved")),
                    ("archived_at", None),
                ),
                fields=("plan",),
                name="plans_one_version_in_preparation",
            ),
        ),
        migrations.AddConstraint(
            model_name="planversion",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ("issued", "closed"))),
                fields=("plan",),
                name="plans_one_version_in_force",
            ),
        ),
        migrations.AddConstraint(
            model_name="planversion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ("issued", "superseded", "closed")), _negated=True),
                    models.Q(("issued_on__isnull", False), models.Q(("symbol", ""), _negated=True)),
                    _connector="OR",
                ),
                name="plans_issued_version_has_number_and_date",
            ),
        ),
        migrations.AddIndex(
            model_name="task",
            index=models.Index(fields=["plan_version", "place"], name="plans_task_in_order"),
        ),
        migrations.AddIndex(
            model_name="task",
            index=models.Index(fields=["last_due_on"], name="plans_task_last_due"),
        ),
        migrations.AddConstraint(
            model_name="task",
            constraint=models.UniqueConstraint(
                fields=("plan_version", "key"), name="plans_task_key_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="target",
            constraint=models.UniqueConstraint(
                fields=("plan_version", "key"), name="plans_target_key_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="parentlink",
            constraint=models.UniqueConstraint(
                fields=("task", "parent_key"), name="plans_parent_link_once"
            ),
        ),
        migrations.AddIndex(
            model_name="deadlinepart",
            index=models.Index(fields=["task", "due_on"], name="plans_deadline_of_task"),
        ),
        migrations.AddIndex(
            model_name="taskunit",
            index=models.Index(fields=["unit", "part"], name="plans_task_unit"),
        ),
    ]

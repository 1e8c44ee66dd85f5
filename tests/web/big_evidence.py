"""Evidence of a province at full size: 100,000 records with the text of their files.

Made with few statements and always the same; no bytes lie on the disk.
"""

from __future__ import annotations

import random
from datetime import date, timedelta

from cchc.web.evidence.models import DOC_TYPES, Evidence, EvidenceLink, EvidenceWords
from cchc.web.evidence.search_words import words_in
from cchc.web.organisation.models import Unit, UnitKind
from cchc.web.plans.models import Task
from cchc.web.ui.clock import now
from tests.web.big_office import BigOffice

RECORDS = 100_000
_DID = ("Kết quả", "Phê duyệt", "Rà soát", "Đánh giá", "Kiểm tra", "Công bố", "Tổng hợp")
_OF = (
    *("cải cách hành chính", "thủ tục hành chính", "hồ sơ trễ hạn", "dịch vụ công trực tuyến"),
    *("vị trí việc làm", "số hóa hồ sơ", "văn bản quy phạm pháp luật", "tự chủ tài chính"),
)
_SYLLABLES = (
    "thực hiện kế hoạch năm đơn vị báo cáo nhiệm vụ giải quyết công chức viên chức nhân dân tỉnh "
    "sở phòng ban chỉ tiêu hoàn thành tiến độ đề nghị quan tâm chỉ đạo kiến nghị giải pháp thời "
    "gian tới tiếp tục đẩy mạnh nâng cao chất lượng phục vụ người dân doanh nghiệp"
).split()


def make_big_evidence(office: BigOffice, records: int = RECORDS) -> None:
    """Evidence of every division of every department, every second piece tied to a task."""
    chance = random.Random(4)
    divisions = list(Unit.objects.filter(kind=UnitKind.DIVISION).select_related("parent"))
    keys = list(Task.objects.order_by("pk").values_list("key", flat=True)[:8_000])
    texts = [words_in(" ".join(chance.choices(_SYLLABLES, k=400))) for _ in range(500)]
    moment, first = now(), date(2021, 1, 1)
    for start in range(0, records, 5_000):
        rows = []
        for number in range(start, min(start + 5_000, records)):
            unit = divisions[number % len(divisions)]
            day = first + timedelta(days=number % 1_900)
            rows.append(
                Evidence(
                    office=unit.parent,
                    unit=unit,
                    kind="file",
                    subject=f"{chance.choice(_DID)} {chance.choice(_OF)} lần {number}",
                    number=f"{number % 900 + 1}",
                    symbol=f"{chance.choice(('BC', 'QĐ', 'KH'))}-SO{number % 34}",
                    doc_type=DOC_TYPES[number % 6],
                    issuer=unit.parent.name if unit.parent else "",
                    dated_on=day,
                    added_by=office.clerk,
                    added_at=moment,
                )
            )
        made = Evidence.objects.bulk_create(rows, batch_size=400)
        EvidenceWords.objects.bulk_create(
            (
                EvidenceWords(
                    evidence=row,
                    head=words_in(row.code, row.doc_type, row.subject, row.issuer),
                    body=texts[row.pk % 500] + f" so hieu rieng {row.pk % 9_973}",
                )
                for row in made
            ),
            batch_size=300,
        )
        EvidenceLink.objects.bulk_create(
            (
                EvidenceLink(
                    evidence=row,
                    subject_label="plans.task",
                    subject_key=str(keys[row.pk % len(keys)]),
                    subject_name="Nhiệm vụ",
                    task_key=keys[row.pk % len(keys)],
                    linked_by=office.clerk,
                    linked_at=moment,
                )
                for row in made[::2]
            ),
            batch_size=400,
        )

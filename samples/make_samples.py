"""Write the sample plans and their gold: `python -m samples.make_samples [DIR]`.

The same code gives the same text; DOCX and XLSX are the same bytes. The PDFs need LibreOffice
with the fonts of `fonts-liberation2`, and are the same bytes for the same LibreOffice.
"""

from __future__ import annotations

import json
import sys
import tempfile
from datetime import date
from pathlib import Path

from tests.plans.blocks import NewPage, Para
from tests.plans.compose import Composer
from tests.plans.make import signed_page
from tests.plans.paper import copied_text, freeze_zip, scan, to_pdf
from tests.plans.plain_text import spaced
from tests.plans.sheets import write_sheets
from tests.plans.style import NINE, SIX, Style
from tests.plans.word import write_word

from samples import department, offices, village, ward
from samples.drafting import (
    Head,
    Part,
    begin,
    cited,
    finish,
    promise,
    says,
    task_item,
    task_rows,
    window_items,
    windows,
)
from samples.heads import DEPARTMENT, INDEX, PROVINCE, QUALITY, VILLAGE, WARD

NINE_COLUMNS = {
    "no": "STT",
    "objective": "Mục tiêu",
    "task": "Nhiệm vụ",
    "activity": "Hoạt động",
    "outputs": "Sản phẩm",
    "lead": "Đơn vị chủ trì",
    "support": "Đơn vị phối hợp",
    "deadline": "Thời gian hoàn thành",
    "budget": "Kinh phí",
}
SIX_COLUMNS = {
    "no": "TT",
    "task": "Nội dung công việc",
    "lead": "Chủ trì thực hiện",
    "support": "Phối hợp",
    "outputs": "Sản phẩm",
    "deadline": "Thời hạn",
}
WARD_COLUMNS = {
    "no": "TT",
    "task": "Nhiệm vụ",
    "outputs": "Kết quả",
    "deadline": "Thời gian thực hiện",
    "lead": "Đơn vị thực hiện",
    "support": "Đơn vị phối hợp",
}

START = date(2025, 12, 15)
PERIODS = [
    ("Báo cáo quý I", START, date(2026, 3, 14), date(2026, 3, 18)),
    ("Báo cáo 6 tháng", START, date(2026, 6, 14), date(2026, 6, 18)),
    ("Báo cáo 9 tháng", START, date(2026, 9, 14), date(2026, 9, 18)),
    ("Báo cáo năm", START, date(2026, 12, 14), date(2026, 12, 18)),
]


def department_goals(c: Composer) -> None:
    """Add the goals of the department and the numbers they commit to."""
    c.top_heading("Mục tiêu, yêu cầu")
    c.sub_heading("Mục tiêu")
    says(
        c,
        "Chỉ số cải cách hành chính của Sở đạt từ 90 điểm trở lên, xếp thứ 3 trở lên trong "
        "khối các sở, ban, ngành.",
        promise(
            "Chỉ số cải cách hành chính của Sở đạt từ 90 điểm trở lên", "score", ">=", 90, "điểm"
        ),
        promise("xếp thứ 3 trở lên trong khối các sở, ban, ngành", "rank", "<=", 3, "hạng"),
    )
    says(
        c,
        "Tối thiểu 98% hồ sơ thủ tục hành chính được giải quyết đúng hạn và trước hạn.",
        promise(
            "Tối thiểu 98% hồ sơ thủ tục hành chính được giải quyết đúng hạn và trước hạn",
            "rate",
            ">=",
            98,
            "%",
        ),
    )
    says(
        c,
        "Trên 90% hồ sơ được nộp trực tuyến; 100% kết quả giải quyết được số hóa.",
        promise("Trên 90% hồ sơ được nộp trực tuyến", "rate", ">", 90, "%"),
        promise("100% kết quả giải quyết được số hóa", "rate", "=", 100, "%"),
    )
    says(
        c,
        "Mức độ hài lòng của tổ chức, cá nhân đạt từ 95% trở lên.",
        promise("Mức độ hài lòng của tổ chức, cá nhân đạt từ 95% trở lên", "rate", ">=", 95, "%"),
    )
    says(
        c,
        "Thời gian tiếp nhận một hồ sơ tại quầy không quá 15 phút.",
        promise(
            "Thời gian tiếp nhận một hồ sơ tại quầy không quá 15 phút", "duration", "<=", 15, "phút"
        ),
    )
    c.sub_heading("Yêu cầu")
    says(c, "Xác định cải cách hành chính là nhiệm vụ của người đứng đầu từng phòng, đơn vị.")
    says(c, "Nhiệm vụ phải rõ người, rõ việc, rõ sản phẩm, rõ thời hạn hoàn thành.")


def department_plan(style: Style) -> Composer:
    """Compose the plan of the department: goals, report windows, an appendix of nine columns."""
    c = begin(style, DEPARTMENT)
    decree = cited(c, "Nghị định", "118/2025/NĐ-CP", date(2025, 6, 9), "Chính phủ")
    local = cited(c, "Quyết định", "2716/QĐ-UBND", date(2025, 12, 24), PROVINCE)
    program = cited(c, "Nghị quyết", "76/NQ-CP", date(2021, 7, 15), "Chính phủ")
    c.draft.add(
        Para(
            f"Căn cứ {decree} về thực hiện thủ tục hành chính theo cơ chế một cửa, một cửa liên "
            "thông tại Bộ phận Một cửa và Cổng Dịch vụ công quốc gia;"
        ),
        Para(
            f"Thực hiện {local} ban hành Kế hoạch cải cách hành chính nhà nước năm 2026 và "
            f"{program} ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn "
            "2021 - 2030;"
        ),
        Para("Sở Khoa học và Công nghệ ban hành Kế hoạch cải cách hành chính năm 2026 như sau:"),
    )
    department_goals(c)
    c.top_heading("Nhiệm vụ")
    c.draft.add(
        Para(
            "Nhiệm vụ cải cách hành chính năm 2026 được nêu chi tiết tại Phụ lục kèm "
            "theo Kế hoạch này."
        )
    )
    c.top_heading("Chế độ báo cáo")
    c.draft.add(Para("Các phòng, đơn vị gửi báo cáo về Văn phòng Sở theo các kỳ sau:"))
    windows(c, PERIODS)
    c.top_heading("Tổ chức thực hiện")
    for label, text in enumerate(
        (
            "Trưởng các phòng, đơn vị chịu trách nhiệm trước Giám đốc Sở về kết quả thực hiện "
            "nhiệm vụ được giao.",
            "Văn phòng Sở theo dõi, đôn đốc, tổng hợp báo cáo Giám đốc Sở.",
            "Phòng Kế hoạch - Tài chính tham mưu bố trí kinh phí thực hiện Kế hoạch.",
        ),
        start=1,
    ):
        says(c, text, label=f"{label}.")
    finish(c, DEPARTMENT)
    c.draft.add(
        NewPage(landscape=True),
        Para("PHỤ LỤC", "appendix"),
        Para("Nhiệm vụ cải cách hành chính năm 2026 của Sở Khoa học và Công nghệ", "appendix"),
        Para(
            "(Kèm theo Kế hoạch số 09/KH-SKHCN ngày 14 tháng 01 năm 2026 của Sở Khoa học và "
            "Công nghệ)",
            "notice",
        ),
    )
    task_rows(
        c,
        NINE_COLUMNS,
        department.TABLE,
        origin="appendix",
        widths=[1.2, 3, 4.6, 4.2, 3, 2.8, 3, 2.8, 2],
    )
    return c


def commune_goals(c: Composer, kind: str) -> None:
    """Add the goals of a commune and the numbers they commit to."""
    c.top_heading("Mục đích, yêu cầu")
    c.sub_heading("Mục đích")
    says(c, "Xây dựng chính quyền gần dân, phục vụ người dân và doanh nghiệp ngày càng tốt hơn.")
    says(
        c,
        "Phấn đấu ít nhất 97% hồ sơ được trả kết quả đúng hẹn.",
        promise("ít nhất 97% hồ sơ được trả kết quả đúng hẹn", "rate", ">=", 97, "%"),
    )
    says(
        c,
        "Tỷ lệ hồ sơ nộp trực tuyến đạt 75-80%.",
        promise("Tỷ lệ hồ sơ nộp trực tuyến đạt 75-80%", "rate", "=", 75, "%", 80),
    )
    says(
        c,
        f"Chỉ số cải cách hành chính của {kind} nằm trong Top 20 của tỉnh.",
        promise(
            f"Chỉ số cải cách hành chính của {kind} nằm trong Top 20 của tỉnh",
            "rank",
            "<=",
            20,
            "hạng",
        ),
    )
    says(
        c,
        "Tỷ lệ hồ sơ phải bổ sung nhiều lần dưới 1%.",
        promise("Tỷ lệ hồ sơ phải bổ sung nhiều lần dưới 1%", "rate", "<", 1, "%"),
    )
    c.sub_heading("Yêu cầu")
    says(c, "Bám sát kế hoạch của tỉnh, phù hợp điều kiện của địa phương sau sắp xếp.")
    says(c, "Không để gián đoạn việc tiếp nhận, giải quyết hồ sơ của người dân.")


def commune_plan(style: Style, head: Head, table: tuple[Part, ...], kind: str) -> Composer:
    """Compose the plan of a commune: goals, demands, an appendix of six columns."""
    c = begin(style, head)
    local = cited(c, "Kế hoạch", "415/KH-UBND", date(2025, 12, 29), PROVINCE)
    decree = cited(c, "Nghị định", "118/2025/NĐ-CP", date(2025, 6, 9), "Chính phủ")
    c.draft.add(
        Para("Căn cứ Luật Tổ chức chính quyền địa phương;"),
        Para(
            f"Thực hiện {local} về cải cách hành chính nhà nước năm 2026 và {decree} về thực "
            "hiện thủ tục hành chính theo cơ chế một cửa,"
        ),
        Para(f"{head.issuer} xây dựng Kế hoạch cải cách hành chính năm 2026 như sau:"),
    )
    commune_goals(c, kind)
    c.top_heading("Nội dung, nhiệm vụ")
    c.draft.add(Para("Nhiệm vụ cụ thể, phân công và thời hạn thực hiện tại Phụ lục kèm theo."))
    c.top_heading("Chế độ báo cáo")
    c.draft.add(Para(f"Các phòng, trung tâm gửi báo cáo về {village.OFFICE}:"))
    window_items(c, PERIODS)
    c.top_heading("Tổ chức thực hiện")
    for label, text in enumerate(
        (
            f"{village.OFFICE} theo dõi, đôn đốc, tổng hợp kết quả báo cáo Chủ tịch UBND {kind}.",
            "Thủ trưởng các phòng, trung tâm trực tiếp chỉ đạo thực hiện nhiệm vụ được giao.",
            "Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam và các đoàn thể giám sát, vận động người dân "
            "tham gia.",
        ),
        start=1,
    ):
        says(c, text, label=f"{label}.")
    finish(c, head)
    day = head.day
    c.draft.add(
        NewPage(),
        Para("PHỤ LỤC", "appendix"),
        Para("Phân công nhiệm vụ cải cách hành chính năm 2026", "appendix"),
        Para(
            f"(Kèm theo Kế hoạch số {head.number}/{head.symbol} ngày {day:%d/%m/%Y} của "
            f"{head.issuer})",
            "notice",
        ),
    )
    columns = SIX_COLUMNS if kind == "xã" else WARD_COLUMNS
    task_rows(
        c,
        columns,
        table,
        origin="appendix",
        widths=[1.3, 5.4, 3.3, 3.3, 3.2, 3],
        running=kind == "xã",
    )
    return c


def index_plan(style: Style) -> Composer:
    """Compose the department's plan for raising its index: running text, no table."""
    c = begin(style, INDEX)
    score = cited(c, "Quyết định", "358/QĐ-UBND", date(2026, 2, 12), PROVINCE)
    c.draft.add(
        Para(
            f"Thực hiện {score} công bố Chỉ số cải cách hành chính năm 2025, Sở Khoa học và "
            "Công nghệ xây dựng Kế hoạch nâng cao Chỉ số cải cách hành chính năm 2026 như sau:"
        )
    )
    c.top_heading("Mục tiêu")
    says(c, "Lấy lại điểm ở những tiêu chí đã mất điểm trong năm 2025.")
    says(
        c,
        "Điểm số tăng ít nhất 02 điểm so với năm 2025.",
        promise("Điểm số tăng ít nhất 02 điểm so với năm 2025", "score", ">=", 2, "điểm"),
    )
    c.top_heading("Nhiệm vụ")
    for area, title, items in offices.INDEX_TASKS:
        c.sub_heading(title)
        for text, deadline, schedule, lead, support in items:
            task_item(
                c,
                area,
                title,
                text,
                deadline=deadline,
                schedule=schedule,
                lead=lead,
                support=support,
            )
    c.top_heading("Tổ chức thực hiện")
    says(
        c,
        "Trưởng các phòng, đơn vị chủ động triển khai nhiệm vụ thuộc phạm vi phụ trách.",
        label="1.",
    )
    says(c, "Văn phòng Sở tổng hợp, báo cáo Giám đốc Sở tại giao ban.", label="2.")
    finish(c, INDEX)
    return c


def quality_appendix(style: Style) -> Composer:
    """Compose the appendix of the sub-department of standards, alone in a workbook."""
    c = begin(style, QUALITY)
    c.draft.blocks.clear()
    c.draft.gold["header"] |= {
        "parent_authority": None,
        "place": None,
        "subject": None,
        "signer": {"authority": None, "position": None, "name": None},
    }
    c.draft.add(
        NewPage(),
        Para("PHỤ LỤC", "appendix"),
        Para("Nhiệm vụ cải cách hành chính năm 2026", "appendix"),
        Para(
            "(Kèm theo Kế hoạch số 04/KH-TĐC ngày 22/01/2026 của Chi cục Tiêu chuẩn Đo lường "
            "Chất lượng)",
            "notice",
        ),
    )
    task_rows(c, SIX_COLUMNS, offices.QUALITY_TASKS, origin="appendix", widths=[1.3, 6, 4, 4, 4, 4])
    return c


def write_gold(c: Composer, path: Path) -> None:
    """Write a gold file."""
    text = json.dumps(c.draft.gold, ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8")


def main(out: Path) -> None:
    """Write all samples to a folder."""
    nine, six = Style(columns=NINE), Style(columns=SIX, running_head=False)
    office, rural = department_plan(nine), commune_plan(six, VILLAGE, village.VILLAGE, "xã")
    urban, index = commune_plan(six, WARD, ward.WARD, "phường"), index_plan(six)
    quality = quality_appendix(six)
    write_word(nine, office.draft.blocks, out / "skhcn_2026.docx")
    freeze_zip(out / "skhcn_2026.docx")
    write_sheets(quality.draft.blocks, out / "chi_cuc_tdc_2026_phu_luc.xlsx")
    freeze_zip(out / "chi_cuc_tdc_2026_phu_luc.xlsx")
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        papers = {
            "xa_binh_minh_2026": rural,
            "phuong_dong_thanh_2026_scan": urban,
            "skhcn_2026_chi_so": index,
        }
        for name, plan in papers.items():
            write_word(six, plan.draft.blocks, work / f"{name}.docx")
        to_pdf([work / f"{name}.docx" for name in papers], work)
        (out / "xa_binh_minh_2026.pdf").write_bytes((work / "xa_binh_minh_2026.pdf").read_bytes())
        text = spaced(copied_text(work / "skhcn_2026_chi_so.pdf", "pdfium"))
        (out / "skhcn_2026_chi_so.txt").write_text(text, encoding="utf-8")
        paper = work / "phuong_dong_thanh_2026_scan.pdf"
        scan(paper, out / paper.name, 26, sealed=signed_page(paper, signed=True))
    for name, plan in {**papers, "skhcn_2026": office, "chi_cuc_tdc_2026_phu_luc": quality}.items():
        write_gold(plan, out / f"{name}.json")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)

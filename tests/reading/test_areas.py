"""Areas of reform: headings that name one, headings that join two, and tasks by their own words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.plan.model import ReformArea
from cchc.reading.areas import (
    area_of_heading,
    area_of_task,
    areas_in_heading,
    decide_area,
    is_publicity,
)

LEADERSHIP, COMMUNICATION = ReformArea.LEADERSHIP, ReformArea.COMMUNICATION
INSTITUTIONS, PROCEDURES = ReformArea.INSTITUTIONS, ReformArea.PROCEDURES
ORGANISATION, CIVIL_SERVICE = ReformArea.ORGANISATION, ReformArea.CIVIL_SERVICE
PUBLIC_FINANCE, DIGITAL = ReformArea.PUBLIC_FINANCE, ReformArea.DIGITAL_GOVERNMENT
OTHER = ReformArea.OTHER

HEADINGS = {
    "Công tác chỉ đạo, điều hành": LEADERSHIP,
    "CHỈ ĐẠO, ĐIỀU HÀNH CẢI CÁCH HÀNH CHÍNH": LEADERSHIP,
    "Công tác lãnh đạo, chỉ đạo": LEADERSHIP,
    "Kiểm tra cải cách hành chính": LEADERSHIP,
    "Sáng kiến trong cải cách hành chính": LEADERSHIP,
    "Nâng cao Chỉ số cải cách hành chính": LEADERSHIP,
    "Thông tin, tuyên truyền": COMMUNICATION,
    "Công tác tuyên truyền cải cách hành chính": COMMUNICATION,
    "Cải cách thể chế": INSTITUTIONS,
    "Xây dựng và hoàn thiện thể chế": INSTITUTIONS,
    "Cải cách thủ tục hành chính": PROCEDURES,
    "Cơ chế một cửa, một cửa liên thông": PROCEDURES,
    "Kiểm soát TTHC": PROCEDURES,
    "Cải cách tổ chức bộ máy": ORGANISATION,
    "Cải cách tổ chức bộ máy hành chính nhà nước": ORGANISATION,
    "Cải cách chế độ công vụ": CIVIL_SERVICE,
    "Xây dựng đội ngũ cán bộ, công chức, viên chức": CIVIL_SERVICE,
    "Cải cách tài chính công": PUBLIC_FINANCE,
    "Xây dựng và phát triển Chính quyền điện tử, Chính quyền số": DIGITAL,
    "Hiện đại hóa hành chính": DIGITAL,
    "Hiện đại hoá nền hành chính": DIGITAL,
    "Áp dụng hệ thống quản lý chất lượng ISO 9001:2015": DIGITAL,
    "Chuyển đổi số": DIGITAL,
    "Nhiệm vụ khác": OTHER,
    "Một số nội dung khác": OTHER,
}


@pytest.mark.parametrize(("title", "area"), HEADINGS.items(), ids=HEADINGS)
def test_a_heading_names_its_area(title: str, area: ReformArea) -> None:
    assert area_of_heading(title) is area


@pytest.mark.parametrize(
    "title", ["Nhiệm vụ trọng tâm", "Tổ chức thực hiện", "Mục tiêu chung", "Văn phòng Sở", ""]
)
def test_a_general_heading_names_none(title: str) -> None:
    assert areas_in_heading(title) == ()
    assert area_of_heading(title) is None


@pytest.mark.parametrize(
    ("title", "areas"),
    [
        ("Chỉ đạo, điều hành và tuyên truyền", (LEADERSHIP, COMMUNICATION)),
        ("Cải cách thể chế và cải cách thủ tục hành chính", (INSTITUTIONS, PROCEDURES)),
        ("Tổ chức bộ máy và chế độ công vụ", (ORGANISATION, CIVIL_SERVICE)),
        ("Tài chính công; hiện đại hóa hành chính", (PUBLIC_FINANCE, DIGITAL)),
    ],
)
def test_a_joint_heading_names_both_and_decides_none(
    title: str, areas: tuple[ReformArea, ...]
) -> None:
    assert areas_in_heading(title) == areas
    assert area_of_heading(title) is None


TASKS = {
    "Ban hành kế hoạch cải cách hành chính năm": LEADERSHIP,
    "Tự chấm điểm Chỉ số cải cách hành chính": LEADERSHIP,
    "Đăng tải tin, bài về cải cách hành chính": COMMUNICATION,
    "Rà soát, hệ thống hóa văn bản quy phạm pháp luật": INSTITUTIONS,
    "Theo dõi thi hành pháp luật": INSTITUTIONS,
    "Công bố, công khai thủ tục hành chính": PROCEDURES,
    "Xây dựng quy trình nội bộ giải quyết hồ sơ tại Bộ phận Một cửa": PROCEDURES,
    "Sắp xếp, kiện toàn tổ chức bộ máy các phòng": ORGANISATION,
    "Đào tạo, bồi dưỡng công chức, viên chức": CIVIL_SERVICE,
    "Hoàn thiện đề án vị trí việc làm": CIVIL_SERVICE,
    "Ban hành quy chế chi tiêu nội bộ": PUBLIC_FINANCE,
    "Giải ngân vốn đầu tư công": PUBLIC_FINANCE,
    "Số hóa hồ sơ, kết nối cơ sở dữ liệu": DIGITAL,
    "Ký số văn bản điện tử": DIGITAL,
    "Trồng cây đầu xuân": OTHER,
}


@pytest.mark.parametrize(("task", "area"), TASKS.items(), ids=TASKS)
def test_a_task_without_a_heading_is_placed_by_its_own_words(task: str, area: ReformArea) -> None:
    assert area_of_task(task) is area
    assert decide_area((), task) == (area, True)


@pytest.mark.parametrize(
    ("headings", "task", "decided"),
    [
        pytest.param(
            ("Cải cách tài chính công",),
            "Đào tạo công chức kế toán",
            (PUBLIC_FINANCE, False),
            id="the heading decides, not the task",
        ),
        pytest.param(
            ("NHIỆM VỤ", "Cải cách thể chế"),
            "Báo cáo kết quả",
            (INSTITUTIONS, False),
            id="the nearest heading that names an area",
        ),
        pytest.param(
            ("Cải cách thể chế", "Nhiệm vụ thường xuyên"),
            "Báo cáo kết quả",
            (INSTITUTIONS, False),
            id="a general heading below it decides nothing",
        ),
        pytest.param(
            ("Cải cách thể chế và cải cách thủ tục hành chính",),
            "Công khai thủ tục hành chính",
            (PROCEDURES, True),
            id="where a heading joins two, the item decides between them",
        ),
        pytest.param(
            ("Cải cách thể chế và cải cách thủ tục hành chính",),
            "Trồng cây đầu xuân",
            (INSTITUTIONS, True),
            id="where the item tells neither, the first of the two",
        ),
        pytest.param(
            ("Công tác chỉ đạo, điều hành",),
            "Tuyên truyền cải cách hành chính trên Trang thông tin điện tử",
            (COMMUNICATION, True),
            id="publicity under direction is communication",
        ),
        pytest.param(
            ("Công tác chỉ đạo, điều hành",),
            "Tổ chức tập huấn nghiệp vụ cải cách hành chính",
            (COMMUNICATION, True),
            id="training on the reform is communication",
        ),
        pytest.param(
            ("Công tác chỉ đạo, điều hành",),
            "Công khai thủ tục hành chính",
            (LEADERSHIP, False),
            id="other work under direction stays there",
        ),
        pytest.param(
            ("Xây dựng Chính quyền số",),
            "Tuyên truyền, hướng dẫn người dân sử dụng dịch vụ công trực tuyến",
            (DIGITAL, False),
            id="publicity for a service is not publicity on the reform",
        ),
        pytest.param(
            ("Nhiệm vụ khác",),
            "Công khai thủ tục hành chính",
            (OTHER, False),
            id="other duties are other",
        ),
        pytest.param(
            ("Văn phòng Sở",),
            "Công khai thủ tục hành chính",
            (PROCEDURES, True),
            id="a unit as heading names no area",
        ),
    ],
)
def test_the_area_of_a_task_is_decided(
    headings: tuple[str, ...], task: str, decided: tuple[ReformArea, bool]
) -> None:
    assert decide_area(headings, task) == decided


@pytest.mark.parametrize(
    ("task", "about_the_reform"),
    [
        ("Tuyên truyền cải cách hành chính", True),
        ("Tổ chức cuộc thi tìm hiểu cải cách hành chính", True),
        ("Tham gia lớp tập huấn cải cách hành chính do Sở Nội vụ tổ chức", False),
        ("Cử công chức tham dự hội nghị tuyên truyền", False),
        ("Rà soát quy trình nội bộ. Tuyên truyền đến người dân", False),
    ],
)
def test_taking_part_in_others_courses_is_no_publicity(
    task: str, *, about_the_reform: bool
) -> None:
    assert is_publicity(task) is about_the_reform


@given(st.lists(st.text(max_size=40), max_size=3).map(tuple), st.text(max_size=60))
def test_any_words_are_placed_in_some_area(headings: tuple[str, ...], text: str) -> None:
    area, _ = decide_area(headings, text)
    assert area in ReformArea

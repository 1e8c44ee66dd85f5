"""Screens of plans: each shows what a person came for, in few queries, page and part alike."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from cchc.plan.workbook import plan_from_workbook
from cchc.web.accounts.models import User
from cchc.web.plans.actions import life
from cchc.web.plans.models import Plan, PlanVersion
from cchc.web.plans.queries.versions import plan_of_version
from tests.web.plans.drafts import State, brought_to, draft, facts_of, imprint
from tests.web.world import TODAY, World

SAMPLES = Path(__file__).resolve().parents[3] / "samples"
SignedIn = Callable[[User], Client]
PARTS = ("version", "print", "targets", "bases", "windows", "findings", "versions", "history")
DRAFTING = ("task_new", "target_new", "cite", "windows_edit")


def url(name: str, version: PlanVersion, *more: object) -> str:
    return reverse(f"plans:{name}", args=(version.plan_id, version.ordinal, *more))


def page(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, address
    return answer.content.decode()


@pytest.mark.parametrize("name", PARTS)
@pytest.mark.parametrize("state", [State.DRAFT, State.ISSUED])
def test_every_part_of_a_plan_opens(
    world: World, signed_in: SignedIn, name: str, state: str
) -> None:
    version = brought_to(world, state)
    assert version.plan.title in page(signed_in(world.an), url(name, version))


@pytest.mark.parametrize("name", DRAFTING)
def test_every_form_of_a_draft_opens_and_is_closed_after_issue(
    world: World, signed_in: SignedIn, name: str
) -> None:
    version = draft(world)
    assert "<form" in page(signed_in(world.an), url(name, version))
    brought_to(world, State.ISSUED, version)
    assert "đã ban hành" in page(signed_in(world.an), url(name, version), 403)


@pytest.mark.parametrize("view", ["", "don-vi", "quy", "thoi-gian"])
def test_each_view_of_the_plan_shows_every_task(
    world: World, signed_in: SignedIn, view: str
) -> None:
    version = brought_to(world, State.ISSUED)
    text = page(signed_in(world.chau), url("version", version) + f"?kieu={view}")
    assert all(task.text in text for task in version.tasks.all())
    assert "5 nhiệm vụ" in text


FILTERS: dict[str, tuple[str, set[str]]] = {
    "words without marks": ("tim=thu+tuc+hanh+chinh", {"Giải quyết hồ sơ"}),
    "area": ("linh-vuc=leadership", {"Ban hành Kế hoạch", "Đề xuất sáng kiến"}),
    "kind of deadline": ("loai-han=continuous", {"Cập nhật trang"}),
    "quarter": ("ky=q2", {"Giải quyết hồ sơ"}),
    "month": ("ky=m11", {"Đề xuất sáng kiến"}),
    "words outside the register": ("don-vi=Bưu+điện+tỉnh", {"Giải quyết hồ sơ"}),
    "nothing": ("tim=khong+co+gi", set()),
}


@pytest.mark.parametrize("name", FILTERS)
def test_page_print_export_and_count_show_the_same_tasks(
    world: World, signed_in: SignedIn, name: str
) -> None:
    query, wanted = FILTERS[name]
    version = brought_to(world, State.ISSUED)
    client = signed_in(world.an)
    shown = page(client, url("version", version) + "?" + query)
    printed = page(client, url("print", version) + "?" + query)
    exported = plan_from_workbook(client.get(url("export", version) + "?" + query).content)
    assert exported is not None
    for task in version.tasks.all():
        is_wanted = any(task.text.startswith(one) for one in wanted)
        assert (task.text in shown) is is_wanted
        assert (task.text in printed) is is_wanted
        assert (task.text in {one.task for one in exported.tasks}) is is_wanted
    assert f"{len(wanted)} trên 5 nhiệm vụ" in shown


def test_the_unit_filter_asks_for_the_part_that_the_unit_has(
    world: World, signed_in: SignedIn
) -> None:
    version, client = brought_to(world, State.ISSUED), signed_in(world.an)
    address = url("version", version) + f"?don-vi={world.office.pk}"
    assert "4 trên 5" in page(client, address)
    assert "3 trên 5" in page(client, address + "&vai-tro=lead")
    assert "2 trên 5" in page(client, address + "&vai-tro=support")


def test_the_excel_file_reads_back_as_the_same_plan(world: World, signed_in: SignedIn) -> None:
    version = brought_to(world, State.ISSUED)
    answer = signed_in(world.binh).get(url("export", version))
    assert plan_from_workbook(answer.content) == plan_of_version(version)


def test_tasks_sort_by_the_vietnamese_alphabet_and_by_deadline(
    world: World, signed_in: SignedIn
) -> None:
    version, client = brought_to(world, State.ISSUED), signed_in(world.an)

    def order(query: str) -> list[str]:
        text = page(client, url("version", version) + query)
        tasks = sorted(version.tasks.all(), key=lambda task: text.index(task.text))
        return [task.text[:2] for task in tasks]

    assert order("?xep=ten") == ["Ba", "Cậ", "Đề", "Gi", "Th"]
    assert order("?xep=han") == ["Ba", "Đề", "Gi", "Cậ", "Th"]


def test_a_plan_that_cites_a_replaced_document_or_another_date_says_so(
    world: World, signed_in: SignedIn
) -> None:
    version = draft(world)
    first, second = (basis.document for basis in version.bases.all())
    client = signed_in(world.an)
    given = {"number": first.number, "doc_type": first.doc_type, "issued_on": "2021-07-16"}
    more = {"replaced_by": second.pk, "version": first.version}
    answer = client.post(reverse("plans:document_edit", args=(first.pk,)), given | more)
    assert answer.status_code == 302
    text = page(client, url("bases", version))
    assert "Đã được thay bằng Kế hoạch 210/KH-UBND" in text
    assert "Danh mục ghi ngày 16/07/2021, kế hoạch ghi ngày 15/07/2021" in text
    assert "Kế hoạch dẫn văn bản đã được thay thế" in page(client, url("version", version))


def test_the_text_of_a_document_is_attached_and_given_back_bit_for_bit(
    world: World, signed_in: SignedIn
) -> None:
    document = draft(world).bases.all()[0].document
    client, paper = signed_in(world.an), (SAMPLES / "xa_binh_minh_2026.pdf").read_bytes()
    given = {"number": document.number, "doc_type": document.doc_type, "version": document.version}
    edit = reverse("plans:document_edit", args=(document.pk,))
    bad = SimpleUploadedFile("trong.pdf", b"")
    assert "Tệp rỗng" in client.post(edit, given | {"file": bad}).content.decode()
    upload = SimpleUploadedFile("nghị quyết 76.pdf", paper)
    assert client.post(edit, given | {"file": upload}).status_code == 302
    assert "nghị quyết 76.pdf" in page(client, reverse("plans:document", args=(document.pk,)))
    answer = signed_in(world.chau).get(reverse("plans:document_file", args=(document.pk,)))
    assert b"".join(answer) == paper
    assert answer["Content-Disposition"].startswith("attachment")
    document.refresh_from_db()
    again = given | {"version": document.version, "subject": "Chương trình tổng thể"}
    assert client.post(edit, again).status_code == 302
    document.refresh_from_db()
    assert document.file is not None, "writing without a new file keeps the one attached"


def test_the_search_finds_tasks_plans_documents_and_units_without_marks(
    world: World, signed_in: SignedIn
) -> None:
    version = brought_to(world, State.ISSUED)
    client, address = signed_in(world.binh), reverse("plans:search")
    assert "Giải quyết hồ sơ" in page(client, address + "?tim=giai+quyet+ho+so")
    assert version.plan.title in page(client, address + "?tim=ke+hoach+cai+cach")
    assert "76/NQ-CP" in page(client, address + "?tim=76/nq-cp")
    assert "Chi cục Tiêu chuẩn" in page(client, address + "?tim=chi+cuc+tieu+chuan")
    assert "Không tìm thấy" in page(client, address + "?tim=zzzz")


def test_the_search_shows_nothing_of_plans_one_may_not_see(
    world: World, signed_in: SignedIn
) -> None:
    brought_to(world, State.ISSUED)
    text = page(signed_in(world.dung), reverse("plans:search") + "?tim=ho+so")
    assert "Giải quyết hồ sơ" not in text


def test_a_new_plan_a_task_and_a_target_are_written_on_the_screen(
    world: World, signed_in: SignedIn
) -> None:
    client = signed_in(world.an)
    given: dict[str, Any] = {"owner": world.department.pk, "kind": "annual", "year": 2026}
    client.post(reverse("plans:new"), given | {"title": "Kế hoạch mới"})
    version = PlanVersion.objects.get(plan__title="Kế hoạch mới")
    task = {
        "area": "procedures",
        "text": "Rà soát thủ tục",
        "outputs": "Báo cáo\nDanh mục",
        "lead": ["VP", "", "Đơn vị ngoài"],
        "support": [""],
        "deadline": "Trước ngày 30/6",
    }
    assert client.post(url("task_new", version), task).status_code == 302
    row = version.tasks.get()
    assert [(unit.words, unit.unit) for unit in row.units.all()] == [
        ("VP", world.office),
        ("Đơn vị ngoài", None),
    ]
    assert (f"{row.last_due_on}", row.outputs) == ("2026-06-29", ["Báo cáo", "Danh mục"])
    target = {
        "text": "Đạt 98,5%", "kind": "rate", "comparator": ">=", "value": "98,5",
        "unit": "%", "area": "procedures", "tasks": [row.pk],
    }  # fmt: skip
    assert client.post(url("target_new", version), target).status_code == 302
    assert [*version.targets.get().tasks.all()] == [row]


def test_the_second_of_two_who_edit_a_task_is_told(world: World, signed_in: SignedIn) -> None:
    task = draft(world).tasks.all()[0]
    client, address = signed_in(world.an), reverse("plans:task_edit", args=(task.pk,))
    given = {"area": task.area, "text": "Sửa lần một", "version": task.version}
    assert client.post(address, given).status_code == 302
    answer = client.post(address, given | {"text": "Sửa lần hai"})
    assert (answer.status_code, "Người khác vừa sửa" in answer.content.decode()) == (409, True)
    task.refresh_from_db()
    assert task.text == "Sửa lần một"


def test_deadline_words_are_said_back_while_they_are_typed(
    world: World, signed_in: SignedIn
) -> None:
    address = reverse("plans:deadline") + "?deadline=Trước+ngày+30/11&nam=2026"
    text = page(signed_in(world.an), address)
    assert "Trước ngày 30/11/2026" in text
    assert "29/11/2026 (ngày nghỉ; ngày làm việc cuối: 27/11/2026)" in text


def test_two_versions_are_compared_word_by_word(world: World, signed_in: SignedIn) -> None:
    old = brought_to(world, State.ISSUED)
    client = signed_in(world.an)
    client.post(url("step", old, "sua-doi"), {"reason": "Điều chỉnh", "version": old.version})
    new = PlanVersion.objects.get(amends=old)
    first, second, *_ = new.tasks.all()
    given = {"area": second.area, "text": second.text, "deadline": "Trước ngày 15/12"}
    client.post(reverse("plans:task_edit", args=(second.pk,)), given)
    client.post(reverse("plans:task_remove", args=(first.pk,)), {"reason": "Trùng"})
    client.post(url("task_new", new), {"area": "other", "text": "Nhiệm vụ thêm"})
    text = page(client, url("compare", new))
    assert "Thêm 1 nhiệm vụ" in text
    assert "Bỏ 1 nhiệm vụ" in text
    assert "<del>30/11</del>" in text
    assert "<ins>15/12</ins>" in text
    assert "3 nhiệm vụ giữ nguyên" in text


def test_the_life_of_a_plan_on_the_screens(world: World, signed_in: SignedIn) -> None:
    version = draft(world)
    an, giang = signed_in(world.an), signed_in(world.giang)

    def step(client: Client, verb: str, **given: str) -> int:
        version.refresh_from_db()
        given["version"] = str(version.version)
        return client.post(url("step", version, verb), given).status_code

    assert step(an, "duyet") == 403
    assert step(an, "trinh") == 302
    assert step(giang, "tra-lai") == 422
    assert step(giang, "tra-lai", note="Thiếu sản phẩm") == 302
    assert "Thiếu sản phẩm" in page(an, url("version", version))
    assert step(an, "trinh") == 302
    assert step(giang, "duyet") == 302
    paper = {
        "number": "12", "symbol": "KH-SKHCN", "issued_on": "2026-01-15",
        "capacity": "deputy_for", "signer_title": "Phó Giám đốc", "signer_name": "Giang",
    }  # fmt: skip
    assert step(giang, "ban-hanh", **paper) == 403
    assert step(an, "ban-hanh", **{**paper, "issued_on": "2026-05-01"}) == 422
    assert step(an, "ban-hanh", **paper) == 302
    assert "Số 12/KH-SKHCN ngày 15/01/2026" in page(signed_in(world.binh), url("version", version))
    assert step(an, "ket-thuc") == 302


def test_a_unit_head_assigns_ends_and_hands_over_work(world: World, signed_in: SignedIn) -> None:
    version = brought_to(world, State.ISSUED)
    task = version.tasks.get(text__startswith="Đề xuất")
    client, address = signed_in(world.binh), reverse("plans:task", args=(task.pk,))
    given = {"unit": world.technology.pk, "user": world.binh.pk}
    assert client.post(reverse("plans:assign", args=(task.pk,)), given).status_code == 302
    assert "Trần Văn Bình" in page(client, address)
    again = client.post(reverse("plans:assign", args=(task.pk,)), given)
    assert (again.status_code, "đang được giao" in again.content.decode()) == (422, True)
    assignment = Plan.objects.get().assignments.get()
    ended = client.post(reverse("plans:end_assignment", args=(assignment.pk,)))
    assert ended.status_code == 302
    assert "đến 02/03/2026" in page(client, address)


def test_tasks_are_linked_to_the_parent_plan_and_the_rest_shows_as_open(
    world: World, signed_in: SignedIn
) -> None:
    parent = brought_to(world, State.ISSUED)
    child = draft(world, title="Kế hoạch của Chi cục", parent=parent.plan)
    client = signed_in(world.an)
    assert "Gợi ý" in page(client, url("links", child))
    mine, above = child.tasks.all()[0], parent.tasks.all()[0]
    client.post(url("links", child), {f"cap-tren-{mine.pk}": str(above.key)})
    text = page(client, reverse("plans:taken_up", args=(parent.plan_id,)))
    assert "<b>4</b> trên 5" in text
    only_open = page(client, reverse("plans:taken_up", args=(parent.plan_id,)) + "?chi=chua-nhan")
    assert above.text not in only_open.split("<tbody>")[1]


def test_last_years_plan_is_copied_on_the_screen(world: World, signed_in: SignedIn) -> None:
    last = brought_to(world, State.ISSUED)
    client, address = signed_in(world.an), reverse("plans:copy", args=(last.plan_id,))
    assert "Kế hoạch cải cách hành chính năm 2027" in page(client, address)
    first, second, *_ = last.tasks.all()
    given: dict[str, Any] = {
        "owner": world.department.pk, "kind": "annual", "year": 2027, "title": "Năm 2027",
        "mang": [first.pk, second.pk], f"ly-do-{first.pk}": "Chậm kinh phí",
    }  # fmt: skip
    answer = client.post(address, given)
    assert (answer.status_code, "Hãy ghi lý do chuyển tiếp" in answer.content.decode()) == (
        422,
        True,
    )
    assert client.post(address, given | {"common_reason": "Chuyển năm sau"}).status_code == 302
    reasons = (
        Plan.objects.get(year=2027).versions.get().tasks.values_list("carry_reason", flat=True)
    )
    assert [*reasons] == ["Chậm kinh phí", "Chuyển năm sau"]


def test_the_list_filters_plans(world: World, signed_in: SignedIn) -> None:
    brought_to(world, State.ISSUED)
    draft(world, title="Kế hoạch tuyên truyền", kind="publicity")
    client, address = signed_in(world.an), reverse("plans:list")
    assert "2 kế hoạch" in page(client, address)
    for query in ("?loai=publicity", "?tim=tuyen+truyen", "?tinh-trang=draft"):
        text = page(client, address + query)
        assert "1 kế hoạch" in text
        assert "Kế hoạch tuyên truyền" in text
    assert "Không có kế hoạch nào khớp" in page(client, address + "?nam=2019")


def test_the_list_begins_with_what_waits_for_the_person(world: World, signed_in: SignedIn) -> None:
    def waiting(person: User) -> str:
        text = page(signed_in(person), reverse("plans:list"))
        return text.split("Chờ bạn", 1)[1].split("</section>")[0] if "Chờ bạn" in text else ""

    version = draft(world)
    assert waiting(world.an) == waiting(world.giang) == ""
    brought_to(world, State.SUBMITTED, version)
    assert "chờ bạn duyệt hoặc trả lại" in waiting(world.giang)
    assert waiting(world.an) == waiting(world.binh) == ""
    an: dict[str, Any] = {"by": world.an, "on": TODAY}
    life.return_for_changes(by=world.giang, on=TODAY, version=version, note="Bổ sung")
    assert "chờ bạn sửa rồi trình lại" in waiting(world.an)
    life.submit(version=version, **an)
    life.approve(by=world.giang, on=TODAY, version=version)
    assert "chờ bạn lấy số và ban hành" in waiting(world.an)
    life.issue(version=version, imprint=imprint(), **an)
    assert waiting(world.an) == ""
    newer = life.amend(version=version, reason="Điều chỉnh", **an)
    life.submit(version=newer, **an)
    assert "bản 2" in waiting(world.giang), "an amendment waits though the plan is issued"


def test_a_new_plan_is_proposed_for_the_office_and_not_for_one_of_its_divisions(
    world: World, signed_in: SignedIn
) -> None:
    text = page(signed_in(world.an), reverse("plans:new"))
    assert f'<option value="{world.department.pk}" selected>' in text


def test_a_list_and_a_plan_take_few_queries_at_any_size(
    world: World, signed_in: SignedIn, django_assert_max_num_queries: Any
) -> None:
    version = brought_to(world, State.ISSUED)
    for number in range(4):
        brought_to(world, State.ISSUED, draft(world, title=f"Kế hoạch {number}"))
    assert facts_of(world.department)
    for person in (world.an, world.binh):
        client = signed_in(person)
        for address, most in (
            (reverse("plans:list"), 8),
            (reverse("plans:tasks"), 11),
            (url("version", version), 12),
            (url("version", version) + "?kieu=quy&ky=q1", 12),
            (reverse("plans:search") + "?tim=ke+hoach", 12),
        ):
            with django_assert_max_num_queries(most):
                page(client, address)

"""Makes the pictures of the guide: `make pictures` opens a demo office and photographs its screens.

The office stands in a temporary folder on a free port and on a fixed day: in March, when the year's
plan has just come, and in June, when work is done, due and late. A story of each is walked in
Chromium, as people would, and each stop on the way is one picture in `anh/`, in the fewest colours
that show it. Needs Chromium, and tesseract for the scanned plan; takes about three minutes.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urljoin

from openpyxl import load_workbook
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Locator, Page, sync_playwright

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PICTURES = HERE / "anh"
SAMPLES = ROOT / "samples"
MARCH, JUNE = "2026-03-02", "2026-06-10"
WIDE, NARROW = 1280, 360
MOST_BYTES = 150_000
_FLAGS = "--no-sandbox --disable-gpu --disable-background-networking --hide-scrollbars".split()
_COLOURS = (128, 64, 32, 16)


@contextmanager
def demo_office(data: Path, day: str) -> Iterator[str]:
    """Start `cchc serve` on an empty folder; give its address once it answers, stop it after."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    places = os.pathsep.join([str(ROOT / "src"), os.environ.get("PYTHONPATH", "")])
    env = os.environ | {"CCHC_DATA": str(data), "CCHC_TODAY": day, "PYTHONPATH": places}
    env.pop("DATABASE_URL", None)
    env.pop("DEMO", None)
    command = [sys.executable, "-m", "cchc.cli", "serve", "--port", str(port)]
    server = subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout is not None
        for line in server.stdout:
            if found := re.search(r"http://\S+", line):
                yield found[0]
                return
        raise SystemExit("The demo office did not start; run `make run` to see why.")
    finally:
        server.terminate()
        server.wait(30)


class Walk:
    """The people of the demo, each in a browser of their own, and the camera."""

    def __init__(self, browser: Browser, address: str, password: str) -> None:
        self.browser, self.address, self.password = browser, address, password
        self.contexts: dict[tuple[str, int], BrowserContext] = {}

    def page(self, name: str, path: str, width: int = WIDE, height: int = 900) -> Page:
        """Open a page as somebody (a sign-in name, or "" for a stranger)."""
        if (name, width) not in self.contexts:
            size = {"width": width, "height": height}
            made = self.browser.new_context(viewport=size, locale="vi-VN")  # type: ignore[arg-type]
            made.set_default_timeout(20_000)
            self.contexts[name, width] = made
            if name:
                self._sign_in(made.new_page(), name)
        page = self.contexts[name, width].new_page()
        page.set_viewport_size({"width": width, "height": height})
        page.goto(self.address + path)
        return page

    def _sign_in(self, page: Page, name: str) -> None:
        page.goto(f"{self.address}/dang-nhap/")
        page.get_by_label("Tên đăng nhập").fill(name)
        page.get_by_label("Mật khẩu", exact=True).fill(self.password)
        page.locator("main").get_by_role("button", name="Đăng nhập").click()
        page.wait_for_url(lambda address: "dang-nhap" not in address)
        page.close()


def keep(
    page: Page,
    name: str,
    *,
    upto: Locator | None = None,
    of: Locator | None = None,
    beside_menu: bool = False,
) -> None:
    """Save what is on screen: the window, down to the end of `upto`, without the menu, or `of`."""
    page.evaluate("document.activeElement?.blur()")
    page.wait_for_timeout(150)
    if of is not None:
        shot = of.screenshot()
    elif upto is not None:
        box = upto.bounding_box()
        assert box is not None
        size = page.viewport_size
        assert size is not None
        bottom = min(box["y"] + box["height"] + 16, 1200)
        clip = {"x": 0, "y": 0, "width": size["width"], "height": bottom}
        shot = page.screenshot(full_page=True, clip=clip)  # type: ignore[arg-type]
    elif beside_menu:
        menu = page.locator("nav.side").bounding_box()
        size = page.viewport_size
        assert menu is not None and size is not None
        left = menu["width"]
        clip = {"x": left, "y": 0, "width": size["width"] - left, "height": size["height"]}
        shot = page.screenshot(clip=clip)  # type: ignore[arg-type]
    else:
        shot = page.screenshot()
    _write(name, shot)


def _write(name: str, shot: bytes) -> None:
    """Write a picture in as many colours as its size allows."""
    image = Image.open(io.BytesIO(shot)).convert("RGB")
    for colours in _COLOURS:
        small = io.BytesIO()
        _in_few_colours(image, colours).save(small, "PNG", optimize=True)
        if small.tell() < MOST_BYTES:
            break
    else:
        raise SystemExit(f"{name}: {small.tell()} bytes; crop the picture.")
    (PICTURES / f"{name}.png").write_bytes(small.getvalue())
    print(f"{name}.png  {image.width}×{image.height}  {small.tell() // 1000} kB")


def _in_few_colours(image: Image.Image, colours: int) -> Image.Image:
    """Half of the colours are the commonest as they are: the grounds of a screen; the rest near."""
    counted = image.getcolors(image.width * image.height)
    assert counted is not None
    commonest = [colour for _, colour in sorted(counted, reverse=True)[: colours // 2]]
    near = image.quantize(colours - len(commonest), Image.Quantize.MAXCOVERAGE).getpalette()
    assert near is not None
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for colour in commonest for part in colour] + near)
    return image.quantize(palette=palette, dither=Image.Dither.NONE)


def seeing_the_plan(walk: Walk) -> None:
    """Signing in, the issued plan, its timeline, the account."""
    page = walk.page("", "/dang-nhap/")
    keep(page, "dang-nhap", upto=page.locator("main > p").last)
    page = walk.page("an", "/ke-hoach/1/")
    keep(page, "ke-hoach")
    page.locator("select[name=kieu]").select_option("Dòng thời gian")
    page.locator("table.timeline").wait_for()
    keep(page, "dong-thoi-gian", upto=page.locator("table.timeline tbody tr").nth(8))
    page = walk.page("an", "/ke-hoach/1/", width=NARROW, height=760)
    page.locator("tr.group").first.scroll_into_view_if_needed()
    page.evaluate("window.scrollTo(0, document.querySelector('.counts').offsetTop - 60)")
    keep(page, "ke-hoach-dien-thoai")
    page = walk.page("an", "/tai-khoan/")
    keep(page, "tai-khoan", upto=page.locator("section.s12").first)


def units_and_people(walk: Walk) -> None:
    """The tree, who may what, somebody's cover, an import with faults."""
    page = walk.page("quynh", "/don-vi/")
    keep(page, "cay-don-vi", upto=page.locator(".tree"))
    page.get_by_role("link", name="Sở Khoa học và Công nghệ").click()
    keep(page, "ai-duoc-lam-gi", of=page.locator("section[aria-labelledby=who]"))
    page.get_by_role("link", name="Nguyễn Thị An").first.click()
    keep(page, "nguoi-thay", upto=page.locator("section[aria-labelledby=stood]"))
    page = walk.page("quynh", "/don-vi/nhap/")
    page.get_by_label("Tệp Excel").set_input_files(
        {"name": "don_vi_va_nguoi.xlsx", "mimeType": "", "buffer": _register_with_faults(page)}
    )
    page.get_by_role("button", name="Kiểm tra").click()
    keep(page, "nhap-excel", upto=page.locator("section.card"))


def _register_with_faults(page: Page) -> bytes:
    """The register as the office gives it out, with two mistakes that people make."""
    given = page.request.get(page.url.replace("/nhap/", "/xuat.xlsx")).body()
    book = load_workbook(io.BytesIO(given))
    for sheet, wrong in (
        ("Đơn vị", {"Tên đơn vị": "Phòng Sở hữu trí tuệ", "Trực thuộc": "Sở Khoa học Công nghệ"}),
        ("Người", {"Họ và tên": "Lý Thu Hà", "Từ ngày": "31/02/2026"}),
    ):
        rows = book[sheet]
        headings = {str(cell.value).rstrip(" *"): cell.column for cell in rows[1]}
        last = max(cell.row for cell in rows["B"] if cell.value is not None)
        for heading, column in headings.items():
            copied = rows.cell(last, column).value if heading in ("Loại", "Vai trò") else None
            rows.cell(last + 1, column).value = wrong.get(heading, copied)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def reviewing(walk: Walk) -> None:
    """A scan taken in and read, its desk, a deadline in the making, the names of units."""
    page = walk.page("an", "/ban-ra-soat/moi/")
    scan = SAMPLES / "phuong_dong_thanh_2026_scan.pdf"
    page.get_by_label("Tệp của kế hoạch").set_input_files(scan)
    keep(page, "nhan-ke-hoach", upto=page.locator("main form"))
    page.get_by_role("button", name="Tải lên và đọc").click()
    page.locator("#progress progress[max]").wait_for(timeout=60_000)
    page.locator("#desk-state").wait_for(timeout=240_000)
    page.set_viewport_size({"width": WIDE, "height": 720})
    _go_to_a_doubt(page)
    keep(page, "ban-ra-soat", beside_menu=True)
    said = page.locator(".item.open [data-field=deadline] .said").get_attribute("href") or ""
    opened = urljoin(page.url, said).removeprefix(walk.address)
    page.locator(".item.open [data-field=deadline]").get_by_role("link", name="Sửa").click()
    page.get_by_label("Thời hạn, gõ bằng lời").fill("Trước ngày 30/11")
    page.locator(".understood", has_text="30/11/2026").wait_for()
    keep(page, "sua-thoi-han", of=page.locator(".item.open .value[data-field=deadline]"))
    page = walk.page("an", opened, width=NARROW, height=760)
    page.locator(".item.open .value[data-field=deadline]").wait_for()
    keep(page, "ban-ra-soat-dien-thoai")
    page = walk.page("an", "/ban-ra-soat/3/ten-don-vi/")
    keep(page, "ten-don-vi", upto=page.locator(".name-line").nth(3))


def _go_to_a_doubt(page: Page) -> None:
    """Step with the key J to a doubtful value of a task."""
    for _ in range(40):
        page.keyboard.press("j")
        page.wait_for_timeout(400)
        opened = page.locator(".item.open .value.now.asks[data-field=deadline]")
        if opened.count():
            return
    page.locator("section[aria-labelledby=part-task] .item .title a").nth(1).click()
    page.locator(".item.open [data-field=deadline] .said").click()
    page.wait_for_timeout(600)


def the_life_of_a_plan(walk: Walk) -> None:
    """A reading becomes a plan, is submitted, approved, issued; another is amended and compared."""
    page = walk.page("an", "/ke-hoach/xac-nhan/2/")
    keep(page, "xac-nhan", upto=page.locator("section.card").first)
    page.get_by_role("button", name="Xác nhận").click()
    draft = page.url.removeprefix(walk.address)
    keep(page, "du-thao", upto=page.locator("table.tasks tbody tr").nth(6))
    page.get_by_role("link", name="Trình duyệt").click()
    page.get_by_role("button", name="Trình duyệt").click()
    page = walk.page("giang", draft)
    page.get_by_role("link", name="Duyệt", exact=True).click()
    page.get_by_role("button", name="Duyệt", exact=True).click()
    page = walk.page("an", draft)
    page.get_by_role("link", name="Ban hành").click()
    keep(page, "ban-hanh", upto=page.locator("main .grid"))
    page = walk.page("an", "/ke-hoach/1/")
    page.get_by_role("link", name="Sửa đổi kế hoạch").click()
    page.get_by_label("Lý do").fill("Điều chỉnh thời hạn theo chỉ đạo của UBND tỉnh")
    page.get_by_role("button", name="Lập bản sửa đổi").click()
    for number, words in ((2, "Trước ngày 28/02/2026"), (5, "Trước ngày 20/12")):
        page.locator("tr", has=page.get_by_text(str(number), exact=True)).get_by_role(
            "link", name=f"Sửa nhiệm vụ {number}", exact=True
        ).click()
        page.get_by_label("Thời hạn").fill(words)
        page.get_by_role("button", name="Ghi nhiệm vụ").click()
    page.goto(f"{walk.address}/ke-hoach/1/ban/2/")
    page.get_by_role("link", name="So với bản trước").click()
    keep(page, "so-sanh", upto=page.locator("section.card").first)


def work_and_record(walk: Walk) -> None:
    """A head of unit gives a task to somebody; the office's record tells of it."""
    page = walk.page("binh", "/ke-hoach/1/ban/1/?don-vi=")
    unit = page.locator("select[name=don-vi]")
    unit.select_option(label="Phòng Quản lý Khoa học")
    page.locator("select[name=vai-tro]").select_option(label="Chủ trì")
    page.locator(".counts", has_text="trên").wait_for()
    page.locator("td.task a").first.click()
    page.get_by_label("Người thực hiện").select_option(label="Tạ Mỹ Xuân")
    page.get_by_role("button", name="Giao nhiệm vụ").click()
    keep(page, "nhiem-vu", upto=page.locator("section.card").nth(1))
    page = walk.page("giang", "/nhat-ky/")
    page.locator("details").first.locator("summary").click()
    keep(page, "nhat-ky", upto=page.locator("li.told").nth(3))


def daily_work(walk: Walk) -> None:
    """What a head of unit owes as list and board, one piece of it; what a coordinator sees to."""
    page = walk.page("viet", "/cong-viec/", height=1000)
    keep(page, "viec-cua-toi")
    page.locator(".work-row .what a").first.click()
    page.locator("#evidence-of[hx-get]").wait_for(state="detached")
    keep(page, "mot-viec")
    page = walk.page("an", "/cong-viec/?cua=don-vi&kieu=bang")
    keep(page, "viec-bang")
    page = walk.page("an", "/cong-viec/can-xu-ly/?phan=gia-han")
    keep(page, "can-xu-ly", upto=page.locator("main"))
    page = walk.page("an", "/cong-viec/giao-ban/?thang=2026-06", height=760)
    keep(page, "giao-ban")


def proving(walk: Walk) -> None:
    """The list of evidence, and one piece with its file beside what was read from it."""
    page = walk.page("an", "/minh-chung/", height=760)
    keep(page, "minh-chung")
    page.locator("main tbody tr", has_text="Văn bản").last.locator("a").first.click()
    page.wait_for_url(re.compile(r"/minh-chung/\d+/$"))
    keep(page, "mot-minh-chung")


def reminding(walk: Walk) -> None:
    """The rules of an office, and the units that it may chase."""
    page = walk.page("an", "/nhac-viec/quy-tac/")
    keep(page, "quy-tac-nhac", upto=page.locator("main form"))
    page = walk.page("an", "/nhac-viec/don-doc/")
    keep(page, "don-doc", upto=page.locator("main"))


def seeing_the_state(walk: Walk) -> None:
    """The overview of a leader, the rows behind a figure, the briefing, how far a target is."""
    page = walk.page("giang", "/tong-quan/", height=1150)
    keep(page, "tong-quan")
    page.locator("#theo-don-vi tr.sum td.late a").first.click()
    keep(page, "viec-sau-con-so", upto=page.locator("main"))
    page = walk.page("giang", "/tong-quan/bao-cao-nhanh/", height=1000)
    keep(page, "bao-cao-nhanh")
    page = walk.page("an", "/tong-quan/")
    page.locator("#chi-tieu tr", has_text="Chưa đạt").locator("td.task a").first.click()
    keep(page, "chi-tieu", upto=page.locator("#so-do"))


STORIES = {
    MARCH: [seeing_the_plan, units_and_people, reviewing, the_life_of_a_plan, work_and_record],
    JUNE: [daily_work, proving, reminding, seeing_the_state],
}


def main() -> None:
    """Walk both stories, or the parts named on the command line, and write the pictures anew."""
    for day, story in STORIES.items():
        asked = [part for part in story if part.__name__ in sys.argv[1:]]
        if asked or not sys.argv[1:]:
            _walk(day, asked or story)


def _walk(day: str, asked: list[Callable[[Walk], None]]) -> None:
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        raise SystemExit("Chromium is missing: apt-get install chromium")
    PICTURES.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as data,
        demo_office(Path(data), day) as address,
        sync_playwright() as driver,
    ):
        password = (Path(data) / "demo_password").read_text(encoding="utf-8")
        browser = driver.chromium.launch(executable_path=chromium, args=_FLAGS)
        walk = Walk(browser, address, password)
        for part in asked:
            part(walk)
        browser.close()


if __name__ == "__main__":
    main()

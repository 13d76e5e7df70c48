"""The two commands: ``python run.py`` opens the workbench, ``python run.py test`` checks the whole project.

Standard library only, and grammar that Python 3.7 can still read, so that an old Python is told so in Thai.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import importlib.util
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import webbrowser
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
APP = "requirements.txt"
TESTS = "requirements-dev.txt"
FIRST_PORT = 8501
START_LIMIT_S = 90
CLOSE_FIRST = "ปิดหน้าต่างโปรแกรมนี้ที่เปิดค้างอยู่ทุกหน้าต่าง (กด Ctrl+C) แล้วสั่งคำสั่งเดิมอีกครั้ง ข้อมูลที่เก็บไว้ไม่ถูกแตะต้อง"
THAI_FONTS = Path("/usr/share/fonts/truetype/tlwg")
BROWSER_COMMANDS = (
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome",
    "microsoft-edge", "microsoft-edge-stable", "msedge",
)  # fmt: skip
WINDOWS_BROWSERS = ("Microsoft/Edge/Application/msedge.exe", "Google/Chrome/Application/chrome.exe")
MAC_BROWSERS = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "Chromium.app/Contents/MacOS/Chromium",
)


class CannotRun(Exception):
    """Why neither command can go on, in Thai, with what to do."""


def say(text: str) -> None:
    """One line for the person at the keyboard, at once."""
    print(text, flush=True)


def child_environment(**more: str) -> dict[str, str]:
    """Environment of every child: UTF-8 on Windows consoles too, and no questions from installers."""
    quiet = {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_ROOT_USER_ACTION": "ignore", "PIP_NO_INPUT": "1"}
    return {**os.environ, **quiet, "PYTHONUTF8": "1", "DEBIAN_FRONTEND": "noninteractive", **more}


def call(command: Sequence[str], **more: str) -> int:
    """Run one command in the project folder and give its exit status; a missing program is 127."""
    try:
        return subprocess.run(
            command, cwd=ROOT, env=child_environment(**more), stdin=subprocess.DEVNULL, check=False
        ).returncode
    except OSError as fault:
        say(f"{command[0]}: {fault}")
        return 127


def answer(command: Sequence[str]) -> str:
    """What a short command prints, or nothing when it fails."""
    try:
        done = subprocess.run(
            command,
            cwd=ROOT,
            env=child_environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
    except OSError:
        return ""
    return done.stdout.decode("utf-8", "replace").strip() if done.returncode == 0 else ""


def has_module(name: str) -> bool:
    """Debian's own Python comes without ensurepip and pip until their packages are installed."""
    importlib.invalidate_caches()
    return importlib.util.find_spec(name) is not None


def python_of(venv: Path) -> Path:
    """The interpreter inside a virtual environment."""
    return venv / "Scripts" / "python.exe" if os.name == "nt" else venv / "bin" / "python"


def fingerprint(root: Path, requirements: str) -> str:
    """Python version and a hash of the requirement files that decide what is installed."""
    names = (APP,) if requirements == APP else (APP, TESTS)
    digest = hashlib.sha256()
    for name in names:
        digest.update((root / name).read_bytes())
    return f"{sys.version_info.major}.{sys.version_info.minor} {digest.hexdigest()}"


def stamp_of(venv: Path, requirements: str) -> Path:
    """Where a finished installation is noted."""
    return venv / f"{requirements}.installed"


def is_installed(root: Path, venv: Path, requirements: str) -> bool:
    """Whether exactly these requirements were installed completely before."""
    stamp = stamp_of(venv, requirements)
    return (
        python_of(venv).exists()
        and stamp.is_file()
        and stamp.read_text(encoding="utf-8") == fingerprint(root, requirements)
    )


def note_installed(root: Path, venv: Path, requirements: str) -> None:
    """Write the stamp; what the tests need includes what the workbench needs."""
    for name in {APP, requirements}:
        stamp_of(venv, name).write_text(fingerprint(root, name), encoding="utf-8")


def is_usable(venv: Path) -> bool:
    """Whether a virtual environment runs and is of the Python that runs this script."""
    if not python_of(venv).exists():
        return False
    version = answer([str(python_of(venv)), "-c", "import sys; print(*sys.version_info[:2])"])
    return version == f"{sys.version_info.major} {sys.version_info.minor}"


def is_in_use(venv: Path) -> bool:
    """Whether an open program holds a part of it; Windows then lets nobody write to that file."""
    for part in venv.rglob("*.pyd"):
        try:
            part.open("r+b").close()
        except PermissionError:
            return True
        except OSError:
            continue
    return False


def ways_to_install(
    venv: Path, requirements: str, *, uv: str | None, has_ensurepip: bool, has_pip: bool, usable: bool
) -> list[list[list[str]]]:
    """Every way this computer offers, best first; a way is a list of commands that must all succeed."""
    inside = str(python_of(venv))
    make = [sys.executable, "-m", "venv", str(venv)]
    ways: list[list[list[str]]] = []
    if uv:
        made = [] if usable else [[uv, "venv", "--quiet", "--python", sys.executable, str(venv)]]
        ways.append([*made, [uv, "pip", "install", "--quiet", "--python", inside, "-r", requirements]])
    if has_ensurepip:
        with_uv = [inside, "-m", "uv", "pip", "install", "--quiet", "--python", inside, "-r", requirements]
        ways.append([make, [inside, "-m", "pip", "install", "--quiet", "uv"], with_uv])
        ways.append([make, [inside, "-m", "pip", "install", "--quiet", "-r", requirements]])
    if has_pip:
        outer = [sys.executable, "-m", "pip", "--python", inside, "install", "--quiet", "-r", requirements]
        ways.append([[*make, "--without-pip"], outer])
    return ways


def apt_prefix() -> list[str] | None:
    """How apt-get may be called without asking anybody, or None where it may not."""
    if not shutil.which("apt-get"):
        return None
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return ["apt-get"]
    if shutil.which("sudo") and call(["sudo", "-n", "true"]) == 0:
        return ["sudo", "-n", "apt-get"]
    return None


def apt_install(packages: Sequence[str]) -> bool:
    """Install Debian packages where that is allowed; the package lists are refreshed first."""
    apt = apt_prefix()
    if apt is None or not packages:
        return False
    say(f"กำลังติดตั้งโปรแกรมของระบบ: {' '.join(packages)}")
    if call([*apt, "update", "-qq"]):
        say("อ่านรายการแพ็กเกจใหม่ไม่ครบ จะใช้รายการเดิมของเครื่อง")
    quiet = ["-o", "Dpkg::Use-Pty=0"]
    return call([*apt, "install", "-y", "-qq", *quiet, "--no-install-recommends", *packages]) == 0


def try_ways(requirements: str) -> bool:
    """Take the first way that reaches the end."""
    ways = ways_to_install(
        VENV,
        requirements,
        uv=shutil.which("uv"),
        has_ensurepip=has_module("ensurepip"),
        has_pip=has_module("pip"),
        usable=is_usable(VENV),
    )
    return any(all(call(command) == 0 for command in way) for way in ways)


def install(requirements: str) -> Path:
    """Bring .venv to the stated requirements; does nothing when they are already there."""
    if is_installed(ROOT, VENV, requirements):
        return python_of(VENV)
    say("กำลังเตรียมส่วนประกอบของโปรแกรม ต้องต่ออินเทอร์เน็ต ใช้เวลาไม่กี่นาที ครั้งต่อไปจะข้ามขั้นนี้")
    if VENV.exists() and not is_usable(VENV):
        try:
            shutil.rmtree(VENV)
        except OSError as fault:
            # Windows keeps the files of a running program locked.
            raise CannotRun(f"ลบส่วนประกอบรุ่นเก่าไม่ได้: {fault.filename or VENV}\n{CLOSE_FIRST}") from fault
    venv_package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    if not try_ways(requirements) and not (
        not has_module("ensurepip") and apt_install([venv_package]) and try_ways(requirements)
    ):
        todo = "ตรวจการต่ออินเทอร์เน็ต แล้วสั่งคำสั่งเดิมอีกครั้ง ส่วนที่ติดตั้งไปแล้วไม่เสียหาย"
        if not has_module("ensurepip") and shutil.which("apt-get"):
            todo = f"พิมพ์  sudo apt-get install -y {venv_package}  แล้วสั่งคำสั่งเดิมอีกครั้ง"
        if is_in_use(VENV):
            todo = CLOSE_FIRST
        raise CannotRun(f"ติดตั้งส่วนประกอบตาม {requirements} ไม่สำเร็จ\n{todo}")
    note_installed(ROOT, VENV, requirements)
    return python_of(VENV)


def installed_browser(
    environment: Mapping[str, str], which: Callable[[str], str | None], *, system: str = sys.platform
) -> str | None:
    """A Chromium, Chrome or Edge that is already on this computer.

    Raises:
        CannotRun: BROWSER_PATH names a file that does not exist.
    """
    chosen = environment.get("BROWSER_PATH")
    if chosen:
        if not Path(chosen).is_file():
            raise CannotRun(f"ไม่พบเบราว์เซอร์ที่ BROWSER_PATH ระบุไว้: {chosen}\nแก้ที่อยู่ไฟล์ หรือลบค่านี้ออก")
        return chosen
    for name in BROWSER_COMMANDS:
        found = which(name)
        if found:
            return found
    places: list[Path] = []
    if system == "win32":
        folders = [environment.get(key) for key in ("ProgramFiles(x86)", "ProgramFiles", "LOCALAPPDATA")]
        places = [Path(folder) / name for folder in folders if folder for name in WINDOWS_BROWSERS]
    elif system == "darwin":
        folders = ["/Applications", str(Path(environment.get("HOME", "/")) / "Applications")]
        places = [Path(folder) / name for folder in folders if folder for name in MAC_BROWSERS]
    return next((str(place) for place in places if place.is_file()), None)


def playwright_browser(python: Path) -> str | None:
    """The Chromium that Playwright keeps for itself, if it is there."""
    code = (
        "from playwright.sync_api import sync_playwright as start\n"
        "with start() as playwright: print(playwright.chromium.executable_path)"
    )
    path = answer([str(python), "-c", code])
    return path if path and Path(path).is_file() else None


def debian_packages(
    which: Callable[[str], str | None], fonts: Path, *, needs_browser: bool, in_ci: bool
) -> list[str]:
    """Debian packages still missing for pictures of pages and documents; none unless asked for."""
    if not (needs_browser or in_ci):
        return []
    packages = ["chromium"] if needs_browser else []
    if not fonts.is_dir():
        packages.append("fonts-thai-tlwg")
    if not which("pdftotext"):
        packages.append("poppler-utils")
    if not which("soffice"):
        packages += ["libreoffice-writer", "libreoffice-calc"]
    return packages


def find_browser(python: Path, *, wanted: bool) -> str | None:
    """A browser for the tests, fetched if need be; also the Debian programs the document tests look with.

    Raises:
        CannotRun: a browser is wanted and cannot be had.
    """
    found = (installed_browser(os.environ, shutil.which) or playwright_browser(python)) if wanted else None
    in_ci = os.environ.get("CI", "").lower() in ("1", "true", "yes")
    # apt comes before Playwright's download: on a bare Debian the downloaded Chromium lacks system
    # libraries and Thai fonts, so it would be found and then not start.
    apt_install(debian_packages(shutil.which, THAI_FONTS, needs_browser=wanted and not found, in_ci=in_ci))
    if not wanted or found:
        return found
    found = installed_browser(os.environ, shutil.which)
    if not found and call([str(python), "-m", "playwright", "install", "chromium"]) == 0:
        found = playwright_browser(python)
    if not found:
        raise CannotRun(
            "ไม่พบเบราว์เซอร์สำหรับการทดสอบ และติดตั้งให้ไม่ได้\n"
            "ติดตั้ง Chrome, Edge หรือ Chromium แล้วสั่งใหม่ ระบุที่อยู่ด้วย BROWSER_PATH "
            "หรือเว้นการทดสอบส่วนนี้ด้วย --no-browser"
        )
    return found


def free_port(first: int) -> int:
    """The first port from ``first`` on that nobody listens on at 127.0.0.1."""
    for port in range(first, first + 100):
        with socket.socket() as probe:
            if os.name == "posix":
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            with contextlib.suppress(OSError):
                probe.bind(("127.0.0.1", port))
                return port
    raise CannotRun(f"ช่องทาง {first} ถึง {first + 99} ของเครื่องถูกใช้อยู่ทั้งหมด\nปิดโปรแกรมอื่น หรือระบุ --port")


def needs_sample(python: Path) -> bool:
    """Whether this PC's own database is the one in use and does not exist yet."""
    code = (
        "from lib.settings import default_database_path as p, default_database_url as u\n"
        "print(u().endswith(p().as_posix()) and not p().exists())"
    )
    return answer([str(python), "-c", code]) == "True"


def wait_until_healthy(server: subprocess.Popen[bytes], url: str) -> None:
    """Return when the server answers; an office's web proxy must not be asked for 127.0.0.1."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    until = time.monotonic() + START_LIMIT_S
    while time.monotonic() < until and server.poll() is None:
        try:
            with opener.open(f"{url}/_stcore/health", timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise CannotRun("เปิดโปรแกรมไม่สำเร็จ ข้อมูลที่เก็บไว้ไม่ถูกแตะต้อง\nดูข้อความด้านบน แล้วสั่งคำสั่งเดิมอีกครั้ง")


def start(arguments: Sequence[str]) -> int:
    """Open the workbench and stay until Ctrl+C."""
    parser = argparse.ArgumentParser(prog="run.py", description="เปิดโต๊ะวิเคราะห์ ก.ต.ป.น. บนเครื่องนี้")
    parser.add_argument("--no-open", action="store_true", help="ไม่เปิดเบราว์เซอร์ให้")
    parser.add_argument("--port", type=int, help=f"ช่องทางที่ใช้ (ปกติ {FIRST_PORT} หรือช่องถัดไปที่ว่าง)")
    chosen = parser.parse_args(arguments)
    python = install(APP)
    if needs_sample(python):
        say("กำลังนำข้อมูลตัวอย่างของสำนักงานสมมุติเข้า")
        if call([str(python), "-m", "lib", "demo"]):
            say("นำข้อมูลตัวอย่างเข้าไม่สำเร็จ โปรแกรมจะเปิดโดยไม่มีข้อมูลตัวอย่าง")
    port = free_port(chosen.port or FIRST_PORT)
    if chosen.port and port != chosen.port:
        raise CannotRun(f"ช่องทาง {chosen.port} ถูกใช้อยู่\nระบุช่องอื่น หรือไม่ต้องใส่ --port")
    options = ["--server.address", "127.0.0.1", "--server.port", str(port), "--logger.level", "warning"]
    server = subprocess.Popen(
        [str(python), "-m", "lib.ui.server", *options],
        cwd=ROOT,
        env=child_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )
    url = f"http://127.0.0.1:{port}"
    try:
        wait_until_healthy(server, url)
        say(f"เปิดโปรแกรมแล้วที่  {url}  ปิดด้วย Ctrl+C")
        if not chosen.no_open:
            webbrowser.open(url)
        return server.wait()
    except KeyboardInterrupt:
        return 0
    finally:
        server.terminate()
        server.wait()


def test(arguments: Sequence[str]) -> int:
    """Format, lint, types and every test; the exit status is the worst of them."""
    with_browser = "--no-browser" not in arguments
    python = install(TESTS)
    browser = find_browser(python, wanted=with_browser)
    marks = "not benchmark" if with_browser else "not benchmark and not browser"
    chosen = [word for word in arguments if word != "--no-browser"]
    checks = {
        "รูปแบบ": ["ruff", "format", "--check", "."],
        "ข้อห้าม": ["ruff", "check", "."],
        "ชนิดข้อมูล": ["mypy"],
        # Files side by side, one process per core: the tests of one file share what they set up.
        "การทดสอบ": ["pytest", "-n", "auto", "--dist", "loadfile", "-m", marks, *chosen],
    }
    told = {"BROWSER_PATH": browser} if browser else {}
    results = {name: call([str(python), "-m", *words], **told) for name, words in checks.items()}
    for name, status in results.items():
        say(f"{name}: {'ผ่าน' if status == 0 else f'ไม่ผ่าน ({status})'}")
    return max(abs(status) for status in results.values())


def main(arguments: Sequence[str]) -> int:
    """Choose the command; every expected fault ends as one Thai message."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    if sys.version_info < (3, 11):  # noqa: UP036 - this file is what an older Python gets to read
        say(f"ต้องใช้ Python 3.11 ขึ้นไป แต่ตัวที่เรียกเป็น {sys.version.split()[0]} ({sys.executable})")
        say("ติดตั้งรุ่นใหม่จาก python.org หรือร้านแอปของเครื่อง แล้วสั่งคำสั่งเดิมอีกครั้ง")
        return 1
    # A stop request from outside ends the server the same quiet way as Ctrl+C.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        return test(arguments[1:]) if arguments[:1] == ["test"] else start(arguments)
    except CannotRun as reason:
        say(str(reason))
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

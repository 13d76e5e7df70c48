"""The two commands: how they decide, without network and without installing anything."""

import ast
import os
import socket
import stat
import subprocess
import sys
from pathlib import Path

import pytest

import run

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with the two requirement files and a virtual environment that seems complete."""
    (tmp_path / "requirements.txt").write_text("pandas\n", encoding="utf-8")
    (tmp_path / "requirements-dev.txt").write_text("-r requirements.txt\npytest\n", encoding="utf-8")
    python = run.python_of(tmp_path / ".venv")
    python.parent.mkdir(parents=True)
    python.touch()
    return tmp_path


def made_program(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("#!/bin/sh\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def nowhere(name: str) -> None:
    return None


def test_an_old_python_can_read_the_file_far_enough_to_be_told() -> None:
    ast.parse((ROOT / "run.py").read_text(encoding="utf-8"), feature_version=(3, 7))


def test_an_old_python_is_told_in_thai_and_ends_with_1(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    assert run.main([]) == 1
    assert "ต้องใช้ Python 3.11 ขึ้นไป" in capsys.readouterr().out


def test_nothing_counts_as_installed_before_the_stamp_is_written(project: Path) -> None:
    assert not run.is_installed(project, project / ".venv", run.APP)
    run.note_installed(project, project / ".venv", run.APP)
    assert run.is_installed(project, project / ".venv", run.APP)


def test_the_stamp_of_the_tests_covers_the_workbench_but_not_the_other_way_round(project: Path) -> None:
    run.note_installed(project, project / ".venv", run.APP)
    assert not run.is_installed(project, project / ".venv", run.TESTS)
    run.note_installed(project, project / ".venv", run.TESTS)
    assert run.is_installed(project, project / ".venv", run.APP)
    assert run.is_installed(project, project / ".venv", run.TESTS)


@pytest.mark.parametrize("requirements", ["requirements.txt", "requirements-dev.txt"])
def test_a_changed_requirement_is_installed_again(project: Path, requirements: str) -> None:
    run.note_installed(project, project / ".venv", run.TESTS)
    (project / "requirements.txt").write_text("pandas>=3\n", encoding="utf-8")
    assert not run.is_installed(project, project / ".venv", requirements)


def test_a_stamp_of_another_python_is_not_believed(project: Path) -> None:
    run.note_installed(project, project / ".venv", run.APP)
    stamp = run.stamp_of(project / ".venv", run.APP)
    digest = stamp.read_text(encoding="utf-8").split()[1]
    stamp.write_text(f"3.10 {digest}", encoding="utf-8")
    assert not run.is_installed(project, project / ".venv", run.APP)


def test_a_stamp_without_its_interpreter_is_not_believed(project: Path) -> None:
    run.note_installed(project, project / ".venv", run.APP)
    run.python_of(project / ".venv").unlink()
    assert not run.is_installed(project, project / ".venv", run.APP)


def test_a_finished_installation_starts_no_program(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commands: list[list[str]] = []
    monkeypatch.setattr(run, "ROOT", project)
    monkeypatch.setattr(run, "VENV", project / ".venv")
    monkeypatch.setattr(run, "call", lambda command, **_: commands.append(command))
    run.note_installed(project, project / ".venv", run.APP)
    assert run.install(run.APP) == run.python_of(project / ".venv")
    assert commands == []


def test_uv_is_the_first_way_and_pip_waits_behind_it(tmp_path: Path) -> None:
    ways = run.ways_to_install(
        tmp_path, run.APP, uv="/opt/uv", has_ensurepip=True, has_pip=True, usable=False
    )
    tools = [" ".join(way[-1]) for way in ways]
    assert len(tools) == 4
    assert tools[0].startswith("/opt/uv pip install")
    assert "-m uv pip install" in tools[1]
    assert "-m pip install" in tools[2]
    assert f"{sys.executable} -m pip --python" in tools[3]
    assert "--without-pip" in ways[3][0]


def test_uv_does_not_make_a_usable_environment_again(tmp_path: Path) -> None:
    ways = run.ways_to_install(
        tmp_path, run.APP, uv="/opt/uv", has_ensurepip=False, has_pip=False, usable=True
    )
    assert [command[:2] for way in ways for command in way] == [["/opt/uv", "pip"]]


def test_without_ensurepip_the_outer_pip_installs_from_outside(tmp_path: Path) -> None:
    ways = run.ways_to_install(tmp_path, run.APP, uv=None, has_ensurepip=False, has_pip=True, usable=False)
    assert len(ways) == 1
    assert ways[0][0][-1] == "--without-pip"
    assert str(run.python_of(tmp_path)) in ways[0][1]


def test_a_bare_debian_python_offers_no_way_by_itself(tmp_path: Path) -> None:
    assert (
        run.ways_to_install(tmp_path, run.APP, uv=None, has_ensurepip=False, has_pip=False, usable=False)
        == []
    )


def test_a_bare_python_that_may_not_use_apt_is_told_the_one_line_to_type(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "ROOT", project)
    monkeypatch.setattr(run, "VENV", project / ".venv")
    monkeypatch.setattr(run, "is_usable", lambda _: False)
    monkeypatch.setattr(run, "has_module", lambda _: False)
    monkeypatch.setattr(run, "apt_prefix", lambda: None)
    monkeypatch.setattr(run.shutil, "which", lambda name: "/usr/bin/apt-get" if name == "apt-get" else None)
    with pytest.raises(run.CannotRun, match=r"sudo apt-get install -y python3\.\d+-venv"):
        run.install(run.APP)
    assert not run.is_installed(project, project / ".venv", run.APP)


def test_the_next_way_is_taken_when_one_fails(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[str] = []

    def call(command: list[str], **_: str) -> int:
        called.append(" ".join(command))
        return int(command[0] == "/opt/uv")

    monkeypatch.setattr(run, "ROOT", project)
    monkeypatch.setattr(run, "VENV", project / ".venv")
    monkeypatch.setattr(run, "is_usable", lambda _: True)
    monkeypatch.setattr(run, "has_module", lambda _: True)
    monkeypatch.setattr(run.shutil, "which", lambda name: "/opt/uv" if name == "uv" else None)
    monkeypatch.setattr(run, "call", call)
    run.install(run.APP)
    assert called[0].startswith("/opt/uv pip install")
    assert "-m uv pip install" in called[-1]
    assert run.is_installed(project, project / ".venv", run.APP)


def test_apt_reads_the_package_lists_before_it_installs(monkeypatch: pytest.MonkeyPatch) -> None:
    words: list[str] = []
    monkeypatch.setattr(run, "apt_prefix", lambda: ["apt-get"])
    monkeypatch.setattr(run, "call", lambda command, **_: words.append(" ".join(command)) or 0)
    assert run.apt_install(["chromium"])
    assert [line.split()[1] for line in words] == ["update", "install"]
    assert "--no-install-recommends" in words[1]


def test_the_browser_named_by_the_person_wins(tmp_path: Path) -> None:
    mine = made_program(tmp_path / "my-browser")
    found = run.installed_browser({"BROWSER_PATH": str(mine)}, lambda name: f"/usr/bin/{name}")
    assert found == str(mine)


def test_a_named_browser_that_is_absent_is_said_so_instead_of_replaced(tmp_path: Path) -> None:
    with pytest.raises(run.CannotRun, match="BROWSER_PATH"):
        run.installed_browser({"BROWSER_PATH": str(tmp_path / "gone")}, lambda name: f"/usr/bin/{name}")


def test_a_browser_on_the_path_comes_before_program_files(tmp_path: Path) -> None:
    made_program(tmp_path / run.WINDOWS_BROWSERS[0])
    found = run.installed_browser(
        {"ProgramFiles": str(tmp_path)},
        lambda name: "C:/chrome.exe" if name == "chrome" else None,
        system="win32",
    )
    assert found == "C:/chrome.exe"


def test_windows_finds_the_edge_it_came_with(tmp_path: Path) -> None:
    edge = made_program(tmp_path / "x86" / run.WINDOWS_BROWSERS[0])
    made_program(tmp_path / "x64" / run.WINDOWS_BROWSERS[1])
    folders = {"ProgramFiles(x86)": str(tmp_path / "x86"), "ProgramFiles": str(tmp_path / "x64")}
    assert run.installed_browser(folders, nowhere, system="win32") == str(edge)


def test_macos_finds_a_browser_in_the_persons_own_applications(tmp_path: Path) -> None:
    chrome = made_program(tmp_path / "Applications" / run.MAC_BROWSERS[0])
    assert run.installed_browser({"HOME": str(tmp_path)}, nowhere, system="darwin") == str(chrome)


def test_no_browser_anywhere_is_nothing_found() -> None:
    assert run.installed_browser({}, nowhere, system="linux") is None


def test_a_bare_debian_gets_browser_fonts_and_office_programs(tmp_path: Path) -> None:
    assert run.debian_packages(nowhere, tmp_path / "none", needs_browser=True, in_ci=False) == [
        "chromium",
        "fonts-thai-tlwg",
        "poppler-utils",
        "libreoffice-writer",
        "libreoffice-calc",
    ]


def test_continuous_integration_gets_the_document_programs_even_without_a_browser(tmp_path: Path) -> None:
    packages = run.debian_packages(nowhere, tmp_path, needs_browser=False, in_ci=True)
    assert packages == ["poppler-utils", "libreoffice-writer", "libreoffice-calc"]


def test_a_person_who_has_a_browser_is_not_given_packages(tmp_path: Path) -> None:
    assert run.debian_packages(nowhere, tmp_path / "none", needs_browser=False, in_ci=False) == []


@pytest.fixture
def no_browser_to_be_had(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setattr(run, "installed_browser", lambda *_: None)
    monkeypatch.setattr(run, "playwright_browser", lambda _: None)
    monkeypatch.setattr(run, "apt_prefix", lambda: None)
    monkeypatch.setattr(run, "call", lambda *_, **__: 1)


@pytest.mark.usefixtures("no_browser_to_be_had")
def test_a_wanted_browser_that_cannot_be_had_stops_the_tests() -> None:
    with pytest.raises(run.CannotRun, match="--no-browser"):
        run.find_browser(Path("python"), wanted=True)


@pytest.mark.usefixtures("no_browser_to_be_had")
def test_an_unwanted_browser_is_not_looked_for() -> None:
    assert run.find_browser(Path("python"), wanted=False) is None


def checks_called(
    monkeypatch: pytest.MonkeyPatch, arguments: list[str], statuses: dict[str, int]
) -> tuple[int, list[list[str]]]:
    called: list[list[str]] = []

    def call(command: list[str], **_: str) -> int:
        called.append(command[2:])
        return statuses.get(command[2], 0)

    monkeypatch.setattr(run, "install", lambda _: Path("python"))
    monkeypatch.setattr(run, "find_browser", lambda _, *, wanted: "/usr/bin/chromium" if wanted else None)
    monkeypatch.setattr(run, "call", call)
    return run.test(arguments), called


def test_every_check_runs_even_after_one_failed_and_the_worst_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    status, called = checks_called(monkeypatch, [], {"ruff": 1, "mypy": 2})
    assert [words[:2] for words in called] == [
        ["ruff", "format"],
        ["ruff", "check"],
        ["mypy"],
        ["pytest", "-n"],
    ]
    assert status == 2


def test_a_check_ended_by_a_signal_is_not_taken_for_success(monkeypatch: pytest.MonkeyPatch) -> None:
    status, _ = checks_called(monkeypatch, [], {"pytest": -9})
    assert status == 9


def test_no_browser_leaves_out_its_tests_and_passes_the_other_words_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _, called = checks_called(monkeypatch, ["tests/thai", "--no-browser", "-x"], {})
    assert called[-1][-4:] == ["-m", "not benchmark and not browser", "tests/thai", "-x"]


def test_a_port_in_use_is_passed_over() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port: int = taken.getsockname()[1]
        assert run.free_port(port) > port


def test_children_write_utf_8_whatever_the_console_says() -> None:
    assert run.child_environment(BROWSER_PATH="x")["PYTHONUTF8"] == "1"
    assert run.child_environment(BROWSER_PATH="x")["BROWSER_PATH"] == "x"


def test_the_sample_is_loaded_only_into_a_new_database_of_this_pc(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("KTPN_DATABASE", raising=False)
    monkeypatch.setenv("KTPN_DATA_DIR", str(tmp_path))
    assert run.needs_sample(Path(sys.executable))
    (tmp_path / "office.sqlite3").touch()
    assert not run.needs_sample(Path(sys.executable))


def test_the_sample_never_goes_into_a_database_somebody_chose(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KTPN_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("KTPN_DATABASE", "postgresql+psycopg://office/ktpn")
    assert not run.needs_sample(Path(sys.executable))


def test_a_server_that_ends_at_once_is_reported_not_waited_for() -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as server:
        server.wait()
        with pytest.raises(run.CannotRun, match="เปิดโปรแกรมไม่สำเร็จ"):
            run.wait_until_healthy(server, "http://127.0.0.1:9")


@pytest.mark.skipif(os.name == "nt", reason="Windows does not run .ci/run")
def test_continuous_integration_calls_the_same_command_as_people() -> None:
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert script.read_text(encoding="utf-8").splitlines()[-1].endswith("exec python3 run.py test")


def test_an_old_environment_that_is_in_use_is_told_as_that(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(path: Path) -> None:
        raise PermissionError(13, "in use", str(path / "python.exe"))

    monkeypatch.setattr(run, "ROOT", project)
    monkeypatch.setattr(run, "VENV", project / ".venv")
    monkeypatch.setattr(run, "is_usable", lambda _: False)
    monkeypatch.setattr(run.shutil, "rmtree", locked)
    with pytest.raises(run.CannotRun, match=r"python\.exe\nปิดหน้าต่างโปรแกรมนี้"):
        run.install(run.APP)


def test_a_locked_part_is_not_blamed_on_the_internet(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    part = project / ".venv" / "core.pyd"
    part.touch()
    assert not run.is_in_use(project / ".venv")
    opened = Path.open

    def locked(path: Path, mode: str = "r", **more: str) -> object:
        if path == part:
            raise PermissionError(13, "in use", str(path))
        return opened(path, mode, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", locked)
    monkeypatch.setattr(run, "ROOT", project)
    monkeypatch.setattr(run, "VENV", project / ".venv")
    monkeypatch.setattr(run, "is_usable", lambda _: True)
    monkeypatch.setattr(run, "try_ways", lambda _: False)
    monkeypatch.setattr(run, "has_module", lambda _: True)
    with pytest.raises(run.CannotRun, match="ปิดหน้าต่างโปรแกรมนี้") as told:
        run.install(run.APP)
    assert "อินเทอร์เน็ต" not in str(told.value)

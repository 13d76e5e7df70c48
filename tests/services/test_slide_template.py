"""The office's own PowerPoint template: refused in words, used from then on, dropped again."""

import io

import pytest
from pptx import Presentation

from lib.errors import EditConflict, RefusedFile
from lib.services.slide_template import (
    check_slide_file,
    drop_slide_template,
    keep_slide_template,
    load_slide_template,
    slide_template,
)
from lib.storage.engine import Store, open_store


@pytest.fixture
def store(database_url: str) -> Store:
    return open_store(database_url)


def template() -> bytes:
    stream = io.BytesIO()
    Presentation().save(stream)
    return stream.getvalue()


def test_an_office_starts_with_the_workbenchs_own(store: Store) -> None:
    assert load_slide_template(store).record is None
    assert slide_template(store) is None


def test_a_template_is_used_until_it_is_dropped(store: Store) -> None:
    given = template()
    keep_slide_template(store, given, "แบบของเขต.pptx", seen_version=0, by="ก")
    kept = load_slide_template(store)
    assert kept.record is not None
    assert kept.record.file_name == "แบบของเขต.pptx"
    assert slide_template(store) == given
    drop_slide_template(store, seen_version=kept.version, by="ก")
    assert slide_template(store) is None


def test_what_is_no_presentation_is_refused_and_changes_nothing(store: Store) -> None:
    with pytest.raises(RefusedFile, match="PowerPoint"):
        keep_slide_template(store, b"%PDF-1.7", "x.pptx", seen_version=0, by="ก")
    assert load_slide_template(store).version == 0


def test_the_second_editor_is_told(store: Store) -> None:
    keep_slide_template(store, template(), "หนึ่ง.pptx", seen_version=0, by="ก")
    with pytest.raises(EditConflict):
        keep_slide_template(store, template(), "สอง.pptx", seen_version=0, by="ข")


def test_a_file_beyond_50_megabytes_is_refused() -> None:
    with pytest.raises(RefusedFile, match="50 MB"):
        check_slide_file(b"PK" + bytes(50_000_001))

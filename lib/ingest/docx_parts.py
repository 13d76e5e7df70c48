"""Parts of a Word file as trees, whichever form of the standard it was saved in; runs in the reader child."""

import zipfile
from typing import Final

from lxml import etree
from lxml.etree import _Element

from lib.domain.office_xml import to_transitional
from lib.ingest.content_types import Relation, find_main_part, read_relations
from lib.ingest.refusals import make_refusal
from lib.ingest.workbook_parts import find_part

MAIN_PART: Final = "word/document.xml"


class DocxParts:
    """The main part of an open archive and what belongs to it."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.archive = archive
        self.main = find_main_part(archive, MAIN_PART)
        self.relations = read_relations(archive, self.main)

    def root(self, part: str) -> _Element:
        """A part as a tree.

        Raises:
            RefusedFile: F11 for one that is absent or not well formed.
        """
        # The door has seen that no part has a DTD; these settings are the second lock.
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            return etree.fromstring(to_transitional(self.archive.read(part)), parser)
        except (KeyError, etree.XMLSyntaxError) as error:
            raise make_refusal("F11", part=part) from error

    def of_kind(self, kind: str) -> tuple[Relation, ...]:
        """Relations of the main part by the last step of their type, such as ``header``."""
        return tuple(one for one in self.relations if one.kind.rsplit("/", 1)[-1] == kind)

    def roots(self, kind: str) -> tuple[_Element, ...]:
        """All parts of a kind that are there."""
        names = [find_part(self.archive, one.target) for one in self.of_kind(kind)]
        return tuple(self.root(name) for name in names if name)

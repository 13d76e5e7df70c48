"""Paper and margins of a Word file, our own or those of an office's template."""

from dataclasses import dataclass

from lib.report.word_styles import TWIPS_PER_CM, twips


@dataclass(frozen=True, slots=True)
class PageSetup:
    """An upright page; lengths are twips.

    Attributes:
        references: ``w:headerReference`` and ``w:footerReference`` of an office's template, as XML.
        title_page: the first page has a header of its own.
    """

    width: int = twips(21)
    height: int = twips(29.7)
    top: int = twips(2.5)
    right: int = twips(2)
    bottom: int = twips(2)
    left: int = twips(3)
    header: int = twips(1.25)
    footer: int = twips(0.9)
    references: str = ""
    title_page: bool = False

    @property
    def lying_top(self) -> int:
        """The edge for binding lies on top; a letterhead needs the room it has on upright pages."""
        return max(self.left, self.top) if self.references else self.left

    @property
    def text_width_cm(self) -> float:
        return (self.width - self.left - self.right) / TWIPS_PER_CM

    @property
    def lying_text_width_cm(self) -> float:
        return (self.height - self.top - self.right) / TWIPS_PER_CM

    @property
    def text_height_cm(self) -> float:
        return (self.height - self.top - self.bottom) / TWIPS_PER_CM

    @property
    def lying_text_height_cm(self) -> float:
        return (self.width - self.lying_top - self.bottom) / TWIPS_PER_CM


A4 = PageSetup()

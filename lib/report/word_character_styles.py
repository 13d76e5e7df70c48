"""The named styles of stretches inside a paragraph; both scripts change together."""

from lib.report.word_fonts import run_properties


def character_styles(muted: str) -> list[str]:
    """The looks of a stretch inside a paragraph; ``muted`` is the colour of a prompt."""
    bold, italic = run_properties(bold=True, font=False), run_properties(italic=True, font=False)
    both = run_properties(bold=True, italic=True, font=False)
    prompt = run_properties(colour=muted, font=False)
    # seen in print without colours too
    changed = '<w:u w:val="double" w:color="8A6D00"/><w:shd w:val="clear" w:color="auto" w:fill="FFF4D6"/>'
    return [
        _character_style(style_id, name, run)
        for style_id, name, run in (
            ("Strong", "Strong", bold),
            ("Emphasis", "Emphasis", italic),
            ("StrongEmphasis", "Strong Emphasis", both),
            ("PlaceholderText", "Placeholder Text", prompt),
            ("ChangedFigure", "Changed Figure", changed),
        )
    ]


def _character_style(style_id: str, name: str, run: str) -> str:
    return (
        f'<w:style w:type="character" w:styleId="{style_id}"><w:name w:val="{name}"/>'
        f"<w:qFormat/><w:rPr>{run}</w:rPr></w:style>"
    )

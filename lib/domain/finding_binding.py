"""From a text that a person edited to one whose figures stay bound to the data."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from lib.domain.finding_figures import NAMES_SAID, printed_figures, relations_in, rule_parts
from lib.domain.finding_text import Figure, Part, Parts, Place, dress, figures_in, form_of, joined
from lib.domain.findings import Finding

#: Answer for a figure that is the writer's own and none of the data.
OWN = ""
#: So many letters around a figure must be the same before it counts as the one that stood there.
_NEAR = 5
_LOOKED_AT = 24
_SHOWN = 16
_YEARS_BE = range(2400, 2700)


@dataclass(frozen=True, slots=True)
class Asked:
    """A figure, or a word such as สูงกว่า, of which it is not known whether the data say it.

    Attributes:
        start: where it stands in the text; the key of its answer.
        before / after: the words around it.
        guess: name of the figure that is the same or that stood there, empty for none.
        same: the data do print it so, only elsewhere.
    """

    start: int
    text: str
    before: str
    after: str
    guess: str
    same: bool


@dataclass(frozen=True, slots=True)
class Bound:
    """The text with its places, and what has to be asked before it may be saved."""

    parts: Parts
    asked: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    """Something that an earlier text says: a figure of the data, or one of its wording (no name)."""

    name: str
    text: str
    whole: str
    start: int
    end: int


def bind(text: str, finding: Finding, base: Parts = (), answers: Mapping[int, str] | None = None) -> Bound:
    """Find the figures of the data in a person's text.

    Args:
        base: what the person started from; the rule's sentence is known in any case.
        answers: start of a figure asked about → its name among the data, or ``OWN``.

    Returns:
        Parts that fill to the same text, but where an answer puts a figure of the data back.
    """
    printed, answers = printed_figures(finding), answers or {}
    known = [each for parts in dict.fromkeys((base, rule_parts(finding))) for each in _known(parts, printed)]
    said = {each.name for each in known}
    known += [_Known(name, printed[name], "", 0, 0) for name in printed if name not in said]
    bound: list[Part] = []
    asked: list[Asked] = []
    used: set[str] = set()
    done = 0
    for each in sorted([*figures_in(text), *_words_in(text, printed)], key=lambda each: each.start):
        place, question = _role(text, each, known, used)
        if question is not None and each.start in answers:
            name = answers[each.start]
            place, question = Place(name, form_of(each, printed[name]) or "") if name else None, None
        if question is not None:
            asked.append(question)
        if place is not None and each.start >= done:
            used.add(place.name)
            bound += [text[done : each.start], place]
            done = each.end
    return Bound(joined([*bound, text[done:]]), tuple(asked))


def _known(parts: Parts, printed: Mapping[str, str]) -> Iterator[_Known]:
    whole = "".join(
        part if isinstance(part, str) else dress(printed.get(part.name, ""), part.form) for part in parts
    )
    at = 0
    for part in parts:
        if isinstance(part, str):
            for figure in figures_in(part):
                yield _Known("", figure.text, whole, at + figure.start, at + figure.end)
            at += len(part)
        elif part.name in printed:
            end = at + len(dress(printed[part.name], part.form))
            yield _Known(part.name, printed[part.name], whole, at, end)
            at = end


def _words_in(text: str, printed: Mapping[str, str]) -> Iterator[Figure]:
    """Words of comparison, and names that the sentence says as they are in the data."""
    for found in relations_in(text):
        yield Figure(*found.span("word"), found["word"], found["word"])
    for name in NAMES_SAID & printed.keys():
        said = printed[name]
        for found in re.finditer(re.escape(said), text):
            yield Figure(*found.span(), said, said)


def _role(
    text: str, figure: Figure, known: Sequence[_Known], used: set[str]
) -> tuple[Place | None, Asked | None]:
    """The place that a figure of the text is, or what to ask about it; neither for plain wording."""
    near_to = [
        (_nearness(text, figure, each), each)
        for each in sorted(known, key=lambda each: each.name in used)
        if _is_word(each.text) == _is_word(figure.text)
    ]
    near_to.sort(key=lambda pair: -pair[0])
    # Nobody writes two decimals, a comma or a long name by chance.
    telling = "." in figure.text or "," in figure.text or len(figure.text) > _LOOKED_AT
    of_data = [
        (far, each)
        for far, each in near_to
        if each.name and form_of(figure, each.text) is not None and (each.whole or telling)
    ]
    of_wording = [near for near, each in near_to if not each.name and each.text == figure.text]
    near, best = of_data[0] if of_data else (-1, None)
    is_year = figure.text.isdigit() and int(figure.text) in _YEARS_BE
    if of_wording and of_wording[0] >= near and (of_wording[0] >= _NEAR or is_year):
        return None, None
    form = (form_of(figure, best.text) if best else None) or ""
    if best and (near >= _NEAR or (telling and form in ("", "t"))):
        return Place(best.name, form), None
    stood = _stood_there(text, figure, near_to)
    if _is_word(figure.text) and (stood is None or stood.text == figure.text):
        return None, None
    guess = best or stood
    around = text[max(0, figure.start - _SHOWN) : figure.start], text[figure.end : figure.end + _SHOWN]
    return None, Asked(figure.start, figure.raw, *around, guess.name if guess else "", best is not None)


def _stood_there(text: str, figure: Figure, near_to: Sequence[tuple[int, _Known]]) -> _Known | None:
    """What the sentence has between the same words; those in front, such as ร้อยละ, tell more."""
    of_data = [(far, each) for far, each in near_to if each.name and each.whole]
    led_to = [each for _, each in of_data if _before(text, figure, each) >= _NEAR]
    return next(iter(led_to), None) or next((each for far, each in of_data if far >= _NEAR), None)


def _is_word(text: str) -> bool:
    return not text.lstrip("-")[:1].isdigit()


def _nearness(text: str, figure: Figure, each: _Known) -> int:
    """How many letters before and behind are the same, spaces apart."""
    return _before(text, figure, each) + _run(text[figure.end :], each.whole[each.end :])


def _before(text: str, figure: Figure, each: _Known) -> int:
    return _run(text[: figure.start][::-1], each.whole[: each.start][::-1])


def _run(one: str, other: str) -> int:
    """Length of the common beginning without its spaces, as far as it matters."""
    pairs = zip(one[:_LOOKED_AT].replace(" ", ""), other[:_LOOKED_AT].replace(" ", ""), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))

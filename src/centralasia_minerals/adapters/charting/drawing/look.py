"""The look of every chart: colours that colour-blind readers can tell apart, and one typeface."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

import attrs

from centralasia_minerals.errors import InvalidTypeError, InvalidValueError, MissingExtraError
from centralasia_minerals.rendering.messages import translator
from centralasia_minerals.wording import briefly

Theme: TypeAlias = Literal["light", "dark"]
"""What a chart is drawn on."""

# Liberation Sans is what vl-convert brings along; the others are as wide, letter by letter.
FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
LABEL, SMALL, HEADING, TITLE = 12, 11, 13, 17
LINE = 1.3
"""The height of a line of text, as a multiple of the size of its letters."""

_LEAST_WIDTH, _MOST_WIDTH = 320, 4000


@attrs.frozen(kw_only=True)
class Look:
    """The colours of a theme, after Okabe and Ito, and the width of the picture.

    Attributes:
        ground: what the picture is drawn on.
        ink: texts.
        soft: texts that say less.
        grid: lines behind the figures.
        figure: what counts, or is told; a blue.
        apart: what is left out, withheld or ended; vermilion, or orange on dark.
        event: what is no deal; a bluish green.
        faint: areas behind marks.
        strong: from which share of ``figure`` on an area needs letters in the colour of the ground.
        width: the width of the picture without its margin, in pixels.
        locale: the locale that it is written for.
    """

    ground: str
    ink: str
    soft: str
    grid: str
    figure: str
    apart: str
    event: str
    faint: str
    strong: float
    width: int
    locale: str = "en"

    @classmethod
    def of(cls, theme: object, width: object, locale: str = "en") -> Look:
        """Return the look of a theme.

        Raises:
            InvalidTypeError: the width is not a whole number.
            InvalidValueError: there is no such theme, or the width is out of bounds.
            UnknownLocaleError: CLDR does not have the locale, or charts have no words in it.
        """
        translator(locale)
        if not isinstance(theme, str) or theme not in _THEMES:
            remedy = f"give one of: {', '.join(_THEMES)}"
            raise InvalidValueError("the theme of a chart", briefly(theme), remedy)
        if type(width) is not int:
            raise InvalidTypeError.of("the width of a chart", width, "give whole pixels")
        if not _LEAST_WIDTH <= width <= _MOST_WIDTH:
            remedy = f"give {_LEAST_WIDTH} to {_MOST_WIDTH} pixels"
            raise InvalidValueError("the width of a chart", briefly(width), remedy)
        return cls(**_THEMES[theme], width=width, locale=locale)


_THEMES: dict[str, dict[str, Any]] = {
    "light": {
        "ground": "#ffffff", "ink": "#1a1a1a", "soft": "#595959", "grid": "#dddddd",
        "figure": "#0072B2", "apart": "#D55E00", "event": "#009E73", "faint": "#eef3f7",
        "strong": 1.0,
    },
    "dark": {
        "ground": "#131416", "ink": "#eeeeee", "soft": "#ababab", "grid": "#3a3d42",
        "figure": "#56B4E9", "apart": "#E69F00", "event": "#009E73", "faint": "#20262c",
        "strong": 0.6,
    },
}  # fmt: skip


def altair() -> Any:
    """Return the library that draws.

    Raises:
        MissingExtraError: it is not installed.
    """
    try:
        import altair as alt
    except ImportError:
        raise missing("altair") from None
    return alt


def missing(library: str) -> MissingExtraError:
    """Return the error that says how to install a library that charts need."""
    return MissingExtraError(
        "a chart",
        f"{library} is not installed",
        "pip install 'centralasia-minerals[charts]'",
    )


def checked_most(most: object, what: str) -> int | None:
    """Return how many of something may be drawn; None means all.

    Raises:
        InvalidTypeError: it is not a whole number.
        InvalidValueError: it is below 1.
    """
    if most is None:
        return None
    asked = f"the most {what} of a chart"
    if type(most) is not int:
        raise InvalidTypeError.of(asked, most, "give a whole number, or None for all")
    if most < 1:
        raise InvalidValueError(asked, briefly(most), "give 1 or more, or None for all")
    return most

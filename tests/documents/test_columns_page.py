"""The page of columns says what the tables say of themselves."""

import columns_page


def test_the_page_of_columns_is_that_of_the_tables() -> None:
    """If it fails, run ``python tests/documents/columns_page.py`` and look at what changed."""
    assert columns_page.page() == columns_page.PAGE.read_text("utf-8")

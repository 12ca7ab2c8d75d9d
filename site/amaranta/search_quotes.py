"""Search in SQLite with a quotation mark in it.

The library puts every word between quotation marks and leaves one inside as it is, and gives a phrase to
SQLite bare: either is then an error of the query's syntax (SQLite FTS5, 3.1), and the page of the search a
500. One place for all searches of the administration, which are the library's. PostgreSQL needs none of it.
"""

from typing import Any

from django.db import connection
from modelsearch.query import Phrase


def install() -> None:
    """Make the library quote."""
    if connection.vendor != "sqlite":
        return  # the library's module for SQLite can't even be imported
    from modelsearch.backends.database.sqlite.query import Lexeme, SearchQueryExpression
    from modelsearch.backends.database.sqlite.sqlite import SQLiteSearchQueryCompiler

    as_sql = Lexeme.as_sql
    content = SQLiteSearchQueryCompiler.build_search_query_content

    def quoted_as_sql(self: Any, compiler: Any, connection: Any) -> tuple[str, list[str]]:
        """Double the quotation marks in a word, as FTS5 asks."""
        template, params = as_sql(self, compiler, connection)
        return template, [param.replace('"', '""') for param in params]

    def content_with_phrases(self: Any, query: Any, config: Any = None) -> Any:
        """Return a phrase as one quoted string, anything else as the library does."""
        if isinstance(query, Phrase):
            return SearchQueryExpression(Lexeme(query.query_string), config=config)
        return content(self, query, config)

    Lexeme.as_sql = quoted_as_sql
    SQLiteSearchQueryCompiler.build_search_query_content = content_with_phrases

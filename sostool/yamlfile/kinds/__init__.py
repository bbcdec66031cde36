"""The kinds of value a file may hold: how each is read, and how JSON Schema says it."""

from sostool.yamlfile.kinds.dates import Day, When, english_date
from sostool.yamlfile.kinds.ids import ID, ID_SCHEMA, Id, To, report_bad_id
from sostool.yamlfile.kinds.kind import MISSING, TEXT_SCHEMA, Kind, list_schema, or_nothing
from sostool.yamlfile.kinds.many import ListOf, Words
from sostool.yamlfile.kinds.numbers import Number
from sostool.yamlfile.kinds.texts import Choice, Matching, Text, YesNo

__all__ = [
    "ID",
    "ID_SCHEMA",
    "MISSING",
    "TEXT_SCHEMA",
    "Choice",
    "Day",
    "Id",
    "Kind",
    "ListOf",
    "Matching",
    "Number",
    "Text",
    "To",
    "When",
    "Words",
    "YesNo",
    "english_date",
    "list_schema",
    "or_nothing",
    "report_bad_id",
]

"""What `sostool.yaml` may say. It is data only: it names no template, no command and nothing outside its folder."""

from __future__ import annotations

from sostool.profile.declared import Override
from sostool.yamlfile import key
from sostool.yamlfile.parts import Part

_CODES = (
    r"[A-Z]{2}(?:\d{1,3})?",
    "the code of a check or its first letters",
    "Write codes as `sostool checks` lists them, such as DS104, or DS for all of a family.",
)


class SettingsFile(Part):
    """A team's settings for all case files in the folder of this file and below."""

    sostool_settings = key.whole("The version of this file format: 1.", 1, 1, 1, required=True)
    profile = key.matching(
        "[a-z0-9][a-z0-9-]{0,39}",
        "the name of a profile",
        "`sostool profiles` lists them.",
        "Whose words, order and limits are used for files that name no profile.",
        "surrey-2018",
    )
    paths = key.texts(
        "What `sostool validate` checks when it is called without a path: files and folders inside this folder.",
        ["cases"],
    )
    select = key.matching_some(*_CODES, "Only these checks.", ["DS", "SC101"])
    ignore = key.matching_some(*_CODES, "Not these checks.", ["LA103"])
    checks = key.parts(
        Override, "Checks that weigh more or less here, or are off.", [{"check": "DS102", "severity": "advice"}]
    )
    output = key.text("Where `sostool render-report` puts documents: a folder inside this folder.", "reports")
    private = key.yes_no("true: no text of a case file is shown, also where a person is at the terminal.")

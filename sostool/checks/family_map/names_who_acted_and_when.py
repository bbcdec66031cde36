"""MA105: existing safety names the danger that was there, who acted, and when."""

from __future__ import annotations

from collections.abc import Iterator

from sostool.case.model import ExistingSafety
from sostool.checks.check import Found, check
from sostool.checks.look import Look


@check("MA105", "safety-without-danger-who-when", "query")
def names_who_acted_and_when(look: Look) -> Iterator[Found]:
    """Existing safety says which danger was there, who did something about it, and when.

    What it checks
        Every entry of `existing_safety` has a `danger` (its id), `who` and `dates`. Who saw it is not asked for
        here.

    Why it matters
        “Gran is supportive” is good to have and keeps nobody safe by itself. A time when the danger was there and
        somebody did something is what the family's plan can be built on, because it has worked once. What goes
        well without the danger is a strength, and belongs there. How somebody gets away or gets help is for those
        who need to know it: hold such an entry back.

    Fails
        map:
          working_well:
            existing_safety:
              - what: Gran is supportive.

    Passes
        dangers:
          - id: drinking
            statement: Priya is worried that Dean could hurt Mia when he is drunk.
        map:
          working_well:
            strengths:
              - what: Ray is supportive.
                said_by: [lisa]
            existing_safety:
              - what: On 11 June Ray fetched Mia when Dean had been drinking.
                danger: drinking
                who: [ray]
                dates: [2025-06-11]
                said_by: [ray]

    Source
        Safety is a strength shown as protection, in relation to the danger and over time (Western Australia's
        guidance on work before birth); love is a strength, being able to keep the danger away is protection
        (Manchester's guidance).
    """
    well = look.case.map.working_well if look.case.map else None
    for safety in well.existing_safety if well else ():
        missing = [] if safety.none else list(_missing(safety))
        if missing:
            yield Found(
                safety.path,
                "This does not say " + " or ".join(missing) + ".",
                "Add `danger:`, `who:` and `dates:`. If the danger was not there at the time, it is a strength: move "
                "it to `strengths:`. If it shows how somebody gets help, hold it back with `withhold:`.",
                also=(safety.path,),
            )


def _missing(safety: ExistingSafety) -> Iterator[str]:
    if not safety.danger:
        yield "which danger was there"
    if not safety.who:
        yield "who did something"
    if not safety.dates:
        yield "when that was"

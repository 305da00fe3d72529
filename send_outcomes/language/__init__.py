"""Text → Reading: what one outcome says, found once, for every rule to ask."""

from collections.abc import Callable

from send_outcomes.language.judgements import measures
from send_outcomes.language.judgements.acts import find_acts
from send_outcomes.language.judgements.joined import find_joined
from send_outcomes.language.judgements.measures import find_measures
from send_outcomes.language.judgements.provision import find_provision
from send_outcomes.language.phrasebook import Phrasebook
from send_outcomes.language.pipeline import Pipeline
from send_outcomes.language.reading import Found, Hit, Reading
from send_outcomes.language.sentences.furniture import find_furniture
from send_outcomes.language.sentences.main_clause import find_clause
from send_outcomes.language.sentences.persons import find_persons
from send_outcomes.language.sentences.side_clauses import find_side_clauses
from send_outcomes.language.times.school_time import find_times
from send_outcomes.language.vocabularies.acronyms import acronym_finder
from send_outcomes.language.vocabularies.terms import find_terms
from send_outcomes.language.vocabularies.vocabulary import Vocabulary, shipped_vocabulary

__all__ = ["Found", "Hit", "Phrasebook", "Pipeline", "Reading", "components"]


def components(phrasebook: Phrasebook, vocabulary: Vocabulary | None = None) -> tuple[Callable[[Reading], None], ...]:
    """Register the language layer's own phrases, and return its components in the order in which they build on each other.

    `vocabulary` holds short forms and terms, the shipped ones where none is given.
    """
    measures.register(phrasebook)
    known = vocabulary or shipped_vocabulary()
    known.register(phrasebook)
    return (
        find_furniture,
        find_times,
        find_clause,
        find_side_clauses,
        find_persons,
        find_provision,
        find_measures,
        find_acts,
        find_joined,
        acronym_finder(phrasebook, known),
        find_terms,
    )

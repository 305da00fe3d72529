"""The measures of reading agree with those of textstat, which counts words and sentences in its own way."""

import pytest
import textstat

from send_outcomes.language import Phrasebook, Pipeline
from send_outcomes.language.readability import readability

PIPELINE = Pipeline(Phrasebook(), [])
TEXTS = {
    "plain": "Tom reads slowly. When there is a lot on the page he loses his place. He starts again from the top, and gets tired. "
    "He likes to listen to the story first, with the book in front of him.",
    "hard": "In consequence of the complexity and interdependency of her physical circumstances, Grace necessitates comprehensive and "
    "continuous facilitation of her participation in recreational activities. Considerable deterioration of concentration is "
    "additionally demonstrable in unfamiliar environments, necessitating individualised differentiation.",
    "quoted": "Laura told us “I want to be fit” on 3 July. Her mum, Mrs Price, agreed! Was it 20 lengths, or more? It was 20.",
    "hyphens": "A well-known five-minute task can't be done one-to-one every day. The school's own plan says so at length here.",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_the_measures_agree_with_textstat(text):
    found = readability([PIPELINE.read(text)])
    assert found.words == textstat.lexicon_count(text)
    assert found.sentences == textstat.sentence_count(text)
    assert found.automated == pytest.approx(textstat.automated_readability_index(text), abs=0.1)
    assert found.coleman_liau == pytest.approx(textstat.coleman_liau_index(text), abs=0.7)  # it takes 0.058 for 0.0588
    assert found.lix == pytest.approx(textstat.lix(text), abs=0.1)


def test_texts_of_a_section_count_together_and_each_ends_a_sentence():
    parts = ["I will swim 20 metres.", "I will cook."]
    assert readability(map(PIPELINE.read, parts)) == readability([PIPELINE.read("I will swim 20 metres. I will cook.")])


def test_lines_of_a_list_are_sentences():
    assert readability([PIPELINE.read("Reading:\nI will read\nI will write")]).sentences == 3


@pytest.mark.parametrize("text", ["", "  \n ", "– … !"])
def test_nothing_to_read_has_no_measure(text):
    assert readability([PIPELINE.read(text)]) is None


def test_a_text_without_a_full_stop_ends_with_the_text():
    assert readability(map(PIPELINE.read, ["I will swim", "I will cook"])).sentences == 2

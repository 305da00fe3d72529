"""However the runs of a paragraph are cut up and whatever is marked in it: exact words, same look, and twice is once."""

from html import escape

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from marked import WHEN, anchored, comments_in, draft, finding, look, outcome_in, parts_of, report

from send_outcomes.annotate import annotated
from send_outcomes.reports import Run

LOOKS = ("", "<w:rPr><w:b/></w:rPr>", '<w:rPr><w:rStyle w:val="X"/><w:i/></w:rPr>')
AROUND = (
    "{}",
    '<w:hyperlink w:anchor="a">{}</w:hyperlink>',
    '<w:ins w:id="1" w:author="A">{}</w:ins>',
    "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
    '<w:smartTag w:element="x">{}</w:smartTag>',
)
PART = st.one_of(
    st.tuples(st.text("ab é&<\u00a0", min_size=1, max_size=6), st.sampled_from(("", ' xml:space="preserve"'))).map(
        lambda given: f"<w:t{given[1]}>{escape(given[0])}</w:t>"
    ),
    st.sampled_from(
        ("<w:tab/>", "<w:br/>", "<w:noBreakHyphen/>", "<w:lastRenderedPageBreak/>", '<w:footnoteReference w:id="1"/>')
    ),
)
RUN = st.tuples(st.sampled_from(AROUND), st.sampled_from(LOOKS), st.lists(PART, max_size=4)).map(
    lambda given: given[0].format(f"<w:r>{given[1]}{''.join(given[2])}</w:r>")
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(RUN, min_size=1, max_size=5), st.lists(st.tuples(st.integers(0, 30), st.integers(1, 12)), max_size=6))
def test_any_runs(runs, spans):
    data = draft(f"<w:p>{''.join(runs)}<w:r><w:t>.</w:t></w:r></w:p>")

    def found(data):
        outcome = outcome_in(data, 0)
        marked = [outcome.text[start : start + length] for start, length in spans]
        return report((outcome, [finding(outcome.text, words) for words in marked if words.strip() == words != ""]))

    def comment(data):
        return annotated(data, "draft.docx", [found(data)], Run("x"), WHEN).data

    made = comment(data)
    assert look(made) == look(data)
    words = [one.match for one in found(data).outcomes[0].findings]
    said = comments_in(made)
    stood = [text for id_, text in anchored(made).items() if not said[id_][1][0].startswith("Checked")]
    assert sorted(stood) == sorted(" ".join(one.split()) for one in words)
    assert parts_of(comment(made)) == parts_of(made)

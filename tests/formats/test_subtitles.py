"""Subtitles: what is said, held against other readers, and mended in place."""

import pysubs2
import pytest
import srt
from hypothesis import given, settings
from hypothesis import strategies as st

from mtaudit.formats import load_format
from mtaudit.formats.base import FormatOptions
from mtaudit.model import TextSpan

OPTIONS = FormatOptions()
SRT = "1\n00:00:01,000 --> 00:00:02,000\n{}\n\n2\n00:00:03,000 --> 00:00:04,000\n{}\n"
VTT = "WEBVTT\n\n00:01.000 --> 00:02.000\n{}\n\n00:03.000 --> 00:04.000\n{}\n"
ASS = (
    "[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV,"
    " Effect, Text\nDialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,{}\n"
    "Dialogue: 0,0:00:03.00,0:00:04.00,Default,,0,0,0,,{}\n"
)
FRAMES = {"srt": SRT, "vtt": VTT, "ass": ASS}


def parsed(name, raw):
    return load_format(name).parse(raw, f"a.{name}", OPTIONS)


def texts(name, *said):
    """Return the segments of a file in which that is said."""
    return [each.text for each in parsed(name, FRAMES[name].format(*said)).segments]


@pytest.mark.parametrize("name", FRAMES)
@pytest.mark.parametrize(
    ("said", "found"),
    [
        pytest.param(["One.", "Two."], ["One.", "Two."], id="two sentences"),
        pytest.param(["One", "two."], ["One\ntwo."], id="a sentence over two cues"),
        pytest.param(["One,", "two."], ["One,\ntwo."], id="after a comma"),
        pytest.param(["One", "Two"], ["One", "Two"], id="a capital begins"),
        pytest.param(["One.", "two"], ["One.", "two"], id="a stop ends"),
        pytest.param(["One", "…"], ["One", "…"], id="no letter"),
        pytest.param(["船到了，", "港口醒了"], ["船到了，\n港口醒了"], id="han comma"),
        pytest.param(["船到了", "港口醒了"], ["船到了", "港口醒了"], id="han, no stop"),
        pytest.param(
            ["وصلت السفينة،", "ثم نمنا"], ["وصلت السفينة،\nثم نمنا"], id="arabic"
        ),
    ],
)
def test_sentences(name, said, found):
    """A sentence that runs over cues is one segment; a new one begins another."""
    assert found == texts(name, *said)


@pytest.mark.parametrize(
    ("name", "said", "found"),
    [
        pytest.param("srt", "<i>a</i> {\\an8}b", "a b", id="srt tags"),
        pytest.param("srt", '<font color="x">a</font>', "a", id="srt font"),
        pytest.param("srt", "2 < 3 & {4}", "2 < 3 & {4}", id="srt signs"),
        pytest.param("vtt", "<c.x>a</c> &lt;b&gt;", "a <b>", id="vtt tags"),
        pytest.param(
            "vtt", "a <lang de>Hafen</lang> b", "a \ufffc b", id="vtt passage"
        ),
        pytest.param("vtt", "a <lang de>Hafen", "a \ufffc", id="vtt open passage"),
        pytest.param("vtt", "a &copy; b", "a &copy; b", id="vtt unknown reference"),
        pytest.param("ass", "{\\i1}a{\\i0}\\Nb\\hc", "a\nb\xa0c", id="ass codes"),
        pytest.param("ass", "a, b, c", "a, b, c", id="ass commas"),
        pytest.param("ass", "{a note}b", "b", id="ass note"),
        pytest.param("ass", "{\\p1}m 0 0{\\p0}a", "a", id="ass drawing"),
    ],
)
def test_tags(name, said, found):
    """Tags, codes and drawings are not said."""
    assert [found, "Z"] == texts(name, said, "Z")


SAID = st.text("abЖ 港.,!?'\"-–", min_size=1, max_size=20).map(str.strip)


@given(said=st.lists(SAID.filter(bool), min_size=1, max_size=5))
@settings(max_examples=200)
def test_as_srt(said):
    """SubRip files hold what the srt library reads."""
    raw = srt.compose(
        srt.Subtitle(number, srt.timedelta(number), srt.timedelta(number + 1), text)
        for number, text in enumerate(said, 1)
    )
    theirs = [each.content for each in srt.parse(raw)]

    ours = [each.text for each in parsed("srt", raw).segments]

    assert "\n".join(theirs) == "\n".join(ours)


@given(said=st.lists(SAID.filter(bool), min_size=1, max_size=5))
@settings(max_examples=200)
def test_as_ass(said):
    """SubStation files hold what pysubs2 reads."""
    file = pysubs2.SSAFile()
    file.events = [pysubs2.SSAEvent(text=text) for text in said]
    raw = file.to_string("ass")

    ours = [each.text for each in parsed("ass", raw).segments]

    assert "\n".join(said) == "\n".join(ours)


@pytest.mark.parametrize("name", FRAMES)
def test_mended(name):
    """A fix changes its own bytes, and other readers see only that."""
    raw = FRAMES[name].format("Talks in the run—up.", "They went on.")
    (segment, _) = parsed(name, raw).segments
    start = segment.text.index("—")
    span = segment.to_raw(TextSpan(start, start + 1))

    mended = raw[: span.start] + "-" + raw[span.end :]

    seen = pysubs2.SSAFile.from_string(mended, format_=name)
    assert ["Talks in the run-up.", "They went on."] == [each.text for each in seen]
    assert [(1000, 2000), (3000, 4000)] == [(each.start, each.end) for each in seen]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("srt", "a\nb", id="srt line"),
        pytest.param("vtt", "a\r\nb", id="vtt line"),
        pytest.param("ass", "{a}", id="ass braces"),
        pytest.param("ass", "a\\Nb", id="ass backslash"),
    ],
)
def test_not_written(name, text):
    """What the format has no way to spell is not written."""
    assert load_format(name).escape(text, "cue") is None

"""Scores by sacrebleu, as its command makes them, and whether they differ by chance."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from mtaudit.model import UsageError
from mtaudit.model.score import Score
from mtaudit.text.language import primary

SAMPLES = 1000
"""Of a paired bootstrap test; the command has as many."""

Texts = Sequence[str]


class Metrics(NamedTuple):
    """BLEU, chrF2++ and TER against some references."""

    by_name: Mapping[str, Any]
    references: Sequence[Texts]


def metrics_for(references: Sequence[Texts], language: str | None) -> Metrics:
    """
    Return the metrics with the settings that ``sacrebleu -l SOURCE-TARGET`` has.

    The target language decides on the tokenizer of BLEU: `UsageError` if that
    is one which is not installed.
    """
    from sacrebleu.metrics.bleu import BLEU
    from sacrebleu.metrics.chrf import CHRF

    tag = primary(language or "")
    try:
        bleu = BLEU(trg_lang=tag, references=references)
    except RuntimeError:
        message = f"BLEU of texts in “{tag}” needs a tokenizer that is not installed"
        hint = f'pip install "sacrebleu[{tag}]"'
        raise UsageError(message, hint=hint) from None
    chrf = CHRF(word_order=2, references=references)
    by_name = {"BLEU": bleu, "CHRF": chrf, "TER": _ter(references)}
    return Metrics(by_name, references)


def _ter(references: Sequence[Texts]) -> Any:
    """
    Return TER, with what it says of a segment kept.

    It takes longer than all else, and two systems share most of their lines
    where one is the other with a few fixes.
    """
    from sacrebleu.metrics.ter import TER

    kept: dict[tuple[str, str], list[float]] = {}

    class Remembering(TER):
        def _compute_segment_statistics(
            self, hypothesis: str, ref_kwargs: dict[str, Any]
        ) -> list[float]:
            key = hypothesis, repr(ref_kwargs)
            if key not in kept:
                found = super()._compute_segment_statistics(hypothesis, ref_kwargs)
                kept[key] = found
            return [*kept[key]]

    return Remembering(references=references)


def scores_of(metrics: Metrics, texts: Texts) -> tuple[Score, ...]:
    """Return what each metric says of `texts`."""
    return tuple(_score(metric, texts) for metric in metrics.by_name.values())


def compared(
    metrics: Metrics, systems: Mapping[str, Texts]
) -> dict[str, tuple[Score, ...]]:
    """
    Return the scores of each system by its name, compared with those of the first.

    The test is sacrebleu's paired bootstrap, with its seed: ``SACREBLEU_SEED``
    or 12345. Of the same score it would say p = 0.001; there is no p here.
    """
    from sacrebleu.significance import PairedTest

    test = PairedTest(
        list(systems.items()),
        metrics.by_name,
        references=None,
        test_type="bs",
        n_samples=SAMPLES,
    )
    signatures, columns = test()
    found: dict[str, list[Score]] = {name: [] for name in systems}
    for metric, signature in signatures.items():
        first = _compared(metric, str(signature), columns[metric][0])
        for name, result in zip(systems, columns[metric], strict=True):
            score = _compared(metric, first.signature, result)
            is_same = score.value == first.value
            found[name].append(score._replace(p=None) if is_same else score)
    return {name: tuple(scores) for name, scores in found.items()}


def weakest(metrics: Metrics, texts: Texts, count: int) -> list[tuple[int, float]]:
    """
    Return the places of the segments with the lowest chrF2++, and those scores.

    The lowest comes first; of equal ones, the one that stands first.
    """
    chrf = metrics.by_name["CHRF"]
    found: Iterable[tuple[int, float]] = (
        (place, chrf.sentence_score(text, list(references)).score)
        for place, (text, *references) in enumerate(
            zip(texts, *metrics.references, strict=True)
        )
    )
    return sorted(found, key=lambda each: each[1])[:count] if count else []


def _score(metric: Any, texts: Texts) -> Score:
    result = metric.corpus_score(texts, references=None)
    return Score(result.name, result.score, str(metric.get_signature()))


def _compared(metric: str, signature: str, result: Any) -> Score:
    """Return a result of the test; numbers of numpy become our own."""
    value, mean, interval = map(float, (result.score, result.mean, result.ci))
    return Score(metric, value, signature, result.p_value, mean, interval)

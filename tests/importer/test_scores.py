from pathlib import Path

import pytest

from tests.importer.scoring import mistakes, score, table

ADVERTS = Path(__file__).parent / "adverts"
# What was reached on adverts that nobody tuned on; on the others nothing may be misread.
LEAST_ASIDE = 0.75


def test_every_fact_of_the_adverts_is_read():
    wrong = [each for each in mistakes(ADVERTS) if not each[0].startswith("aside_")]

    assert not wrong


def test_adverts_kept_aside_keep_their_score(capsys):
    counts = score(ADVERTS, kept_aside=True)

    print(table(counts))
    right, read, true = (sum(each) for each in zip(*counts.values(), strict=True))
    assert right / read >= LEAST_ASIDE
    assert right / true >= LEAST_ASIDE


@pytest.mark.parametrize("name", ["rendition_000", "rendition_003"])
def test_there_is_truth_beside_an_advert(name):
    assert (ADVERTS / f"{name}.txt").exists()
    assert (ADVERTS / f"{name}.json").exists()

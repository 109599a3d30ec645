"""One paste, cut where a new advert starts, without losing a letter."""

from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careers.importer.advert import parse
from careers.importer.marking import passages
from careers.importer.sections.decoding import decode
from careers.importer.splitting import split
from tests.importer.drafts import ADVERTS, FOLDERS, texts
from tests.importer.test_drafting import ADVERT
from tests.pace import seconds

# Pastes of several adverts that are no copies of each other, and the title of each.
PASTES = {
    "law_three_behind_rules.txt": ["Graduate Lawyer Programme", "Summer Clerk", "Library Intern"],
    "perth_two_employers.txt": ["Paralegal Intern, Family Law", "Community Engagement Intern"],
    "robotics_two_headings.md": ["Mechanical Engineering Intern", "Embedded Software Intern"],
    "winery_three_roles.txt": ["Brand Intern", "Winery Intern", "Data Intern"],
}
TWELVE = ("Sales", "Risk", "Tax", "Law", "Policy", "Cloud", "Media", "Ocean", "Rail", "Solar", "Wind", "Steel")


def pieces(text):
    return [text[start:end] for start, end in split(text)]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder[0].name)
@pytest.mark.parametrize("glue", ["\n", "\n\n", "\n\n\n", "\n----------\n"])
def test_five_adverts_in_one_text_are_five_in_any_order(folder, glue):
    for order in list(permutations(texts(folder)))[::17]:
        adverts = [text.strip() for text in order]

        assert [piece.strip("\n-") for piece in pieces(glue.join(adverts))] == adverts


@pytest.mark.parametrize("path", sorted(ADVERTS.glob("*.txt")), ids=lambda path: path.stem)
def test_one_advert_is_one(path):
    assert len(pieces(path.read_bytes().decode("latin-1"))) == 1


def test_twelve_titled_adverts_are_twelve():
    adverts = [
        ADVERT.replace("Data", name)
        for name in [
            "Sales",
            "Risk",
            "Tax",
            "Law",
            "Policy",
            "Cloud",
            "Media",
            "Ocean",
            "Rail",
            "Solar",
            "Wind",
            "Steel",
        ]
    ]

    assert pieces("\n\n".join(adverts)) == [f"{text}\n\n" for text in adverts[:-1]] + adverts[-1:]


def test_name_of_the_company_above_a_title_goes_with_it():
    text = f"{ADVERT}\n\nAcme\n{ADVERT.replace('Data', 'Sales')}"

    assert pieces(text)[1].startswith("Acme\nSales Analyst Intern")


@pytest.mark.parametrize(("name", "titles"), PASTES.items())
def test_roles_of_one_paste_are_read_each_by_itself(name, titles):
    text = (ADVERTS.parent / "pastes" / name).read_text(encoding="utf-8")

    adverts = [parse(piece) for piece in pieces(text)]

    assert [advert.value("title") for advert in adverts] == titles
    assert all(advert.listed("responsibilities") and advert.listed("minimum") for advert in adverts)


def test_title_said_again_starts_nothing():
    assert len(pieces(f"{ADVERT}\n\nData Analyst Intern\n\nRequirements\n- More of the same")) == 1


@given(
    st.lists(st.one_of(st.sampled_from([ADVERT, "\n", "Requirements\n", "-----\n"]), st.text(max_size=20)), max_size=9)
)
def test_no_letter_is_lost(parts):
    text = "".join(parts)

    assert "".join(pieces(text)) == text


def test_cutting_takes_linear_time():
    once, fourfold = (seconds(lambda text=text: split(text), rounds=3) for text in (ADVERT * 20, ADVERT * 80))

    assert fourfold <= 9 * max(once, 0.02)


@given(
    st.lists(
        st.sampled_from([ADVERT, "Intern\n", "2 days a week on site. ", "<b>", "•", "\r\n"]), min_size=1, max_size=6
    )
)
def test_passages_are_the_whole_text(parts):
    advert = parse("a" + "".join(parts))

    found = passages(advert, ["title", "weeks_min", "location", "degree_levels"])

    assert "".join(each.text for each in found) == advert.source.text
    assert all(each.words + each.rest == each.text for each in found)


def test_adverts_of_several_companies_are_parted():
    adverts = [decode(path.read_bytes()).replace("\r\n", "\n").strip() for path in sorted(ADVERTS.glob("*.txt"))]
    pairs = list(pairwise(adverts))

    right = [[piece.strip("\n") for piece in pieces("\n\n".join(pair))] == list(pair) for pair in pairs]

    print(f"\n{sum(right)} of {len(right)} pairs of adverts are cut right")
    assert sum(right) >= 0.62 * len(right)


@pytest.mark.parametrize(
    "head",
    [
        "From: Careers <careers@uni.example>\nSubject: Sales Analyst Intern at Acme\n\nDear all, please see below.\n\n",
        "Job title: Sales Analyst Intern\nLocation: Sydney\n\nWe trade in tea.\n\n",
        "Rowan University\nFaculty of Trade\n\nSales Analyst Intern\n\n",
        "**Sales Analyst Intern**\n\n",
    ],
)
def test_what_stands_above_the_sections_goes_with_them(head):
    other = head + ADVERT.split("\n", 1)[1]

    assert pieces(f"{ADVERT}\n\nApply by 3 May 2027.\n\n{other}")[1:] == [other]

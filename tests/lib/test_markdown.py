import pytest

from careers.lib.markdown import LONGEST, render


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>", "[x](javascript:alert(1))", "<img src=x onerror=alert(1)>", "![x](https://a.b/c.png)",
        "[x](data:text/html,hi)", "<a href='https://a.b' onclick='x'>y</a>", "[x](http://insecure.example)",
        "<style>*{}</style>", "[x]( java\tscript:alert(1))", "<javascript:alert(1)>",
    ],
)  # fmt: skip
def test_nothing_that_runs_or_loads_comes_out(hostile):
    html = render(hostile)

    for dangerous in ("<script", "<img", "<style", 'href="javascript', 'href="data', 'href="http:', "<a href='"):
        assert dangerous not in html


def test_usual_text_comes_out_as_html():
    html = render("# Big\n\n*Soft* and **strong**\n\n- [link](https://a.example)\n- mail <a@b.example>")

    assert "<h3>Big</h3>" in html
    assert "<em>Soft</em> and <strong>strong</strong>" in html
    assert '<a href="https://a.example" rel="noopener noreferrer">link</a>' in html
    assert 'href="mailto:a@b.example"' in html


def test_plain_addresses_become_links():
    assert '<a href="https://a.example/x"' in render("See https://a.example/x.")


def test_text_is_cut_at_its_limit():
    assert len(render("a" * (LONGEST + 100))) < LONGEST + 20

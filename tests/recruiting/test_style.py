"""The staff page that shows every component."""


def test_every_component_is_shown_to_staff(desk):
    html = desk.get("/style/").content.decode()

    for words in ("The three answers", "Rules you out", "Can’t tell", "The window bar", "Febtober", "Earliest start"):
        assert words in html


def test_style_page_is_for_staff(client, db):
    assert client.get("/style/").status_code == 302

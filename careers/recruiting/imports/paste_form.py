"""Texts as they come in: pasted, one or many in one text, or uploaded."""

from django import forms

from careers.importer.drafting.draft import read_draft
from careers.importer.drafting.known import Known
from careers.importer.sections.decoding import LIMIT, NotAnAdvert, decode
from careers.importer.splitting import split

MOST_TEXTS = 1_000
ACCEPTED = ".txt,.md,.html,.htm,text/plain,text/markdown,text/html"


class FilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Any number of files, also none."""

    widget = FilesInput(attrs={"accept": ACCEPTED})

    def clean(self, data, initial=None):
        return [super(FilesField, self).clean(each, initial) for each in data or ()]


class PasteForm(forms.Form):
    text = forms.CharField(
        label="Advert",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 14, "cols": 100, "spellcheck": "false"}),
        help_text="One advert or several below each other, as they are: at most 200 KB each. Nothing is saved as a "
        "posting before you have seen it.",
    )
    files = FilesField(
        label="Files", required=False, help_text="Text, Markdown or HTML, instead of pasting or as well."
    )
    url = forms.URLField(
        label="Where it comes from",
        required=False,
        max_length=500,
        assume_scheme="https",
        help_text="The address of the advert, if it has one. It is kept with the draft.",
    )

    def clean(self):
        cleaned = super().clean()
        self.texts = [*self.pasted(cleaned), *self.uploaded(cleaned)]
        if not self.errors and not self.texts:
            self.add_error("text", "Paste an advert or choose a file.")
        if len(self.texts) > MOST_TEXTS:
            self.add_error("text", f"That is {len(self.texts)} adverts; take at most {MOST_TEXTS} at a time.")
        if not self.errors and len(self.texts) == 1:
            self.demand_advert(*self.texts[0])
        return cleaned

    def pasted(self, cleaned):
        text = cleaned.get("text") or ""
        pieces = [text[start:end] for start, end in split(text)] if text.strip() else []
        for number, piece in enumerate(pieces, 1):
            if len(piece.encode("utf-8", "replace")) > LIMIT:
                which = f"Advert {number}" if len(pieces) > 1 else "The text"
                self.add_error("text", f"{which} is larger than 200 KB. Paste the advert alone, without the page.")
        return [("", piece, cleaned.get("url") or "") for piece in pieces]

    def uploaded(self, cleaned):
        for file in cleaned.get("files") or ():
            try:
                text = decode(file.read(2 * LIMIT + 3))
                if len(text.encode("utf-8", "replace")) > LIMIT:
                    raise NotAnAdvert("The text is too large: at most 200 KB.")
            except NotAnAdvert as refusal:
                self.add_error("files", f"{file.name}: {refusal}")
            else:
                yield from ((file.name[:255], text[start:end], "") for start, end in split(text))

    def demand_advert(self, name, text, url):
        """Refuse one text that is no advert at once; among several, the table says so."""
        try:
            read_draft(text, Known())
        except NotAnAdvert as refusal:
            self.add_error("files" if name else "text", f"{name}: {refusal}" if name else str(refusal))

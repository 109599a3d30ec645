"""The items of a draft as rows of a form: each can be moved to another list, changed, or left out."""

from django import forms

from careers.importer.drafting.reading import Line
from careers.postings.choices import SkillsRule

KINDS = [
    ("", "Leave out"),
    ("duty", "What you would do"),
    ("minimum", "What you need"),
    ("preferred", "What helps"),
]
MOST_UNREAD = 40
BLANK_ROWS = 3


class ItemForm(forms.Form):
    kind = forms.ChoiceField(label="List", choices=KINDS, required=False)
    text = forms.CharField(
        label="Text", required=False, max_length=5_000, widget=forms.Textarea(attrs={"rows": 2, "cols": 60})
    )
    skills = forms.CharField(label="Skills, with commas", required=False, max_length=1_000)
    rule = forms.ChoiceField(label="Of these skills", choices=SkillsRule.choices, required=False, initial="all")
    origin = forms.CharField(required=False, widget=forms.HiddenInput, max_length=10)
    start = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("kind") and not (cleaned.get("text") or "").strip():
            self.add_error("text", "Write the item, or choose “Leave out”.")
        return cleaned

    @property
    def came_from(self):
        """Return read, facts (all of it became facts), unread, or nothing for a row of one's own."""
        return self["origin"].value() or ""

    @property
    def line(self):
        given = self.cleaned_data
        names = tuple(dict.fromkeys(name.strip()[:120] for name in given["skills"].split(",") if name.strip()))
        kind, text = given["kind"], " ".join(given["text"].split())
        return Line(kind, text, names if kind != "duty" else (), given["rule"] or "all")


ItemFormSet = forms.formset_factory(ItemForm, extra=0, max_num=1_000)


def rows_of(lines, unread):
    """Return the initial rows: the items in order, unread passages, and some of one's own."""
    rows = [
        {
            "kind": "" if line.became_facts else line.kind,
            "text": line.text,
            "skills": ", ".join(line.skills),
            "rule": line.rule,
            "origin": "facts" if line.became_facts else "read",
            "start": line.start,
        }
        for line in lines
    ]
    rows += [{"text": " ".join(each.text.split())[:5_000], "origin": "unread", "start": each.start} for each in unread]
    return [*rows, *({} for _ in range(BLANK_ROWS))]

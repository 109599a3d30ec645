"""The form by which a picture is uploaded."""

from django import forms
from django.db import transaction

from careers.postings.models import Picture, Rendition
from careers.postings.pictures import MOST_BYTES, NotAPicture, make
from careers.recruiting.desk_form import DeskForm


class PictureForm(DeskForm):
    upload = forms.FileField(
        label="Picture",
        required=False,
        help_text="JPEG, PNG or WebP, at most 5 MB. What the camera noted, such as the place, is left out.",
        widget=forms.ClearableFileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )

    class Meta:
        model = Picture
        fields = ["team", "upload", "alt", "caption", "order"]
        error_messages = {"alt": {"required": "Say what the picture shows, for those who do not see it."}}

    def clean_upload(self):
        """Return the renditions that were made, None where an existing picture stays."""
        file = self.cleaned_data["upload"]
        if not file and not self.instance.pk:
            raise forms.ValidationError("Choose a picture to upload.", code="required")
        if file and file.size > MOST_BYTES:
            raise forms.ValidationError("Upload a picture of at most 5 MB.", code="too_large")
        try:
            return make(file.read()) if file else None
        except NotAPicture as error:
            raise forms.ValidationError(str(error), code="not_a_picture") from error

    def save(self, commit=True):
        if made := self.cleaned_data.get("upload"):
            self.instance.digest, self.instance.width, self.instance.height = made.digest, made.width, made.height
        return super().save(commit)

    @transaction.atomic
    def save_renditions(self):
        """Replace the bytes; called once the picture has its row."""
        if made := self.cleaned_data.get("upload"):
            self.instance.renditions.all().delete()
            rows = [
                Rendition(picture=self.instance, width=width, content=bytes_)
                for width, bytes_ in made.renditions.items()
            ]
            Rendition.objects.bulk_create(rows)

from django.db import models
from reversion.models import Revision


class StepTaken(models.Model):
    """Marks a revision as a step of a posting's life, told apart from an edit of its text."""

    revision = models.OneToOneField(Revision, on_delete=models.CASCADE, related_name="step_taken")
    verb = models.CharField(max_length=20)

    def __str__(self):
        return self.verb

"""What is open instead of a posting that has closed."""

from django.db.models import Case, Count, IntegerField, Q, Value, When

from .choices import SkillsRule
from .models import Posting, Skill


def alternatives(posting, on, most=3):
    """Return up to `most` open postings, nearest first: the same team, then shared skills, then a shared level."""
    demanded = posting.qualifications.exclude(skills_rule=SkillsRule.EXAMPLES)
    skills = Skill.objects.filter(qualifications__in=demanded)
    same_team = Case(When(team=posting.team_id, then=Value(1)), default=Value(0), output_field=IntegerField())
    shared = Count("qualifications__skills", filter=Q(qualifications__skills__in=skills), distinct=True)
    level = Case(When(shares_a_level(posting), then=Value(1)), default=Value(0), output_field=IntegerField())
    near = Posting.objects.open(on).exclude(pk=posting.pk).annotate(same_team=same_team, shared=shared, level=level)
    return near.order_by("-same_team", "-shared", "-level", "-date_posted", "-pk").for_cards()[:most]


def shares_a_level(posting):
    condition = Q(pk__in=[])
    for level in posting.degree_levels or ():
        condition |= Q(degree_levels__has=level)
    return condition

"""The rows that names in adverts may mean, read once for any number of adverts."""

import re
from collections import defaultdict
from functools import cached_property

from django.utils.text import slugify

from careers.importer.advert import Context
from careers.importer.fields.place import cities, countries
from careers.importer.fields.skills import vocabulary
from careers.postings.choices import COUNTRY_NAMES
from careers.postings.models import Benefit, Boilerplate, FieldOfStudy, Location, Skill, Team, Term

UNIT = re.compile(r"\b(?:the|team|department|division|group|squad)\b", re.IGNORECASE)


def plain(name):
    """Return a name as it is compared: letters and digits only, in small."""
    return " ".join(re.findall(r"[\w+#]+", name.casefold()))


class Known:
    """Finds rows by the names that adverts use; never makes one."""

    @cached_property
    def context(self):
        """Return what the reader should know: skills by all their spellings, and phrases of the shared texts."""
        names = {plain(name): name for name in self.skills}
        spellings = {name: name for name in self.skills}
        for text, synonyms in self.terms:
            name = next((names[plain(each)] for each in (text, *synonyms) if plain(each) in names), None)
            spellings |= dict.fromkeys((text, *synonyms), name) if name else {}
        phrases = {
            text.key: tuple(line.strip() for line in text.key_phrases.splitlines() if line.strip())
            for text in self.shared.values()
        }
        return Context(vocabulary(spellings), phrases)

    @cached_property
    def skills(self):
        return {skill.name: skill for skill in Skill.objects.all()}

    @cached_property
    def terms(self):
        return [(term.text, tuple(term.synonyms)) for term in Term.objects.all()]

    @cached_property
    def shared(self):
        return {text.key: text for text in Boilerplate.objects.all()}

    @cached_property
    def teams(self):
        return list(Team.objects.all())

    @cached_property
    def locations(self):
        return list(Location.objects.all())

    @cached_property
    def fields(self):
        """Return {name, or another spelling of it: field of study}."""
        rows = {plain(row.name): row for row in FieldOfStudy.objects.all()}
        for text, synonyms in self.terms:
            if row := rows.get(plain(text)):
                rows |= {plain(each): row for each in synonyms if plain(each) not in rows}
        return rows

    @cached_property
    def benefits(self):
        found = defaultdict(list)
        for benefit in Benefit.objects.select_related("category"):
            found[plain(benefit.name)].append(benefit)
        return found

    def skill(self, name):
        return self.skills.get(name) or self.skills_by_slug.get(skill_slug(name))

    @cached_property
    def skills_by_slug(self):
        return {skill.slug: skill for skill in self.skills.values()}

    def make_skills(self, names):
        """Write the skills that have no row and return {name: skill}; two who make one at once get the same."""
        new = dict.fromkeys(name for name in names if not self.skill(name))
        return {
            name: Skill.objects.get_or_create(slug=skill_slug(name), defaults={"name": name[:120]})[0] for name in new
        }

    def make_fields(self, names):
        """Write the fields of study that have no row; return all that are new."""
        rows = {name: name if name.isupper() else name.capitalize() for name in names if not self.field(name)}
        return [
            FieldOfStudy.objects.get_or_create(slug=skill_slug(name), defaults={"name": name[:120]})[0]
            for name in rows.values()
        ]

    def learn(self, skills, fields):
        """Know from now on what was made; only once it is committed, for a rollback would take it away."""
        self.skills.update(skills)
        self.fields.update({plain(row.name): row for row in fields})

    def field(self, name):
        return self.fields.get(plain(name))

    def benefit(self, category, name):
        """Return the benefit of that name, of several the one in that category."""
        found = self.benefits.get(plain(name), ())
        same = [each for each in found if category and plain(each.category.name) == plain(category)]
        return (same or [*found, None])[0]

    def team(self, name):
        """Return the team of that name, or of those first letters: SRE is Site Reliability Engineering."""
        wanted = plain(UNIT.sub(" ", name))
        by_name = [team for team in self.teams if plain(UNIT.sub(" ", team.name)) == wanted]
        by_letters = [team for team in self.teams if len(name) > 1 and initials(team.name) == name]
        return (by_name or by_letters or [None])[0]

    def location(self, city, country=None):
        """Return the one location of that city; of several, the one in that country."""
        found = [place for place in self.locations if plain(place.name) == plain(city)]
        wanted = country_code(country) if country else None
        same = [place for place in found if place.country == wanted]
        return same[0] if same else found[0] if len(found) == 1 and not wanted else None


def skill_slug(name):
    """Return its name in addresses; C, C++ and C# are three."""
    signs = name.replace("+", "p").replace("#", "sharp").replace(".N", "dotn").replace("/", " ")
    return slugify(signs)[:80] or slugify(name.encode().hex())[:80]


def initials(name):
    return "".join(word[0] for word in re.findall(r"\w+", name) if word[0].isupper() and word.casefold() != "team")


def country_code(name):
    """Return the ISO code of a country as adverts call it, or None."""
    name = countries().get(name, name)
    return next((code for code, each in COUNTRY_NAMES.items() if plain(each) == plain(name)), None)


def country_of(city):
    """Return the code of the country that a well-known city lies in, or None."""
    return country_code(cities()[city]) if city in cities() else None

"""A walk through the site: every page a person sees on it is held to what all pages promise."""

PHONE = {"viewport": {"width": 360, "height": 780}, "has_touch": True, "is_mobile": True}
DESKTOP = {"viewport": {"width": 1280, "height": 900}}
WAYS = {
    "phone": (PHONE, True),
    "phone without JavaScript": (PHONE, False),
    "desktop": (DESKTOP, True),
    "desktop without JavaScript": (DESKTOP, False),
}
SCRIPTED = ["phone", "desktop"]
# Where a page is no different by width or script, the two ways that have least in common.
OPPOSITE = ["phone without JavaScript", "desktop"]
MOST_SHIFT = 0.01
SIDEWAYS = "document.documentElement.scrollWidth - window.innerWidth"
# Pages that this process has held to axe already: what they hold, and in which window.
held = set()


class Walk:
    def __init__(self, page, name, check):
        self.page, self.name, self.check, self.shifts = page, name, check, []
        self.scripted = WAYS[name][1]
        # Scripts are switched here and not by the context: axe is one, and looks at pages that had none.
        self.developer = page.context.new_cdp_session(page)
        self.developer.on("PerformanceTimeline.timelineEventAdded", self.note)
        self.developer.send("PerformanceTimeline.enable", {"eventTypes": ["layout-shift"]})
        self.allow_scripts(self.scripted)
        # To lend scripts to axe tells stylesheets so, and moves what waits for a script's button.
        self.lent = False
        page.on("framenavigated", lambda frame: setattr(self, "lent", False))

    def another_day(self):
        """Close the tab and return the walk that goes on in a new one of the same browser."""
        context = self.page.context
        self.page.close()
        return Walk(context.new_page(), self.name, self.check)

    def allow_scripts(self, allowed):
        self.developer.send("Emulation.setScriptExecutionDisabled", {"value": not allowed})

    def note(self, message):
        shift = message["event"]["layoutShiftDetails"]
        if not shift["hadRecentInput"] and not self.lent:
            self.shifts.append((self.page.url, shift["value"]))

    def to(self, address, status=200):
        assert self.page.goto(address).status == status

    def press(self, name, exact=False):
        """Press the button or follow the link of that name."""
        button = self.page.get_by_role("button", name=name, exact=exact)
        button.or_(self.page.get_by_role("link", name=name, exact=exact)).first.click()

    def see(self, words):
        """Wait for these words, then hold the page they stand on."""
        self.page.get_by_text(words).filter(visible=True).first.wait_for()
        self.hold()

    def hold(self):
        assert self.page.evaluate(SIDEWAYS) <= 0, self.page.url
        assert sum(value for _, value in self.shifts) <= MOST_SHIFT, self.shifts
        key = hash((self.page.content(), str(self.page.viewport_size)))
        if key not in held:
            self.lent = not self.scripted
            self.allow_scripts(True)
            self.check(self.page)
            self.allow_scripts(self.scripted)
            held.add(key)

    def tab_to(self, target, most=120):
        """Press Tab until `target`, a locator, has the focus; the ring round it shows."""
        for _ in range(most):
            self.page.keyboard.press("Tab")
            if target.evaluate("element => element === document.activeElement"):
                assert target.evaluate("element => parseFloat(getComputedStyle(element).outlineWidth)") >= 2
                return
        raise AssertionError(f"{target} is not reached by {most} tabs")

"""Started by tests/alerts/test_kills.py: forks a process that runs the sender for each line it reads.

The program itself touches neither database nor mail server, so what it forks shares no connection with it. It has
loaded all code and templates by then: a drill of many kills would else be spent on starting.
"""

import os
import sys

import django
from django.core.management import call_command
from django.template.loader import get_template
from django.urls import reverse


def main():
    django.setup()
    reverse("home")
    get_template("alerts/emails/digest.html")
    print("ready", flush=True)
    for _ in sys.stdin:
        pid = os.fork()
        if not pid:
            code = 1
            try:
                with open(os.devnull, "w") as nowhere:
                    call_command("send_alerts", per_second=0, stdout=nowhere)
                code = 0
            finally:
                os._exit(code)
        print(pid, flush=True)
        os.waitpid(pid, os.WNOHANG)


main()

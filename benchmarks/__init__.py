"""What the site costs, beside a bare WSGI function that sends the same bytes. `make bench`; not part of the tests."""

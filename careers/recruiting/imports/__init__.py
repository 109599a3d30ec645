"""Importing adverts at the desk: the forms, and what the pages show of a draft before it is saved."""

"""From a text to its headed sections and their items; pure."""

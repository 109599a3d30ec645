"""From sections to facts, each with the span it was read from; pure."""

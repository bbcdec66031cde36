"""Pictures: where everything in them stands, as numbers. Templates draw the marks."""

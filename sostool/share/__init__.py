"""Who gets what: a case and one reader become a View. Nothing reaches a document any other way."""

"""What can tell who somebody is, or where: words in whatever spelling, numbers, addresses, runs of the same words."""

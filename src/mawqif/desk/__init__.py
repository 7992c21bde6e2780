"""The use cases: every face, from the command line to the web, goes through here."""

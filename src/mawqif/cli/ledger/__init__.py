"""Commands that keep a ledger and look things up in it."""

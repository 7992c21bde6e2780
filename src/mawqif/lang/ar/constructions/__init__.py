"""The constructions of Arabic attribution, each a small object beside the sentences that prove it."""

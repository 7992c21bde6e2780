"""Unicode mechanics that know no word of any language: folding, tokens, quotation pairs, spans."""

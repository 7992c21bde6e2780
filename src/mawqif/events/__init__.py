"""From the positions of many articles to events, boards, changes and differences. Pure: no clock, no store, no language."""

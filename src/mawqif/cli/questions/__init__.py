"""The commands about questions: ask, board, timeline, changes, differences, judge."""

"""The rule engine for declared phrases: patterns over folded token forms, woken by trigger words. Knows no language."""

from mawqif.grammar.engine import Attempt, Ruleset
from mawqif.grammar.pattern import Pattern, PatternError, Test, compile_pattern
from mawqif.grammar.rule import Match, Rule

__all__ = ["Attempt", "Match", "Pattern", "PatternError", "Rule", "Ruleset", "Test", "compile_pattern"]

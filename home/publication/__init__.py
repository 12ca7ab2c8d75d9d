"""What is asked of a page before the public may read it."""

from .check import PublicationRefused, findings, refusals
from .rules import RULES, Finding, Rule, Severity

__all__ = ["RULES", "Finding", "PublicationRefused", "Rule", "Severity", "findings", "refusals"]

"""What is asked of a page before the public may read it."""

from home.publication.refusals import PublicationRefused, findings, refusals
from home.publication.rules import RULES, Finding, Rule, Severity

__all__ = ["RULES", "Finding", "PublicationRefused", "Rule", "Severity", "findings", "refusals"]

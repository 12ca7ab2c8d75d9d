"""What becomes of requests beyond the hour's budget: docs/flood.md says what each lane is."""

from environs import Env, validate

from amaranta.settings.values import numbers

__all__ = ["LANE_HEADER", "SEALED_LANE_MEGABYTES", "SEALED_LANE_RATES"]

env = Env()
LANES = ("follow-up", "sealed", "plain", "slow")


SEALED_LANE_RATES = numbers(env, "AMARANTA_LANE_RATES", *LANES)
SEALED_LANE_MEGABYTES = numbers(env, "AMARANTA_LANE_MEGABYTES", *LANES)
# The header in which a proxy says that a network posts often; empty, nobody's word is taken.
LANE_HEADER: str = env.str(
    "AMARANTA_LANE_HEADER", "", validate=validate.Regexp(r"([A-Za-z][A-Za-z0-9-]*)?\Z")
)

"""What becomes of requests beyond the hour's budget: docs/flood.md says what each lane is."""

from environs import Env, ValidationError, validate

__all__ = ["LANE_HEADER", "SEALED_LANE_MEGABYTES", "SEALED_LANE_RATES"]

env = Env()
LANES = ("follow-up", "sealed", "plain", "slow")


def above_zero(numbers: dict[str, float]) -> None:
    """Refuse a lane that nothing leaves, or that holds nothing. Raises ValidationError."""
    if any(number <= 0 for number in numbers.values()):
        raise ValidationError("Each number must be above 0.")


RULES = (validate.ContainsOnly(LANES), above_zero)

SEALED_LANE_RATES: dict[str, float] = env.dict(
    "AMARANTA_LANE_RATES", {}, subcast_values=float, validate=RULES
)
SEALED_LANE_MEGABYTES: dict[str, float] = env.dict(
    "AMARANTA_LANE_MEGABYTES", {}, subcast_values=float, validate=RULES
)
# The header in which a proxy says that a network posts often; empty, nobody's word is taken.
LANE_HEADER: str = env.str(
    "AMARANTA_LANE_HEADER", "", validate=validate.Regexp(r"([A-Za-z][A-Za-z0-9-]*)?\Z")
)

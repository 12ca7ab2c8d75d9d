"""The words of one sheet: those of a campaign, for one desk or for the whole network, in one language."""

from dataclasses import dataclass

from home.kit.drawings import DRAWINGS, Setting, fit


@dataclass(frozen=True, slots=True)
class KitPhone:
    """A number and a few words about it."""

    number: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class KitDesk:
    """What paper says of a desk. `number` is its page's number in the main language: the short address."""

    number: int
    name: str
    place: str
    phones: tuple[KitPhone, ...] = ()
    hours: tuple[str, ...] = ()
    by_appointment: bool = False
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything that a piece of the kit shows; equal sheets give equal files.

    plain: what it is about, in a few plain words. logo: the owner's, as a `data:` address.
    """

    language: str
    slogan: str
    text: str
    outside: str
    drawing: str
    address: str
    calls: tuple[KitPhone, ...]
    desk: KitDesk | None = None
    plain: str = ""
    owner: str = ""
    logo: str = ""

    @property
    def typed(self) -> str:
        """Return the address as people type it, without the scheme."""
        return self.address.split("://", 1)[-1]

    @property
    def title(self) -> str:
        """Return the slogan in one line, however an editor broke it."""
        return " ".join(self.slogan.split())

    @property
    def setting(self) -> Setting:
        """Return the slogan in lines, as large as the drawing beside it allows."""
        return fit(self.slogan, DRAWINGS[self.drawing], self.plain)

"""Where everything lies, and the environment that the other settings are read from."""

from pathlib import Path

from environs import Env, EnvError

env = Env()

ROOT = Path(__file__).resolve().parents[3]
VAR = Path(env.str("AMARANTA_VAR", str(ROOT / "var")))


def make_folder(folder: Path) -> None:
    """Make it for this account alone. Raises EnvError where that cannot be."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise EnvError(
            f'Environment variable "AMARANTA_VAR": {folder} cannot be made ({error.strerror}).'
        ) from error

"""Where everything lies, and the environment that the other settings are read from."""

from pathlib import Path

from environs import Env

env = Env()

ROOT = Path(__file__).resolve().parents[3]
VAR = Path(env.str("AMARANTA_VAR", str(ROOT / "var")))

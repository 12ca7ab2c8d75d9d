from .guides import GuideBlock

__all__ = ["GuideBlock"]

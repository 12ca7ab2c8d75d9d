from wagtail import hooks
from wagtail.rich_text.feature_registry import FeatureRegistry

from home.rich_text import DiscreetPageLinkHandler, WayOutHandler


@hooks.register("register_rich_text_features", order=10)
def route_links(features: FeatureRegistry) -> None:
    features.register_link_type(DiscreetPageLinkHandler)
    features.register_link_type(WayOutHandler)

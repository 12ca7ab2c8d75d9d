from wagtail import hooks
from wagtail.rich_text.feature_registry import FeatureRegistry

from home.rich_text import DiscreetPageLinkHandler


@hooks.register("register_rich_text_features", order=10)
def route_links_to_private_pages(features: FeatureRegistry) -> None:
    features.register_link_type(DiscreetPageLinkHandler)

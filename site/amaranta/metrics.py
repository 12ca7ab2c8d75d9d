"""Counters for a monitor, in Prometheus's text, on a port of their own: nothing about anyone.

The worker serves them: a monitor that cannot reach it knows that nothing is delivered.
"""

import logging
import shutil
import time
from collections.abc import Iterator
from datetime import datetime

from django.conf import settings
from django.db import DatabaseError, connections
from django.db.models import Count, Min
from django.utils import timezone
from prometheus_client import CollectorRegistry, start_http_server
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from amaranta.keeping.about import version
from amaranta.keeping.backup import newest
from contatti.sealed.alerts import ALERTS
from contatti.sealed.models import Heartbeat, OperatorCertificate, OutboxItem, OutboxState
from contatti.sealed.models.outbox import OPEN

logger = logging.getLogger(__name__)
_serving: list[object] = []


class PortalCollector(Collector):
    """Asks the database at each visit of the monitor; when it cannot, it says so with `amaranta_up 0`."""

    def collect(self) -> Iterator[GaugeMetricFamily]:
        try:
            # First all of them: half an answer would look like a whole one.
            found = list(_of_the_database(timezone.now()))
            up = 1
        except DatabaseError:
            found, up = [], 0
        yield GaugeMetricFamily("amaranta_up", "1 while the database answers.", up)
        yield from found
        yield from _of_the_host()


class _Closing(PortalCollector):
    """Each visit has a thread of its own, and with it a connection."""

    def collect(self) -> Iterator[GaugeMetricFamily]:
        try:
            yield from super().collect()
        finally:
            connections.close_all()


def _of_the_database(now: datetime) -> Iterator[GaugeMetricFamily]:
    requests = GaugeMetricFamily(
        "amaranta_requests", "Sealed requests that are kept, by state.", labels=["state"]
    )
    counted = dict(OutboxItem.objects.order_by().values_list("state").annotate(Count("pk")))
    for state in OutboxState.values:
        requests.add_metric([state], counted.get(state, 0))
    yield requests
    oldest = OutboxItem.objects.filter(state__in=OPEN).aggregate(hour=Min("accepted_hour"))["hour"]
    yield GaugeMetricFamily(
        "amaranta_oldest_waiting_hours",
        "Whole hours since the oldest request that has not left was accepted; 0 for none.",
        int((now - oldest).total_seconds() // 3600) if oldest else 0,
    )
    alerts = GaugeMetricFamily("amaranta_alert", "What needs people: how many it concerns.", labels=["kind"])
    for alert in ALERTS:
        alerts.add_metric([alert.kind], len(alert.lines(now)))
    yield alerts
    beat = GaugeMetricFamily(
        "amaranta_heartbeat_age_seconds", "Since a process gave a sign of life.", labels=["process"]
    )
    for process, beat_at in Heartbeat.objects.values_list("process", "beat_at"):
        beat.add_metric([process], (now - beat_at).total_seconds())
    yield beat
    end = OperatorCertificate.objects.active().aggregate(end=Min("not_after"))["end"]
    if end:
        yield GaugeMetricFamily(
            "amaranta_first_key_ends_seconds", "Until the first key in use ends.", (end - now).total_seconds()
        )


def _of_the_host() -> Iterator[GaugeMetricFamily]:
    yield GaugeMetricFamily(
        "amaranta_disk_free_bytes", "Free where the data lies.", shutil.disk_usage(settings.VAR).free
    )
    copy = newest(settings.AMARANTA_BACKUP_FOLDER)
    yield GaugeMetricFamily(
        "amaranta_backup_age_seconds",
        "Since the newest whole copy was made; -1 for none in the folder.",
        time.time() - copy.stat().st_mtime if copy else -1,
    )
    info = GaugeMetricFamily("amaranta_version_info", "The version that runs.", labels=["version"])
    info.add_metric([version()], 1)
    yield info


def keep_open(now: datetime) -> None:
    """Serve the counters, if the settings say where; called again and again, so a taken port is no end."""
    where = settings.AMARANTA_METRICS
    if not where or _serving:
        return
    host, _, port = where.rpartition(":")
    registry = CollectorRegistry()
    registry.register(_Closing())
    try:
        _serving.append(start_http_server(int(port), addr=host.strip("[]"), registry=registry))
    except OSError:
        logger.warning("The counters have no port: another program uses AMARANTA_METRICS.")

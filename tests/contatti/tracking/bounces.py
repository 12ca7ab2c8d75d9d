"""Bounces in the shape of each provider, and a batch of them as it is posted."""

import json
from collections.abc import Callable
from typing import Any

from django.test import Client


def post_batch(client: Client, provider: str, body: str) -> int:
    return client.post(
        f"/anymail/{provider}/tracking/",
        body,
        content_type="application/json",
        headers={"authorization": "Basic cHJvdmlkZXI6c2VjcmV0"},
    ).status_code


# What each provider's documentation shows of a hard bounce, where it repeats the header that the mail carried.
Shape = Callable[[str, dict[str, str]], Any]
BOUNCES: dict[str, Shape] = {
    "brevo": lambda name, headers: {
        "event": "hard_bounce",
        "email": "primo@example.org",
        "id": 1,
        "date": "2026-11-29 10:00:00",
        "ts": 1795946400,
        "message-id": "<202611291000.1234567890@smtp-relay.mailin.fr>",
        "X-Mailin-custom": headers["X-Mailin-custom"],
        "reason": "550 5.1.1 unknown user",
    },
    "sendgrid": lambda name, headers: [
        {
            "event": "bounce",
            "type": "bounce",
            "email": "primo@example.org",
            "timestamp": 1795946400,
            "sg_event_id": "ZHNuLTE",
            "sg_message_id": "14c5d75ce93.dfd.64b469",
            "status": "5.1.1",
            "reason": "550 5.1.1 unknown user",
            **json.loads(headers["X-SMTPAPI"])["unique_args"],
        }
    ],
    "mailjet": lambda name, headers: {
        "event": "bounce",
        "time": 1795946400,
        "MessageID": 13792286917004336,
        "Message_GUID": "1ab23cd4-e567-8901-2345-6789f0gh1i2j",
        "email": "primo@example.org",
        "CustomID": headers["X-MJ-CustomID"],
        "Payload": "",
        "hard_bounce": True,
        "error_related_to": "recipient",
        "error": "user unknown",
        "comment": "550 5.1.1 unknown user",
    },
    "postmark": lambda name, headers: {
        "RecordType": "Bounce",
        "MessageStream": "outbound",
        "ID": 4323372036854775807,
        "Type": "HardBounce",
        "TypeCode": 1,
        "MessageID": "883953f4-6105-42a2-a16a-77a8eac79483",
        "Metadata": {
            key.removeprefix("X-PM-Metadata-"): value
            for key, value in headers.items()
            if key.startswith("X-PM-Metadata-")
        },
        "Email": "primo@example.org",
        "BouncedAt": "2026-11-29T10:00:00Z",
        "Details": "smtp;550 5.1.1 unknown user",
    },
    "sparkpost": lambda name, headers: [
        {
            "msys": {
                "message_event": {
                    "type": "bounce",
                    "bounce_class": "10",
                    "event_id": "92356927693813856",
                    "message_id": "000443ee14578172be22",
                    "transmission_id": "65832150921904138",
                    "rcpt_to": "primo@example.org",
                    "rcpt_meta": json.loads(headers["X-MSYS-API"])["metadata"],
                    "raw_reason": "550 5.1.1 unknown user",
                    "timestamp": "1795946400",
                }
            }
        }
    ],
    "amazon_ses": lambda name, headers: {
        "Type": "Notification",
        "MessageId": "19ba9823-d7f2-53c1-860e-cb10e0d13dfc",
        "TopicArn": "arn:aws:sns:eu-south-1:1234567890:avvisi",
        "Timestamp": "2026-11-29T10:00:00.000Z",
        "Message": json.dumps(
            {
                "notificationType": "Bounce",
                "bounce": {
                    "bounceType": "Permanent",
                    "bounceSubType": "General",
                    "feedbackId": "00000138111222aa",
                    "timestamp": "2026-11-29T10:00:00.000Z",
                    "bouncedRecipients": [
                        {
                            "emailAddress": "primo@example.org",
                            "status": "5.1.1",
                            "action": "failed",
                            "diagnosticCode": "smtp; 550 5.1.1 unknown user",
                        }
                    ],
                },
                "mail": {
                    "timestamp": "2026-11-29T10:00:00.000Z",
                    "messageId": "00000137860315fd-34208509-5b74-41f3-95c5-22c1edc3c924-000000",
                    "destination": ["primo@example.org"],
                    "headers": [{"name": key, "value": value} for key, value in headers.items()],
                },
            }
        ),
    },
}

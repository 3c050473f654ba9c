"""Asks openbadgeslib about many licences at once: documents, and pictures to take them out of. No network.

stdin:  {"now": "2026-…Z", "ask": [{"document": … | "svg": TEXT | "png": BASE64, "lists": {ADDRESS: DOCUMENT}}]}
        Without lists, status is not asked.
stdout: for each, why it is refused, or null.
"""
import base64
import datetime
import json
import sys

from openbadgeslib.ob3 import status as status_module
from openbadgeslib.ob3 import verifier as verifier_module
from openbadgeslib.ob3.ldp import OB3LdpVerifier
from openbadgeslib.ob3.verifier import OB3Verifier

asked = json.load(sys.stdin)
NOW = datetime.datetime.fromisoformat(asked["now"].replace("Z", "+00:00"))


class Clock(datetime.datetime):
    """The moment of the test instead of today."""

    @classmethod
    def now(cls, tz=None):
        return NOW.astimezone(tz)


for module in (status_module, verifier_module):
    if not hasattr(module, "datetime"):
        sys.exit(f"{module.__name__} tells the time in another way than expected")
    module.datetime = Clock


def document(one):
    if "svg" in one:
        return OB3Verifier.extract_token_from_svg(one["svg"].encode())
    if "png" in one:
        return OB3Verifier.extract_token_from_png(base64.b64decode(one["png"]))
    return json.dumps(one["document"])


def why(one):
    def fetch(address):
        return json.dumps(one["lists"][address]).encode()

    try:
        # It reads a list's signature only where the list is a JWT: what the signature of ours is worth, the other verifier says.
        OB3LdpVerifier().verify(
            document(one), check_status="lists" in one, download=fetch, verify_status_list=False)
    except Exception as error:  # every kind of refusal
        return f"{type(error).__name__}: {error}"
    return None


json.dump([why(one) for one in asked["ask"]], sys.stdout)

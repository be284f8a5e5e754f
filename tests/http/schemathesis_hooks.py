"""Removes from responses the errors that are correct for random but valid queries.

Schemathesis treats every entry of `errors` as a failure, and generates queries from types only. Types cannot express
the total cost of a query, or that a cursor belongs to the same list. Every other error stays a failure.

For each response to a query that is valid in the schema, this module appends the kind of the response as a line to the
file SCHEMATHESIS_SEEN. Schemathesis also generates invalid queries, which the server must reject.
"""

import json
import os

import schemathesis


def is_expected(error):
    code = error.get("extensions", {}).get("code")
    message = error.get("message", "")
    is_limit = code == "COST_LIMIT_EXCEEDED" or "An operation may have at most" in message
    is_page = "must be a cursor of" in message or "must be a complete cursor of" in message
    is_both = message.startswith("first or last must be given, not both")
    return is_limit or (code == "BAD_USER_INPUT" and (is_page or is_both))


def record(case, kind):
    if not case.meta.generation.mode.is_positive:
        return
    with open(os.environ["SCHEMATHESIS_SEEN"], "a") as file:
        file.write(kind + "\n")


def kind_of(payload, errors):
    if errors:
        return "rejected"
    data = payload.get("data") if isinstance(payload, dict) else None
    if not isinstance(data, dict):
        return "no response"
    return "data" if any(value is not None for value in data.values()) else "nothing found"


@schemathesis.hook
def after_call(context, case, response):
    try:
        payload = json.loads(response.content)
    except ValueError:
        record(case, "no response")
        return
    errors = payload.get("errors") if isinstance(payload, dict) else None
    record(case, kind_of(payload, errors))
    if not errors or not all(is_expected(error) for error in errors):
        return
    response.content = b'{"data": {}}'
    response._deserialized = {"data": {}}

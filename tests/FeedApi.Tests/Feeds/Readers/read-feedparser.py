"""What Python's feedparser finds in the feeds whose files are named, as JSON."""
import calendar
import json
import sys

import feedparser

# Content as it was sent.
feedparser.SANITIZE_HTML = False
feedparser.RESOLVE_RELATIVE_URIS = False


def item(entry):
    # As rss2email, Miniflux's ancestors and most programs around feedparser do.
    content = entry.content[0].value if "content" in entry else entry.get("summary", "")
    return {
        "id": entry.get("id"),
        "title": entry.get("title"),
        "link": entry.get("link"),
        "published": calendar.timegm(entry.published_parsed),
        "content": content,
        "enclosures": [each.get("href") for each in entry.enclosures],
    }


json.dump([[item(entry) for entry in feedparser.parse(path).entries] for path in sys.argv[1:]], sys.stdout)

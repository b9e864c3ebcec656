"""Keeps the articles of a FeedApi server in a SQLite file, deletions included: python3 sync.py http://localhost:5000 articles.db [--once]

A page of changes and its token are stored in one transaction, so a run that is stopped at any moment is continued by the next one."""
import argparse
import http.client
import json
import sqlite3
import time
from urllib.parse import urlencode
from urllib.request import urlopen

SCHEMA = """
    CREATE TABLE IF NOT EXISTS articles(id TEXT PRIMARY KEY, walk INTEGER NOT NULL, article TEXT NOT NULL);
    CREATE INDEX IF NOT EXISTS articles_walk ON articles(walk);
    CREATE TABLE IF NOT EXISTS state(one INTEGER PRIMARY KEY CHECK (one = 1), walk INTEGER NOT NULL, token TEXT);
    INSERT OR IGNORE INTO state VALUES(1, 1, NULL);
"""

def read(server, token, wait):
    query = {"content": "html"} | ({"since": token, "wait": wait} if token else {})
    with urlopen(f"{server}/api/v1/changes?{urlencode(query)}", timeout=wait + 60) as response:
        return json.load(response)

def store(db, walk, changes, page):
    with db:
        for change in changes:
            db.execute("DELETE FROM articles WHERE id = ?", (change["id"],))
            if change["type"] == "upsert":
                db.execute("INSERT INTO articles VALUES(?, ?, ?)", (change["id"], walk, json.dumps(change["article"])))
        if page["next"] is None:  # What an earlier walk has left and this one has not seen again is gone.
            db.execute("DELETE FROM articles WHERE walk < ?", (walk,))
        db.execute("UPDATE state SET token = ?", (page["token"],))

def sync(server, db, once):
    while True:
        walk, token = db.execute("SELECT walk, token FROM state").fetchone()
        try:
            answer = read(server, token, wait=0 if once else 25)  # Many proxies give up after 30 seconds.
            store(db, walk, answer["data"], answer["page"])
            if once and answer["page"]["next"] is None:
                return
        except (OSError, http.client.HTTPException) as error:
            status = getattr(error, "code", None)
            if token and status in (400, 410):  # An unknown token: walk again. Committed with the first page of the walk.
                db.execute("UPDATE state SET walk = walk + 1, token = NULL")
            elif status not in (429, 502, 503, 504) and (status or once):
                raise SystemExit(f"{server}: {error}") from error
            else:
                seconds = error.headers.get("Retry-After") if status else None
                time.sleep(int(seconds) if seconds and seconds.isdigit() else 5)

if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("server")
    parser.add_argument("file")
    parser.add_argument("--once", action="store_true", help="end when the file is up to date")
    arguments = parser.parse_args()
    database = sqlite3.connect(arguments.file)
    database.executescript(SCHEMA)
    sync(arguments.server.rstrip("/"), database, arguments.once)

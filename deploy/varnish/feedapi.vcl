# FeedApi behind Varnish 7.1 or later, with vmod_xkey (Debian: varnish-modules): /etc/varnish/feedapi.vcl.
# Varnish speaks no TLS: put hitch, HAProxy or nginx in front, with the PROXY protocol so that client.ip is the client.
vcl 4.1;

import std;
import xkey;

backend feedapi {
    # Or .path = "/run/feedapi/feedapi.sock".
    .host = "127.0.0.1";
    .port = "8080";
    .connect_timeout = 5s;
    .first_byte_timeout = 30s;
    .between_bytes_timeout = 30s;
    .probe = {
        .request =
            "GET /health/ready HTTP/1.1"
            "Host: localhost"
            "Connection: close";
        .interval = 2s;
        .timeout = 2s;
        .window = 3;
        .threshold = 2;
        .initial = 2;
    }
}

acl operators {
    "localhost";
}

sub vcl_recv {
    unset req.http.Purged;

    if (req.method == "PURGE") {
        # Names of Surrogate-Key, separated by spaces:
        #   curl -X PURGE -H 'Surrogate-Key: article:2025-03-02-first-light articles' http://127.0.0.1:6081/
        # Add "Soft: 1" after a change: what is stale is served once more while it is fetched. Not after a withdrawal.
        # A comma: the request came through another proxy, so client.ip may be the proxy's.
        if (client.ip !~ operators || req.http.X-Forwarded-For ~ ",") {
            return (synth(403));
        }
        if (!req.http.Surrogate-Key) {
            return (purge);
        }
        if (req.http.Soft) {
            set req.http.Purged = xkey.softpurge(req.http.Surrogate-Key);
        } else {
            set req.http.Purged = xkey.purge(req.http.Surrogate-Key);
        }
        return (synth(200));
    }

    # Varnish itself appends the client's address to X-Forwarded-For, asks FeedApi for gzip only, and unpacks it for those who cannot.

    # FeedApi sets no cookies and reads none; a browser's would make every request pass.
    unset req.http.Cookie;

    # Pages and their Markdown have one address and differ by Accept. Browsers write it in many ways that get the same page, so that
    # they share one copy; who names Markdown or the type of a feed is no browser, and keeps to its own words.
    if (req.http.Accept ~ "^text/html,application/xhtml\+xml,application/xml;q=0\.9,"
        && req.http.Accept !~ "(?i)markdown|json|rss|atom") {
        set req.http.Accept = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    }

    # stale-while-revalidate, at least 60 s on every document. While FeedApi is down there is no such limit, see below.
    if (std.healthy(req.backend_hint)) {
        set req.grace = 60s;
    }

    # Never from a cache, since it is about now.
    if (req.url ~ "^/health/") {
        return (pass);
    }

    # Nor are changes and streams of events, and a request that waits for a change must hold up no other one. Events pass at once.
    if (req.url ~ "/api/v1/(changes|events)(\?|$)") {
        # Ten minutes for a whole answer would end a stream. A client that takes nothing is given up after idle_send_timeout as before.
        set sess.send_timeout = 7d;
        return (pass);
    }
}

sub vcl_backend_fetch {
    # Changes take up to 60 s with "wait"; streams of events have a heartbeat every 15 s.
    if (bereq.url ~ "/api/v1/(changes|events)(\?|$)") {
        set bereq.first_byte_timeout = 75s;
        set bereq.between_bytes_timeout = 75s;
    }
}

sub vcl_backend_response {
    set beresp.http.xkey = beresp.http.Surrogate-Key;

    # Varnish reads max-age and stale-while-revalidate, but not stale-if-error: it becomes the grace, which vcl_recv shortens while
    # FeedApi answers.
    if (beresp.http.Cache-Control ~ "stale-if-error=[0-9]+") {
        set beresp.grace = std.duration(regsub(beresp.http.Cache-Control, ".*stale-if-error=([0-9]+).*", "\1s"), 1d);
    }
    # For conditional requests to FeedApi, which cost it next to nothing.
    set beresp.keep = 1h;

    # While FeedApi fails, the copy that is there is better; it is fetched again with the next request.
    if (beresp.status >= 500 && bereq.is_bgfetch) {
        return (abandon);
    }
}

sub vcl_deliver {
    unset resp.http.xkey;
}

sub vcl_synth {
    if (req.http.Purged) {
        set resp.http.Content-Type = "text/plain";
        synthetic(req.http.Purged + " purged");
        return (deliver);
    }
}

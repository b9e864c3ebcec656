#!/usr/bin/env bash
# Version:   XML::RSS 1.62 for Perl (Debian 12, package libxml-rss-perl).
# Input:     a feed whose channel has a `podcast:guid`, once before its items and once behind them. RSS gives the elements no order.
# Expected:  both are read alike: that element is the id of the podcast, in a namespace of its own, and belongs to no item.
# Seen:      before the items the parser dies with "Modification of non-creatable array value attempted, subscript -1": it takes a `guid` of
#            any namespace for that of the item before. Behind them it reads the feed, but the guid of the last item, with
#            `isPermaLink="false"`, is marked as a permanent link. `podcast:medium` in its place does neither.
# Who meets: podcasts, which usually have the element among the first of the channel, when they are read with XML::RSS or with XML::Feed,
#            which Perlanet and ikiwiki use.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# The module itself still says 1.59.
[[ "$(dpkg-query --show --showformat '${Version}' libxml-rss-perl 2>/dev/null)" == 1.62-* ]] ||
  { echo "needs XML::RSS 1.62: install Debian 12's package libxml-rss-perl" >&2; exit 2; }

# Reads a feed with $1 before its item and $2 behind it, and says what the parser dies of, or the item's guid and its mark.
read_feed() {
  cat >"$work/feed.xml" <<XML
<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:podcast="https://podcastindex.org/namespace/1.0">
<channel>
<title>Bread</title><link>https://example.org/</link><description>Talks.</description>
$1
<item><title>Flour</title><guid isPermaLink="false">flour</guid></item>
$2
</channel>
</rss>
XML
  perl -MXML::RSS -e '
    my $rss = XML::RSS->new;
    print eval { $rss->parsefile(shift); 1 }
      ? join(" ", map { "$_->{guid} permanent: " . ($_->{isPermaLink} ? "yes" : "no") } @{$rss->{items}})
      : $@ =~ s/ at \S+ line .*//sr' "$work/feed.xml"
}

guid='<podcast:guid>917393e3-1b1e-5cef-ace4-edaa54e1f810</podcast:guid>'
medium='<podcast:medium>podcast</podcast:medium>'
seen=$(printf '%s\n' "guid before: $(read_feed "$guid" "")" "guid behind: $(read_feed "" "$guid")" \
  "medium before: $(read_feed "$medium" "")" "medium behind: $(read_feed "" "$medium")")
echo "$seen"
[ "$seen" = 'guid before: Modification of non-creatable array value attempted, subscript -1
guid behind: flour permanent: yes
medium before: flour permanent: no
medium behind: flour permanent: no' ] || { echo "changed" >&2; exit 1; }

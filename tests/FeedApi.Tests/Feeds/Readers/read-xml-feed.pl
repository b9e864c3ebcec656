#!/usr/bin/perl
# What Perl's XML::Feed finds in the feeds whose files are named, as JSON.
use strict;
use warnings;
use JSON::PP;
use XML::Feed;

# Several enclosures of an item, where there are.
$XML::Feed::MULTIPLE_ENCLOSURES = 1;
# Titles of Atom feeds as text and not as bytes.
$XML::Atom::ForceUnicode = 1;

sub read_item {
    my ($entry) = @_;
    return {
        id => $entry->id,
        title => $entry->title,
        link => $entry->link,
        published => $entry->issued->epoch,
        content => $entry->content->body,
        enclosures => [map { $_->url } grep { defined } $entry->enclosure],
    };
}

my @feeds = map {
    my $feed = XML::Feed->parse($_) or die "$_: " . XML::Feed->errstr;
    [map { read_item($_) } $feed->entries];
} @ARGV;
print encode_json(\@feeds);

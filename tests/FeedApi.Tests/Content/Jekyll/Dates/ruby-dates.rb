# Writes what Jekyll makes of each date of ruby-dates.tsv, which is given on the standard input:
#   ruby ruby-dates.rb < ruby-dates.tsv
# Columns: time zone; "date", a value of front matter, or "name", a file's name; the text; Jekyll's instant in UTC, or "none" where it
# refuses the date; FeedApi's where it differs.
require "jekyll"

def day_of(kind, text)
  return text[Jekyll::Document::DATE_FILENAME_MATCHER, 1] if kind == "name"

  Jekyll::Utils.safe_load_yaml("date: #{text}")["date"].to_s
end

STDIN.set_encoding("UTF-8")
STDIN.each_line(:chomp => true) do |line|
  next puts("# Jekyll #{Jekyll::VERSION}, Ruby #{RUBY_VERSION}") if line.start_with?("#")

  zone, kind, text, _, ours = line.split("\t")
  ENV["TZ"] = zone
  # Jekyll remembers each text, whatever the zone is.
  Jekyll::Utils.instance_variable_set(:@parse_date_cache, nil)
  answer =
    begin
      Jekyll::Utils.parse_date(day_of(kind, text)).utc.strftime("%Y-%m-%dT%H:%M:%SZ")
    rescue Jekyll::Errors::InvalidDateError
      "none"
    end
  puts [zone, kind, text, answer, ours].compact.join("\t")
end

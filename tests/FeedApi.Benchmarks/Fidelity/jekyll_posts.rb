# Prints, as JSON lines, what Jekyll makes of every post of a site: jekyll_posts.rb SITE
# Plugins, themes and layouts are left out, because FeedApi has none of them either.
require "jekyll"
require "json"
require "timeout"
require "tmpdir"

# There are posts for which kramdown takes minutes.
SECONDS_FOR_A_POST = 20

Dir.mktmpdir do |built|
  settings = Jekyll.configuration(
    "source" => ARGV.fetch(0), "destination" => built, "layouts_dir" => "_layouts_are_left_out",
    "quiet" => true, "disable_disk_cache" => true, "strict_front_matter" => false
  )
  settings["plugins"] = []
  settings["theme"] = nil
  settings["plugins_dir"] = "_plugins_are_left_out"
  site = Jekyll::Site.new(settings)
  %i[reset read generate].each { |step| site.public_send(step) }
  site.posts.docs.each do |post|
    excerpt = failure = nil
    begin
      Timeout.timeout(SECONDS_FOR_A_POST) do
        post.output = Jekyll::Renderer.new(site, post, site.site_payload).run
        excerpt = post.data["excerpt"].to_s
      end
    rescue StandardError => e
      failure = "#{e.class}: #{e.message}".lines.first.strip
    end
    puts JSON.generate(
      path: post.path.delete_prefix(site.source + "/"), url: post.url, id: post.id, title: post.data["title"].to_s, date: post.date.iso8601,
      categories: Array(post.data["categories"]).map(&:to_s), tags: Array(post.data["tags"]).map(&:to_s),
      excerpt: excerpt, html: post.content, failure: failure, lang: post.data["lang"]&.to_s
    )
  end
end

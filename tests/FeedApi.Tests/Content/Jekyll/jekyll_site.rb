# Builds a site with the plugins of its settings and prints, as one line of JSON, what was written: jekyll_site.rb SITE
require "jekyll"
require "json"
require "tmpdir"

Dir.mktmpdir do |built|
  site = Jekyll::Site.new(Jekyll.configuration(
    "source" => ARGV.fetch(0), "destination" => built, "quiet" => true, "disable_disk_cache" => true
  ))
  site.process
  redirects = (site.pages + site.posts.docs).select { |page| page.data["redirect"] }.map do |page|
    { from: page.data["redirect"]["from"], to: page.data["redirect"]["to"], file: page.destination(built).delete_prefix(built) }
  end
  files = Dir.glob("**/*", File::FNM_DOTMATCH, base: built).select { |file| File.file?(File.join(built, file)) }
  puts JSON.generate(
    normalizes_kc: Addressable::URI.parse("/\uFF08").normalize.to_s == "/(", redirects: redirects,
    posts: site.posts.docs.to_h { |post| [post.path.delete_prefix(site.source + "/"), post.url] },
    files: files, feeds: files.select { |file| file.end_with?(".xml") }.to_h { |file| [file, File.read(File.join(built, file))] }
  )
end

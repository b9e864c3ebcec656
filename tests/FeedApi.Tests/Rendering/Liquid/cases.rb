# Rewrites cases.json with what Jekyll makes of each template, as if it stood in the site's post of April 2022: ruby cases.rb
require "jekyll"
require "json"
require "tmpdir"

folder = __dir__
cases = JSON.parse(File.read(File.join(folder, "cases.json")))
Dir.mktmpdir do |built|
  settings = Jekyll.configuration(
    "source" => File.join(folder, "jekyll"), "destination" => built, "quiet" => true, "disable_disk_cache" => true
  )
  settings["plugins"] = []
  settings["theme"] = nil
  site = Jekyll::Site.new(settings)
  %i[reset read generate].each { |step| site.public_send(step) }
  post = site.posts.docs.find { |each| each.relative_path.include?("spring-tide") }
  cases.each_with_index do |each, number|
    payload = site.site_payload
    renderer = Jekyll::Renderer.new(site, post, payload)
    %i[assign_pages! assign_current_document! assign_highlighter_options!].each { |step| renderer.send(step) }
    info = { registers: { site: site, page: payload["page"] }, strict_filters: false, strict_variables: false }
    each["output"] = site.liquid_renderer.file(number.to_s).parse(each["template"]).render!(payload, info)
  end
end
File.write(File.join(folder, "cases.json"), JSON.pretty_generate(cases) + "\n")

# Writes into cases.json what the installed kramdown makes of each snippet: ruby cases.rb
# Made with kramdown 2.4.0 and kramdown-parser-gfm 1.1.0; other versions may differ.
require "json"
require "kramdown"
require "kramdown-parser-gfm"

# Jekyll's defaults, without the highlighting of code, which is no part of kramdown's rules.
DEFAULTS = { input: "GFM", hard_wrap: false, syntax_highlighter: nil }.freeze

path = File.join(__dir__, "cases.json")
cases = JSON.parse(File.read(path))
cases.each do |snippet|
  options = (snippet["options"] || {}).transform_keys(&:to_sym)
  snippet["html"] = Kramdown::Document.new(snippet["markdown"], DEFAULTS.merge(options)).to_html
end
File.write(path, JSON.pretty_generate(cases) + "\n")
warn "#{cases.size} snippets, kramdown #{Kramdown::VERSION}, kramdown-parser-gfm #{Kramdown::Parser::GFM::VERSION}"

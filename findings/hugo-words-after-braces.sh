#!/usr/bin/env bash
# Version:   Hugo 0.111.3 (Debian 12, package hugo), with `markup.goldmark.parser.attribute.block = true`.
# Input:     lines that begin with a list of attributes in braces and go on with words: in a paragraph, alone, and in a list.
# Expected:  the words stay, as in `A text {.x} goes on` and in `# A heading {.x} goes on`: attributes of a block stand on a line of
#            their own.
# Seen:      the rest of the line is lost without a warning, a line alone as a whole, and the items of the list are empty. In a paragraph
#            the attributes are set on what stands before. Without the setting every word is there.
# Who meets: who switches the setting on for a class on one block: sentences that an editor has wrapped before `{#top}`, and lists that
#            explain such marks, lose their words in pages and in feeds.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
[[ "$(hugo version 2>/dev/null)" == "hugo v0.111.3"[-+]* ]] || { echo "needs Hugo 0.111.3: install Debian 12's package hugo" >&2; exit 2; }

cd "$work"
mkdir -p content layouts/_default
echo '{{ .Content }}' >layouts/_default/single.html
page() { printf -- '---\ntitle: Marks\n---\n%s\n' "$2" >"content/$1.md"; }
page wrapped $'A heading may end with\n{#top} as its anchor.'
page alone '{#top} is an anchor.'
page list $'- {#top} is an anchor\n- {.note} is a class'
page inside 'A heading ends with {#top} as its anchor.'
page heading '## A heading {#top} with words'

# Builds the site with the setting $1 and writes each page on a line.
build() {
  printf 'baseURL = "https://example.org/"\n[markup.goldmark.parser.attribute]\nblock = %s\n' "$1" >hugo.toml
  hugo --quiet --disableKinds home,RSS,sitemap,taxonomy,term
  for name in wrapped alone list inside heading; do echo "$name: $(tr -d '\n' <"public/$name/index.html")"; done
}

on=$(build true)
off=$(build false)
echo "with the setting:"; echo "$on"; echo "without:"; echo "$off"
[ "$on" = 'wrapped: <p id="top">A heading may end with</p>
alone: 
list: <ul><li></li><li></li></ul>
inside: <p>A heading ends with {#top} as its anchor.</p>
heading: <h2 id="a-heading-top-with-words">A heading {#top} with words</h2>' ] &&
  [ "$off" = 'wrapped: <p>A heading may end with{#top} as its anchor.</p>
alone: <p>{#top} is an anchor.</p>
list: <ul><li>{#top} is an anchor</li><li>{.note} is a class</li></ul>
inside: <p>A heading ends with {#top} as its anchor.</p>
heading: <h2 id="a-heading-top-with-words">A heading {#top} with words</h2>' ] || { echo "changed" >&2; exit 1; }

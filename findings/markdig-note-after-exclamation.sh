#!/usr/bin/env bash
# Version:   Markdig 1.6.0 on .NET 10, with its extension for footnotes.
# Input:     `Thanks![^1]` and `Thanks?[^1]`, with the note defined below.
# Expected:  the sentence keeps its mark before the note, as in Hugo 0.111.3 (goldmark) and Jekyll 4.3.1 (kramdown).
# Seen:      `Thanks?` keeps its mark; `Thanks!` becomes `Thanks` and the note, the `!` is lost. `\!` before the note is kept.
# Who meets: who moves a blog from those generators to one on .NET: exclamations with a note turn into statements, also in feeds.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 NUGET_PACKAGES="$work/packages"

cat >probe.csproj <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework></PropertyGroup>
  <ItemGroup><PackageReference Include="Markdig" Version="[1.6.0]" /></ItemGroup>
</Project>
XML
cat >Probe.cs <<'CS'
using System;
using Markdig;

var notes = new MarkdownPipelineBuilder().UseFootnotes().Build();
foreach (var sentence in new[] { "Thanks?", "Thanks!", @"Thanks\!" })
{
    var html = Markdown.ToHtml($"{sentence}[^1]\n\n[^1]: To all.\n", notes);
    Console.WriteLine($"{sentence} {html[..html.IndexOf("<a ", StringComparison.Ordinal)]}");
}
CS

seen=$(dotnet run)
echo "$seen"
[ "$seen" = 'Thanks? <p>Thanks?
Thanks! <p>Thanks
Thanks\! <p>Thanks!' ] || { echo "changed" >&2; exit 1; }

#!/usr/bin/env bash
# Version:   Fluid.Core 2.41.1 on .NET 10, beside Liquid 5.4.0 for Ruby (Debian 12, package ruby-liquid).
# Input:     five filters of Liquid with arguments that are documented for them.
# Expected:  the text that Liquid for Ruby writes.
# Seen:      `%-H` is padded all the same, though `%-m` and `%-I` are not; truncatewords adds an ellipsis to a text that has just as many
#            words; divided_by makes an integer of 6.0 / 2; modulo has the sign of the dividend; round takes halves to even numbers.
# Who meets: who renders the templates or posts of a Jekyll site on .NET: hours, teasers, averages and stripes of tables differ.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
ruby -e 'gem "liquid", "5.4.0"' 2>/dev/null || { echo "needs Liquid 5.4.0: install Debian 12's package ruby-liquid" >&2; exit 2; }
cd "$work"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 NUGET_PACKAGES="$work/packages"

cat >templates <<'LIQUID'
{{ "2021-03-04 05:06:07" | date: "%-H:%M %-m %-I" }}
{{ "Flour and water" | truncatewords: 3 }}
{{ 6.0 | divided_by: 2 }}
{{ -7 | modulo: 3 }}
{{ 2.5 | round }}
LIQUID
cat >probe.csproj <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework></PropertyGroup>
  <ItemGroup><PackageReference Include="Fluid.Core" Version="[2.41.1]" /></ItemGroup>
</Project>
XML
cat >Probe.cs <<'CS'
using System;
using System.IO;
using Fluid;

Console.Write(new FluidParser().Parse(File.ReadAllText("templates")).Render(new TemplateContext()));
CS

dotnet run >fluid
ruby -e 'gem "liquid", "5.4.0"; require "liquid"; print Liquid::Template.parse(File.read("templates")).render' >ruby
echo "Fluid, Ruby:"; paste -d '|' fluid ruby
[ "$(paste -d '|' fluid ruby)" = '05:06 3 5|5:06 3 5
Flour and water...|Flour and water
3|3.0
-1|2
2|3' ] || { echo "changed" >&2; exit 1; }

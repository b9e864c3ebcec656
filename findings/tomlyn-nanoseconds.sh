#!/usr/bin/env bash
# Version:   Tomlyn 2.10.2 on .NET 10.
# Input:     dates whose seconds have seven and nine digits behind the point, as Go writes the time of a file or a commit.
# Expected:  both are read. TOML sets no limit to the digits; what is finer than the parser can hold is to be cut off.
# Seen:      seven digits are read; with nine the whole document is refused as not following RFC 3339, which has no limit either.
# Who meets: who reads front matter or settings that a program in Go or Rust has written: one date makes the post unreadable.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 NUGET_PACKAGES="$work/packages"

cat >probe.csproj <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework></PropertyGroup>
  <ItemGroup><PackageReference Include="Tomlyn" Version="[2.10.2]" /></ItemGroup>
</Project>
XML
cat >Probe.cs <<'CS'
using System;
using Tomlyn;
using Tomlyn.Model;

foreach (var seconds in new[] { "05.1234567", "05.123456789" })
{
    foreach (var date in new[] { $"2024-01-02T03:04:{seconds}Z", $"2024-01-02T03:04:{seconds}", $"03:04:{seconds}" })
    {
        try
        {
            TomlSerializer.Deserialize<TomlTable>($"title = \"A day\"\ndate = {date}\n");
            Console.WriteLine($"{date} read");
        }
        catch (TomlException)
        {
            Console.WriteLine($"{date} refused");
        }
    }
}
CS

seen=$(dotnet run)
echo "$seen"
[ "$seen" = '2024-01-02T03:04:05.1234567Z read
2024-01-02T03:04:05.1234567 read
03:04:05.1234567 read
2024-01-02T03:04:05.123456789Z refused
2024-01-02T03:04:05.123456789 refused
03:04:05.123456789 refused' ] || { echo "changed" >&2; exit 1; }

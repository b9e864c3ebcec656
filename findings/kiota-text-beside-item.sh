#!/usr/bin/env bash
# Version:   Microsoft.OpenApi.Kiota 1.38.0 (a .NET tool), generating C#.
# Input:     a description with three operations: GET /notes/{id}, GET /notes/{id}.txt and GET /notes/{id}.md. Paths with a parameter that is
#            part of a segment are valid, and no two of these are templates of the same hierarchy (OpenAPI 3.1, section 4.8.8).
# Expected:  a client with three operations.
# Seen:      two. The ending .txt is cut off the path, so that its operation meets the first one; it is left out with a line on the console
#            ("Duplicate operation GET") and exit code 0. The same happens to .json, .yaml and .csv; .md is kept, with a builder of its own.
# Who meets: who describes an address that gives the same thing in several forms by its ending, and finds one of them missing in the client.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir .config
cat >.config/dotnet-tools.json <<'JSON'
{"version": 1, "isRoot": true, "tools": {"microsoft.openapi.kiota": {"version": "1.38.0", "commands": ["kiota"]}}}
JSON
dotnet tool restore >/dev/null

# Writes the description of one operation at path $1, called $2, that answers the type $3.
operation() {
  cat <<YAML
  $1:
    get:
      operationId: $2
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses: {"200": {description: The note, content: {$3: {schema: $4}}}}
YAML
}

{
  printf 'openapi: 3.1.0\ninfo: {title: Notes, version: "1"}\npaths:\n'
  operation '/notes/{id}' GetNote application/json '{type: object, properties: {title: {type: string}}}'
  operation '/notes/{id}.txt' GetNoteAsText text/plain '{type: string}'
  operation '/notes/{id}.md' GetNoteAsMarkdown text/markdown '{type: string}'
} >api.yaml

export KIOTA_TELEMETRY_OPTOUT=true
code=0
dotnet kiota generate -l csharp -d api.yaml -o out -c NotesClient -n Notes >log 2>&1 || code=$?
templates=$(grep -rhoE '\{\+baseurl\}/notes/[^"]+' out --include='*.cs' | sort -u | tr '\n' ' ')
echo "exit $code; templates: $templates"
grep -q 'Duplicate operation GET' log
[ "$code" = 0 ]
[ "$templates" = '{+baseurl}/notes/{%2Did} {+baseurl}/notes/{id}.md ' ]

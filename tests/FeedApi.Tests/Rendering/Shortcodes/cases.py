#!/usr/bin/env python3
"""Writes cases.json: what Hugo makes of the templates and bodies in templates.txt, each of which is a site of one post.

usage: cases.py < templates.txt > cases.json

A template and a body are separated by ---, cases by ===. Hugo must be installed; its version is noted.
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

CONFIG = """baseURL = 'https://tides.example/blog/'
title = 'Tides'
disableKinds = ['taxonomy', 'term', 'home', 'section', 'RSS', 'sitemap', '404']
[markup.goldmark.renderer]
unsafe = true
[params.harbour]
name = 'Anse'
"""
POST = "+++\ntitle = 'Low & high'\ndate = 2024-03-04\nkind = 'spring'\n+++\n"


def ask(template, body):
    with tempfile.TemporaryDirectory() as folder:
        site = pathlib.Path(folder)
        files = {
            "hugo.toml": CONFIG,
            "layouts/_default/single.html": "{{ .Content }}",
            "layouts/shortcodes/x.html": template,
            "content/a.md": POST + body,
        }
        for name, text in files.items():
            (site / name).parent.mkdir(parents=True, exist_ok=True)
            (site / name).write_text(text)
        done = subprocess.run(["hugo", "--quiet", "--source", folder], capture_output=True, text=True)
        page = site / "public/a/index.html"
        if done.returncode or not page.exists():
            print(template, done.stdout, done.stderr, file=sys.stderr)
            return None
        return page.read_text()


version = re.search(r"v([0-9.]+)", subprocess.run(["hugo", "version"], capture_output=True, text=True).stdout)[1]
cases = []
for case in sys.stdin.read().split("===\n"):
    template, body = case.split("---\n", 1)
    cases.append({"template": template, "body": body, "html": ask(template, body)})
json.dump({"hugo": version, "cases": cases}, sys.stdout, ensure_ascii=False, indent=1)

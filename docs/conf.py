"""How the documentation becomes a site: Sphinx reads the Markdown, Furo lays it out. Nothing in it comes from another host."""

import sys
import tomllib
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

ROOT = Path(__file__).resolve().parent.parent

project = "send-outcomes"
author = "The send-outcomes authors"
project_copyright = "The send-outcomes authors; MIT licence"
version = release = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]

extensions = ["myst_parser", "sphinx_design", "sphinx_copybutton", "papers"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build"]
language = "en_GB"
nitpicky = True

myst_enable_extensions = ["colon_fence", "attrs_inline"]
myst_heading_anchors = 3
# Plans use straight and curly quotes on purpose, and code is code: nothing is made prettier.
smartquotes = False

copybutton_prompt_text = "$ "
copybutton_only_copy_prompt_lines = True
copybutton_exclude = ".linenos, .gp, .go"

html_theme = "furo"
html_title = "send-outcomes"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_favicon = "_static/mark.svg"
html_logo = "_static/mark.svg"
html_show_sphinx = False
html_copy_source = False
html_show_sourcelink = False
html_last_updated_fmt = None
html_theme_options = {
    "navigation_with_keys": True,
    "light_css_variables": {
        "color-brand-primary": "#0b5c6b",
        "color-brand-content": "#0b5c6b",
        "font-stack": "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif",
        "font-stack--monospace": "'Cascadia Mono', Consolas, 'SF Mono', Menlo, 'DejaVu Sans Mono', monospace",
    },
    "dark_css_variables": {"color-brand-primary": "#6cc7d6", "color-brand-content": "#6cc7d6"},
}

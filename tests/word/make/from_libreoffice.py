"""Makes the files in good/ that LibreOffice writes, from libreoffice.html and from the national draft. Run by hand; needs soffice.

python tests/word/make/from_libreoffice.py
"""

import shutil
import subprocess
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
GOOD = HERE.parent / "good"
MADE = {HERE / "libreoffice.html": "libreoffice.docx", GOOD / "national-draft.docx": "national-draft-libreoffice.docx"}


def main():
    for source, name in MADE.items():
        with tempfile.TemporaryDirectory() as folder:
            filters = ["--infilter=HTML (StarWriter)"] if source.suffix == ".html" else []
            command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", *filters]
            command += ["--convert-to", "docx:MS Word 2007 XML", "--outdir", f"{folder}/out", str(source)]
            subprocess.run(command, check=True, timeout=300)
            shutil.copyfile(f"{folder}/out/{source.stem}.docx", GOOD / name)


if __name__ == "__main__":
    main()

"""The example of the README is run, and prints what the README says."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

README = Path(__file__).resolve().parent.parent / "README.md"


def test_the_example_prints_what_the_readme_says():
    example = re.search(r"<!-- example:begin.*?<!-- example:end -->", README.read_text(encoding="utf-8"), re.DOTALL)
    assert example is not None
    code, output = re.findall(r"```\w+\n(.*?)```", example[0], re.DOTALL)
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code], capture_output=True, check=True, text=True, encoding="utf-8"
    )
    assert done.stdout == output

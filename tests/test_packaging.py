"""What goes out: files, licence, README, documentation, and nothing that names a place to install from."""

from __future__ import annotations

import ast
import re
import subprocess
import tomllib
from collections.abc import Iterator
from importlib.metadata import entry_points, version
from pathlib import Path

import pytest

import mawqif

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "mawqif"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
# Spelled in two halves, so that this file is not found by itself.
HOSTS = [
    "pypi" + ".org",
    "files.python" + "hosted.org",
    "registry.npm" + "js.org",
    "deb.deb" + "ian.org",
    "/simple" + "/",
]
NAMES_INDEX = re.compile(r"(extra-)?index-url\s*=?\s*(http|file)" + r"|--find-links")
README_LINES = 150


def repository_files() -> list[Path]:
    """The files under version control, or everything but what tools leave where there is none."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, check=False
    )
    if listed.returncode == 0:
        named = (ROOT / name for name in listed.stdout.decode().split("\0") if name)
    else:
        named = (
            path for path in ROOT.rglob("*") if not any(part.startswith(".") for part in path.relative_to(ROOT).parts)
        )
    return [path for path in named if path.is_file()]


def test_no_file_names_a_registry_host():
    told = {}
    for path in repository_files():
        text = path.read_bytes().decode("utf-8", errors="replace")
        found = [host for host in HOSTS if host in text] + [m.group() for m in NAMES_INDEX.finditer(text)]
        if found and path != Path(__file__).resolve():
            told[str(path.relative_to(ROOT))] = found
    assert told == {}


def test_the_readme_is_short():
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) <= README_LINES


def test_links_in_documents_lead_somewhere():
    broken = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]
    assert broken == []


def test_the_licence_is_whole():
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "Apache License" in text and "END OF TERMS AND CONDITIONS" in text
    assert PROJECT["project"]["license"] == "Apache-2.0"


def test_the_command_is_installed_with_the_version_of_the_project():
    script = next(iter(entry_points(group="console_scripts", name="mawqif")))
    assert callable(script.load())
    assert version("mawqif") == mawqif.__version__


def test_every_dependency_is_pinned_for_tests():
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pinned = {line.partition("==")[0].lower().replace("_", "-") for line in lines if "==" in line}
    wanted = PROJECT["project"]["dependencies"] + PROJECT["project"]["optional-dependencies"]["dev"]
    assert {re.split(r"[<>=!~\[ ]", need)[0].lower() for need in wanted} <= pinned


def undocumented(node: ast.AST, prefix: str) -> Iterator[str]:
    """Public functions and classes without a docstring; what stands inside functions is nobody's interface."""
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) or child.name.startswith("_"):
            continue
        if ast.get_docstring(child) is None and not _inherits(child):
            yield prefix + child.name
        if isinstance(child, ast.ClassDef):
            yield from undocumented(child, f"{prefix}{child.name}.")


def _inherits(child: ast.AST) -> bool:
    """Overloads, and overrides marked as such, are described elsewhere."""
    decorators = [ast.unparse(each) for each in getattr(child, "decorator_list", [])]
    return any(each.split(".")[-1] in {"overload", "override"} for each in decorators)


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_public_functions_and_classes_are_documented(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    public = ast.get_docstring(tree) is not None or path.name == "__init__.py" and not tree.body
    assert public, "the module has no docstring"
    assert list(undocumented(tree, "")) == []

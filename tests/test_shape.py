"""The rooms of the house stay small: functions, files and packages, and nobody is excused for longer than needed."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parent.parent / "src" / "mawqif"
FUNCTION_LINES, FILE_LINES, PACKAGE_FILES = 40, 400, 12

# What may be larger, and why: "file.py", "file.py:function" or "package", from src/mawqif.
EXCUSED: dict[str, str] = {
    "lang/ar/times": "one small file for each kind of time expression",
}


def files() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


def name(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """The functions of a file by qualified name, and how many lines each has, decorators apart."""
    yield from _inside(ast.parse(path.read_text(encoding="utf-8")), "")


def _inside(node: ast.AST, prefix: str) -> Iterator[tuple[str, int]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            yield prefix + child.name, (child.end_lineno or child.lineno) - child.lineno + 1
        named = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        yield from _inside(child, f"{prefix}{child.name}." if named else prefix)


def too_large() -> dict[str, str]:
    """Everything beyond its measure, with what it measures."""
    return {**_long_functions(), **_long_files(), **_full_packages()}


def _long_functions() -> dict[str, str]:
    return {
        f"{name(path)}:{function}": f"{lines} lines, {FUNCTION_LINES} are allowed"
        for path in files()
        for function, lines in functions(path)
        if lines > FUNCTION_LINES
    }


def _long_files() -> dict[str, str]:
    sizes = {name(path): path.read_text(encoding="utf-8").count("\n") for path in files()}
    return {file: f"{lines} lines, {FILE_LINES} are allowed" for file, lines in sizes.items() if lines > FILE_LINES}


def _full_packages() -> dict[str, str]:
    counts = {name(init.parent): len(list(init.parent.glob("*.py"))) for init in SOURCE.rglob("__init__.py")}
    return {
        package: f"{count} files, {PACKAGE_FILES} are allowed"
        for package, count in counts.items()
        if count > PACKAGE_FILES
    }


def test_nothing_is_larger_than_its_room():
    assert {what: size for what, size in too_large().items() if what not in EXCUSED} == {}


def test_every_excuse_is_needed_and_has_a_reason():
    large = too_large()
    assert [what for what in EXCUSED if what not in large] == []
    assert all(len(reason) > 20 for reason in EXCUSED.values())


@pytest.mark.parametrize(("body", "lines"), [(38, 39), (39, 40), (40, 41)])
def test_lines_are_counted_from_def_to_end(tmp_path: Path, body, lines):
    path = tmp_path / "made.py"
    path.write_text("class A:\n    @property\n    def f(self):\n" + "        pass\n" * body, encoding="utf-8")
    assert list(functions(path)) == [("A.f", lines)]

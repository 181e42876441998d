"""The reports' headings as a tree."""

from __future__ import annotations

from rich.text import Text
from textual.widgets import Tree
from textual.widgets.tree import TreeNode

from assistant.tui.reports import Place
from assistant.tui.visible import one_line
from assistant.types import Report, Section


class Outline(Tree[Place]):
    """A tree of reports, chapters and findings."""

    def __init__(self, reports: tuple[Report, ...]) -> None:
        super().__init__("reports")
        self.show_root = False
        self.guide_depth = 2
        self._places: dict[tuple[str, int], TreeNode[Place]] = {}
        for report in reports:
            self._add_report(report)

    def _add_report(self, report: Report) -> None:
        first = Place(report, report.sections[0]) if report.sections else None
        nodes: list[tuple[tuple[str, ...], TreeNode[Place]]] = [((), self.root.add(label(report.name), first))]
        for section in report.sections:
            while len(nodes) > 1 and nodes[-1][0] != section.path[: len(nodes[-1][0])]:
                nodes.pop()
            node = nodes[-1][1].add(label(section.path[-1]), Place(report, section))
            nodes.append((section.path, node))
            self._places[report.id, section.heading.start] = node
        close_leaves(nodes[0][1])

    def go_to(self, report: Report | None, section: Section | None) -> None:
        """Open the tree down to a section, or to the reports' chapters."""
        for node in self.root.children:
            node.expand()
        found = self._places.get((report.id, section.heading.start)) if report and section else None
        if found:
            above = found.parent
            while above:
                above.expand()
                above = above.parent
            self.call_after_refresh(self.move_cursor, found)


def close_leaves(node: TreeNode[Place]) -> None:
    """Show no arrow where nothing opens."""
    node.allow_expand = bool(node.children)
    for child in node.children:
        close_leaves(child)


def label(text: str) -> Text:
    """A heading that is never read as markup."""
    return Text(one_line(text))

"""The reports' headings as a tree."""

from __future__ import annotations

from rich.style import Style
from rich.text import Text
from textual.widgets import Tree
from textual.widgets.tree import TreeNode

from assistant.tui.reports import Place
from assistant.tui.visible import one_line
from assistant.types import Report, Section

NO_ARROW = "  "


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
        with_text = [section for section in report.sections if section.blocks] or report.sections
        first = Place(report, with_text[0]) if with_text else None
        name = label(report.name, "bold")
        nodes: list[tuple[tuple[str, ...], TreeNode[Place]]] = [((), self.root.add(name, first))]
        for section in report.sections:
            while len(nodes) > 1 and nodes[-1][0] != section.path[: len(nodes[-1][0])]:
                nodes.pop()
            node = nodes[-1][1].add(label(section.path[-1]), Place(report, section))
            nodes.append((section.path, node))
            self._places[report.id, section.heading.start] = node
        close_leaves(nodes[0][1])

    def go_to(self, report: Report | None, section: Section | None) -> None:
        """Open the tree down to a section, or to the reports' chapters, with the cursor on the first."""
        for node in self.root.children:
            node.expand()
        found = self._places.get((report.id, section.heading.start)) if report and section else None
        above = found.parent if found else None
        while above:
            above.expand()
            above = above.parent
        if found or self.root.children:
            self.call_after_refresh(self.move_cursor, found or self.root.children[0])

    def render_label(self, node: TreeNode[Place], base_style: Style, style: Style) -> Text:
        """A heading with its arrow; it ends in an ellipsis where it doesn't fit."""
        text = super().render_label(node, base_style, style)
        if not node.allow_expand:
            text = Text.assemble(NO_ARROW, text)
        room = self.scrollable_content_region.width - self.guide_depth * depth(node)
        text.truncate(max(room, 1), overflow="ellipsis")
        return text


def depth(node: TreeNode[Place]) -> int:
    """How many guides stand before a node; the root isn't shown and has none."""
    levels, above = 0, node.parent
    while above and above.parent:
        levels, above = levels + 1, above.parent
    return levels


def close_leaves(node: TreeNode[Place]) -> None:
    """Show no arrow where nothing opens."""
    node.allow_expand = bool(node.children)
    for child in node.children:
        close_leaves(child)


def label(text: str, style: str = "") -> Text:
    """A heading that is never read as markup."""
    return Text(one_line(text), style)

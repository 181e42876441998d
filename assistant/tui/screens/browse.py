"""Browsing the reports without asking: outlines, grades, areas for improvement."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Container
from textual.screen import Screen
from textual.widgets import DataTable, TabbedContent, TabPane, Tree

from assistant.tui import keys
from assistant.tui.reports import Place, grades, improvements, newest_first
from assistant.tui.widgets.find import FindBar
from assistant.tui.widgets.hints import Hints
from assistant.tui.widgets.outline import Outline
from assistant.tui.widgets.path_line import PathLine
from assistant.tui.widgets.place_table import PlaceTable
from assistant.tui.widgets.section_view import SectionView
from assistant.types import Report, Section


class BrowseScreen(Screen[None]):
    """The reports in three views, with the section that is chosen under or beside them."""

    BINDINGS = keys.BROWSING
    HORIZONTAL_BREAKPOINTS = keys.BREAKPOINTS

    def __init__(self, reports: tuple[Report, ...], at: tuple[Report, Section | None] | None = None) -> None:
        super().__init__()
        self._reports = newest_first(reports)
        self._at = at or (None, None)

    def compose(self) -> ComposeResult:
        """The views and the text."""
        with Container(id="browse"):
            with TabbedContent(id="views"):
                with TabPane("Outline", id="outline"):
                    yield Outline(self._reports)
                with TabPane("Grades", id="grades"):
                    yield PlaceTable(("Grade", "Area", "Report"), grades(self._reports))
                with TabPane("Areas for improvement", id="improvements"):
                    yield PlaceTable(("Area for improvement", "Report"), improvements(self._reports))
            with Container(id="text"):
                yield PathLine(id="text-path")
                yield SectionView(id="text-section")
        yield FindBar()
        yield Hints()

    def on_mount(self) -> None:
        """Begin at the section that was asked for."""
        outline = self.query_one(Outline)
        outline.focus()
        outline.go_to(*self._at)

    async def action_view(self, name: str) -> None:
        """Go to a view."""
        self.query_one(TabbedContent).active = name
        pane = self.query_one(TabbedContent).get_pane(name)
        view = pane.query("Outline, PlaceTable").first()
        view.focus()
        if isinstance(view, PlaceTable) and view.places:
            await self._show(view.places[view.cursor_row])

    def action_find(self) -> None:
        """Find words in the section that is shown."""
        self.query_one(FindBar).open(self.query_one(SectionView))

    def on_find_bar_closed(self, message: FindBar.Closed) -> None:
        """Go on where the finding began."""
        (message.came_from or self.query_one(Outline)).focus(scroll_visible=False)

    def action_help(self) -> None:
        """Show the keys that act here."""
        from assistant.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.focused))

    def action_close(self) -> None:
        """Back to the chat."""
        self.dismiss(None)

    async def on_tree_node_highlighted(self, event: Tree.NodeHighlighted[Place]) -> None:
        """Show the section of a node."""
        if event.node.data:
            await self._show(event.node.data)

    async def on_data_table_row_highlighted(self, event: DataTable.RowHighlighted) -> None:
        """Show where a row stands."""
        if isinstance(event.data_table, PlaceTable) and event.data_table.has_focus:
            await self._show(event.data_table.places[event.cursor_row])

    async def _show(self, place: Place) -> None:
        self.query_one(PathLine).go_to(place.report.name, *place.section.path)
        await self.query_one(SectionView).show(place.report, place.section, place.spans)

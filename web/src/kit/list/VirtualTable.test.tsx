import { fireEvent, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { renderInApp } from "@/testing/renderInApp";
import type { Column } from "./Column";
import { type Rows, rowsOf } from "./Rows";
import { type Sort, VirtualTable } from "./VirtualTable";

interface Film {
  readonly id: string;
  readonly title: string;
}

const films = Array.from({ length: 10_000 }, (_, i): Film => ({ id: `f${i}`, title: `Film ${i}` }));
const columns: readonly Column<Film>[] = [
  { id: "title", header: "Title", width: "1fr", sort: "title", cell: (film) => film.title },
  { id: "id", header: "Id", width: "80px", cell: (film) => film.id },
];

function show(
  rows: Rows<Film>,
  more: { onOpen?: (film: Film) => void; onSort?: (sort: Sort) => void; sort?: Sort } = {},
) {
  return renderInApp(
    <VirtualTable
      label="Films"
      rows={rows}
      rowKey={(film) => film.id}
      columns={columns}
      empty="No films"
      {...more}
    />,
  );
}

it("says how long it is, and makes only the rows in view", () => {
  show(rowsOf(films));
  expect(screen.getByRole("table", { name: "Films" }).getAttribute("aria-rowcount")).toBe("10001");
  const rows = screen.getAllByRole("row");
  expect(rows.length).toBeLessThan(60);
  expect(screen.getByText("Film 0")).toBeDefined();
  expect(screen.queryByText("Film 5000")).toBeNull();
});

it("holds the place of rows that are on the way, and asks for what is in view", () => {
  const onRange = vi.fn();
  show({ count: 500, at: (index) => (index < 3 ? films[index] : undefined), onRange });
  expect(screen.getByText("Film 2")).toBeDefined();
  expect(screen.queryByText("Film 3")).toBeNull();
  expect(onRange.mock.calls[0]?.[0]).toBe(0);
});

it("opens a row by click and by Enter, but not through a link in it", () => {
  const onOpen = vi.fn();
  show(rowsOf(films), { onOpen });
  const row = screen.getAllByRole("row")[2];
  if (row === undefined) throw new Error("There are rows.");
  fireEvent.click(screen.getByText("Film 1"));
  fireEvent.keyDown(row, { key: "Enter" });
  expect(onOpen.mock.calls).toEqual([[films[1]], [films[1]]]);
});

it("sorts by a column, and again the other way", () => {
  const onSort = vi.fn();
  const { unmount } = show(rowsOf(films), { onSort, sort: { by: "id", order: "asc" } });
  fireEvent.click(screen.getByRole("button", { name: "Title" }));
  unmount();
  show(rowsOf(films), { onSort, sort: { by: "title", order: "asc" } });
  expect(screen.getByRole("columnheader", { name: "Title" }).getAttribute("aria-sort")).toBe("ascending");
  fireEvent.click(screen.getByRole("button", { name: "Title" }));
  expect(onSort.mock.calls).toEqual([[{ by: "title", order: "asc" }], [{ by: "title", order: "desc" }]]);
});

it("says so when there is nothing", () => {
  show(rowsOf<Film>([]));
  expect(screen.getByText("No films")).toBeDefined();
});

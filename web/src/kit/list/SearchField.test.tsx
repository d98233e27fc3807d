import { MantineProvider } from "@mantine/core";
import { act, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { SearchField } from "./SearchField";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

const changed = vi.fn();
const field = (value: string | undefined) => (
  <MantineProvider>
    <SearchField label="Search films" value={value} onChange={changed} />
  </MantineProvider>
);
const type = (text: string) => fireEvent.change(screen.getByRole("searchbox"), { target: { value: text } });
const wait = (ms: number) => act(() => vi.advanceTimersByTime(ms));

it("waits until the typing rests", () => {
  changed.mockReset();
  render(field(undefined));
  type("du");
  wait(299);
  type("dune ");
  wait(299);
  expect(changed).not.toHaveBeenCalled();
  wait(1);
  expect(changed).toHaveBeenCalledExactlyOnceWith("dune");
});

it("follows the URL when that changes elsewhere, and does not answer back", () => {
  changed.mockReset();
  const { rerender } = render(field("dune"));
  rerender(field("solaris"));
  expect(screen.getByRole<HTMLInputElement>("searchbox").value).toBe("solaris");
  rerender(field(undefined));
  expect(screen.getByRole<HTMLInputElement>("searchbox").value).toBe("");
  wait(1000);
  expect(changed).not.toHaveBeenCalled();
});

it("gives nothing for an empty field", () => {
  changed.mockReset();
  render(field("dune"));
  fireEvent.click(screen.getByRole("button", { name: "Clear" }));
  wait(300);
  expect(changed).toHaveBeenCalledExactlyOnceWith(undefined);
});

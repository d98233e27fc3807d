import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { describe, expect, it, vi } from "vitest";
import { usePagedRows } from "./usePagedRows";

const pageSize = 10;
const total = 95;

/** A list of numbers from `first` on; its pages come when asked for. */
function reader(first: number) {
  return vi.fn((page: number) =>
    Promise.resolve({
      items: Array.from({ length: Math.min(pageSize, total - (page - 1) * pageSize) }, (_, i) => {
        return first + (page - 1) * pageSize + i;
      }),
      total,
    }),
  );
}

function show(read: ReturnType<typeof reader>, key = "a", readAhead = 0) {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <QueryClientProvider client={queries}>{children}</QueryClientProvider>
  );
  return renderHook(
    (props) => usePagedRows<number>({ queryKey: [props.key], pageSize, read: props.read, readAhead }),
    { wrapper, initialProps: { key, read } },
  );
}

describe("usePagedRows", () => {
  it("is as long as the whole list once the first page is there", async () => {
    const read = reader(0);
    const { result } = show(read);
    expect(result.current.isLoading).toBe(true);
    await waitFor(() => expect(result.current.total).toBe(total));
    expect(result.current.rows.count).toBe(total);
    expect(result.current.rows.at(9)).toBe(9);
    expect(result.current.rows.at(10)).toBeUndefined();
    expect(read).toHaveBeenCalledTimes(1);
  });

  it("reads the pages in view and no others", async () => {
    const read = reader(0);
    const { result } = show(read);
    await waitFor(() => expect(result.current.total).toBe(total));
    act(() => result.current.rows.onRange?.(68, 72));
    await waitFor(() => expect(result.current.rows.at(72)).toBe(72));
    expect(result.current.rows.at(68)).toBe(68);
    expect(read.mock.calls.map(([page]) => page)).toEqual([1, 7, 8]);
  });

  it("reads the pages beside those in view ahead where it is to", async () => {
    const read = reader(0);
    const { result } = show(read, "a", 1);
    await waitFor(() => expect(result.current.total).toBe(total));
    act(() => result.current.rows.onRange?.(42, 48));
    await waitFor(() => expect(result.current.rows.at(59)).toBe(59));
    expect(result.current.rows.at(30)).toBe(30);
    expect(read.mock.calls.map(([page]) => page)).toEqual([1, 4, 5, 6]);
  });

  it("asks for no page behind the last", async () => {
    const read = reader(0);
    const { result } = show(read);
    await waitFor(() => expect(result.current.total).toBe(total));
    act(() => result.current.rows.onRange?.(90, 400));
    await waitFor(() => expect(result.current.rows.at(94)).toBe(94));
    expect(Math.max(...read.mock.calls.map(([page]) => page))).toBe(10);
  });

  it("keeps the old rows, marked as such, while other filters are read", async () => {
    const { result, rerender } = show(reader(0));
    await waitFor(() => expect(result.current.total).toBe(total));
    rerender({ key: "b", read: reader(1000) });
    expect(result.current.isStale).toBe(true);
    expect(result.current.rows.at(0)).toBe(0);
    await waitFor(() => expect(result.current.isStale).toBe(false));
    expect(result.current.rows.at(0)).toBe(1000);
  });
});

import { act, renderHook } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { ApiProblem } from "@/api/problem";
import { useRecordSave } from "./useRecordSave";

interface Body {
  readonly name: string;
}

/** A record on a server, which refuses every change made from another revision. */
function stored() {
  let record: { name: string; revision: number } | undefined = { name: "Cup", revision: 1 };
  const current = (revision: number | undefined) => {
    if (record === undefined) throw new ApiProblem({ status: 404, code: "not_found" });
    if (record.revision !== revision) throw new ApiProblem({ status: 412, code: "revision_mismatch" });
    return record;
  };
  return {
    read: async () => {
      if (record === undefined) throw new ApiProblem({ status: 404, code: "not_found" });
      return record;
    },
    send: async ({ name }: Body, revision: number | undefined) => {
      record = { name, revision: current(revision).revision + 1 };
      return { id: "1", revision: record.revision };
    },
    remove: async (revision: number) => {
      current(revision);
      record = undefined;
    },
    /** What somebody else does meanwhile. */
    change: (name: string) => {
      record = { name, revision: (record?.revision ?? 0) + 1 };
    },
    vanish: () => {
      record = undefined;
    },
    name: () => record?.name,
  };
}

function editing() {
  const server = stored();
  const onSaved = vi.fn();
  const onRemoved = vi.fn();
  const { result } = renderHook(() =>
    useRecordSave<Body, Body & { revision: number }>({ ...server, onSaved, onRemoved }),
  );
  return { server, onSaved, onRemoved, saving: () => result.current };
}

it("asks before it deletes what somebody else changed, and deletes that", async () => {
  const { server, onRemoved, saving } = editing();
  server.change("Cup II");
  let refused: unknown = "unknown";
  const onConflict = vi.fn(() => expect(saving().conflict).toBeUndefined());
  await act(async () => {
    refused = await saving().erase({ name: "Cup" }, 1, onConflict);
  });
  expect(onConflict).toHaveBeenCalledOnce();
  expect(refused).toBeUndefined();
  expect(onRemoved).not.toHaveBeenCalled();
  expect(saving().conflict).toEqual({
    body: { name: "Cup" },
    isRemoval: true,
    theirs: { name: "Cup II", revision: 2 },
  });
  await act(async () => saving().overwrite());
  expect(server.name()).toBeUndefined();
  expect(onRemoved).toHaveBeenCalledOnce();
  expect(saving().conflict).toBeUndefined();
});

it("asks before it saves over what somebody else changed", async () => {
  const { server, onSaved, saving } = editing();
  server.change("Cup II");
  await act(async () => void (await saving().save({ name: "Cup I" }, 1)));
  expect(saving().conflict).toMatchObject({ isRemoval: false, theirs: { name: "Cup II" } });
  expect(onSaved).not.toHaveBeenCalled();
  await act(async () => saving().overwrite());
  expect(server.name()).toBe("Cup I");
  expect(onSaved).toHaveBeenCalledOnce();
});

it("deletes at once what nobody changed", async () => {
  const { server, onRemoved, saving } = editing();
  await act(async () => void (await saving().erase({ name: "Cup" }, 1)));
  expect(server.name()).toBeUndefined();
  expect(onRemoved).toHaveBeenCalledOnce();
});

it("returns what else is against deleting, and says what comes up on the second try", async () => {
  const { server, onRemoved, saving } = editing();
  server.change("Cup II");
  await act(async () => void (await saving().erase({ name: "Cup" }, 1)));
  server.vanish();
  await act(async () => saving().overwrite());
  expect(saving().conflict).toBeUndefined();
  expect(saving().problem?.code).toBe("not_found");
  await act(async () => {
    expect((await saving().erase({ name: "Cup" }, 1))?.code).toBe("not_found");
  });
  expect(saving().problem).toBeUndefined();
  expect(onRemoved).not.toHaveBeenCalled();
});

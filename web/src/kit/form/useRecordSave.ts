import { useState } from "react";
import type { Schemas } from "@/api/client";
import { type ApiProblem, asProblem } from "@/api/problem";

type Saved = Schemas["SavedAnswer"];

interface Revised {
  readonly revision: number;
}

interface Options<Body, Stored extends Revised> {
  /** Adds the record, or replaces the one of that revision. */
  readonly send: (body: Body, revision: number | undefined) => Promise<Saved>;
  /** Deletes the one of that revision; undefined where nothing can be deleted. */
  readonly remove?: ((revision: number) => Promise<unknown>) | undefined;
  /** What is saved now; asked for when somebody else was quicker. */
  readonly read: () => Promise<Stored>;
  readonly onSaved: (saved: Saved, body: Body) => void;
  readonly onRemoved?: () => unknown;
}

interface Conflict<Body, Stored> {
  readonly body: Body;
  /** Whether it was to be deleted rather than saved. */
  readonly isRemoval: boolean;
  /** Undefined while it is read. */
  readonly theirs: Stored | undefined;
}

const conflicts: readonly string[] = ["revision_mismatch", "revision_conflict"];

/** Saves or deletes a record on the revision it was read with; a conflict is told apart from other problems. */
export function useRecordSave<Body, Stored extends Revised>(options: Options<Body, Stored>) {
  const { send, remove, read, onSaved, onRemoved } = options;
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  const [conflict, setConflict] = useState<Conflict<Body, Stored>>();

  /** Does it; a conflict is answered by reading what is saved, anything else is returned. */
  const attempt = async (
    body: Body,
    isRemoval: boolean,
    run: () => Promise<unknown>,
    onConflict?: () => void,
  ) => {
    setSaving(true);
    setProblem(undefined);
    try {
      await run();
      setConflict(undefined);
      return undefined;
    } catch (error) {
      const refused = asProblem(error);
      if (!conflicts.includes(refused.code)) {
        setConflict(undefined);
        return refused;
      }

      onConflict?.();
      setConflict({ body, isRemoval, theirs: undefined });
      try {
        setConflict({ body, isRemoval, theirs: await read() });
      } catch (failed) {
        setConflict(undefined);
        setProblem(asProblem(failed));
      }

      return undefined;
    } finally {
      setSaving(false);
    }
  };

  const save = async (body: Body, revision: number | undefined): Promise<ApiProblem | undefined> => {
    const refused = await attempt(body, false, async () => onSaved(await send(body, revision), body));
    setProblem((shown) => refused ?? shown);
    return refused;
  };

  /**
   * Deletes it and returns what is against that; `body` is what a version saved meanwhile is compared with, and
   * `onConflict` is called before there is one.
   */
  const erase = (body: Body, revision: number, onConflict?: () => void): Promise<ApiProblem | undefined> => {
    const run = async () => {
      await remove?.(revision);
      await onRemoved?.();
    };
    return attempt(body, true, run, onConflict);
  };

  /** Does on top of the version saved meanwhile what was to be done. */
  const overwrite = async () => {
    if (conflict?.theirs === undefined) return;
    const { body, isRemoval, theirs } = conflict;
    if (!isRemoval) await save(body, theirs.revision);
    else setProblem(await erase(body, theirs.revision));
  };

  return {
    save,
    erase,
    isSaving,
    problem,
    conflict,
    clear: () => setProblem(undefined),
    closeConflict: () => setConflict(undefined),
    overwrite: () => void overwrite(),
  };
}

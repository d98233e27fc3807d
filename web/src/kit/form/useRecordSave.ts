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
  /** What is saved now; asked for when somebody else was quicker. */
  readonly read: () => Promise<Stored>;
  readonly onSaved: (saved: Saved, body: Body) => void;
}

interface Conflict<Body, Stored> {
  readonly body: Body;
  /** Undefined while it is read. */
  readonly theirs: Stored | undefined;
}

/** Saves a record on the revision it was read with; a conflict is told apart from other problems. */
export function useRecordSave<Body, Stored extends Revised>(options: Options<Body, Stored>) {
  const { send, read, onSaved } = options;
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  const [conflict, setConflict] = useState<Conflict<Body, Stored>>();

  const save = async (body: Body, revision: number | undefined): Promise<ApiProblem | undefined> => {
    setSaving(true);
    setProblem(undefined);
    try {
      const saved = await send(body, revision);
      setConflict(undefined);
      onSaved(saved, body);
      return undefined;
    } catch (error) {
      const refused = asProblem(error);
      if (refused.code !== "revision_mismatch" && refused.code !== "revision_conflict") {
        setConflict(undefined);
        setProblem(refused);
        return refused;
      }

      setConflict({ body, theirs: undefined });
      try {
        setConflict({ body, theirs: await read() });
      } catch (failed) {
        setConflict(undefined);
        setProblem(asProblem(failed));
      }

      return undefined;
    } finally {
      setSaving(false);
    }
  };

  return {
    save,
    isSaving,
    problem,
    conflict,
    clear: () => setProblem(undefined),
    closeConflict: () => setConflict(undefined),
    /** Saves one's own version on top of the one saved meanwhile. */
    overwrite: () => {
      if (conflict?.theirs !== undefined) void save(conflict.body, conflict.theirs.revision);
    },
  };
}

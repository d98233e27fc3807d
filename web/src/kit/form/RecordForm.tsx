import type { UseFormReturnType } from "@mantine/form";
import { type QueryKey, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { Schemas } from "@/api/client";
import { toast } from "@/kit/toast";
import { ConflictDialog } from "./ConflictDialog";
import { type ComparedField, differences } from "./differences";
import { FormFrame } from "./FormFrame";
import { splitErrors } from "./fieldErrors";
import { useRecordSave } from "./useRecordSave";
import { useUnsavedGuard } from "./useUnsavedGuard";

interface Stored {
  readonly name: string;
  readonly revision: number;
}

interface Removal {
  /** What deleting it means, in a sentence. */
  readonly consequence: string;
  readonly run: (revision: number) => Promise<unknown>;
}

interface Props<Values, Item extends Stored> {
  readonly form: UseFormReturnType<Values>;
  /** What is edited, as "rule". */
  readonly what: string;
  /** It as it was opened; undefined for a new one. */
  readonly item: Item | undefined;
  readonly hasInput: (field: string) => boolean;
  /** Adds it, or replaces the one of that revision. */
  readonly save: (values: Values, revision: number | undefined) => Promise<Schemas["SavedAnswer"]>;
  readonly nameOf: (values: Values) => string;
  /** What is saved now; asked for when somebody else was quicker. */
  readonly read: () => Promise<Item>;
  readonly valuesOf: (item: Item) => Values;
  /** What is compared when somebody else was quicker. */
  readonly fields: readonly ComparedField<Values>[];
  /** Undefined where nothing can be deleted. */
  readonly removal?: Removal | undefined;
  /** What is read again afterwards. */
  readonly stale: QueryKey;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * A form for one item that has revisions: when somebody else saved meanwhile, one sees what differs and chooses, also
 * before it is deleted.
 */
export function RecordForm<Values extends object, Item extends Stored>(props: Props<Values, Item>) {
  const { form, what, item, hasInput, nameOf, removal, stale, onClose } = props;
  // What the changes are made from: a refetch in the background does not change it.
  const [revision, setRevision] = useState(item?.revision);
  const queries = useQueryClient();
  const guard = useUnsavedGuard(form.isDirty());
  const renew = () => queries.invalidateQueries({ queryKey: stale });
  const leave = (words: string) => {
    guard.release();
    toast(words);
    onClose();
    return renew();
  };
  const saving = useRecordSave<Values, Item>({
    send: props.save,
    remove: removal?.run,
    read: props.read,
    onSaved: (_, values) => void leave(`The ${what} “${nameOf(values)}” is saved.`),
    onRemoved: () => leave(`The ${what} “${item?.name}” is deleted.`),
  });
  const submit = async (values: Values) => {
    const refused = await saving.save(values, revision);
    if (refused !== undefined) form.setErrors(splitErrors(refused, hasInput).fields);
  };
  const { problem, conflict } = saving;
  const takeTheirs = (theirs: Item) => {
    const values = props.valuesOf(theirs);
    form.setValues(values);
    form.resetDirty(values);
    setRevision(theirs.revision);
    saving.closeConflict();
    void renew();
  };
  return (
    <>
      <FormFrame
        form={form}
        what={what}
        name={item?.name}
        problem={problem}
        hasInput={hasInput}
        isSaving={saving.isSaving}
        onSubmit={submit}
        removal={
          removal && {
            consequence: removal.consequence,
            run: async (leave) => {
              const refused = await saving.erase(form.values, revision ?? 0, leave);
              if (refused !== undefined) throw refused;
            },
          }
        }
        guard={guard}
      >
        {props.children}
      </FormFrame>
      <ConflictDialog
        isOpen={conflict !== undefined}
        what={`the ${what}`}
        isRemoval={conflict?.isRemoval}
        differences={
          conflict?.theirs && differences(conflict.body, props.valuesOf(conflict.theirs), props.fields)
        }
        onReload={() => conflict?.theirs && takeTheirs(conflict.theirs)}
        onOverwrite={saving.overwrite}
        onClose={saving.closeConflict}
      />
    </>
  );
}

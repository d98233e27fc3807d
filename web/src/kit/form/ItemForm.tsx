import type { UseFormReturnType } from "@mantine/form";
import { type QueryKey, useMutation, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { asProblem } from "@/api/problem";
import { toast } from "@/kit/toast";
import { FormFrame } from "./FormFrame";
import { splitErrors } from "./fieldErrors";
import { useUnsavedGuard } from "./useUnsavedGuard";

interface Removal {
  /** What deleting it means, in a sentence. */
  readonly consequence: string;
  readonly run: () => Promise<unknown>;
}

interface Props<Values> {
  readonly form: UseFormReturnType<Values>;
  /** What is edited, as "rule". */
  readonly what: string;
  /** Its name as it is saved; undefined for a new one. */
  readonly name: string | undefined;
  readonly hasInput: (field: string) => boolean;
  /** Saves it and returns the name it has now. */
  readonly save: (values: Values) => Promise<string>;
  /** Undefined where nothing can be deleted. */
  readonly removal?: Removal | undefined;
  /** What is read again afterwards. */
  readonly stale: QueryKey;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The frame of a form for one item of a list: what is wrong, the fields, delete, save, and a guard for what is unsaved. */
export function ItemForm<Values extends object>(props: Props<Values>) {
  const { form, what, name, hasInput, removal, stale, onClose } = props;
  const queries = useQueryClient();
  const guard = useUnsavedGuard(form.isDirty());
  const leave = (words: string) => {
    guard.release();
    toast(words);
    onClose();
    return queries.invalidateQueries({ queryKey: stale });
  };
  const saving = useMutation({
    mutationFn: props.save,
    onSuccess: (saved) => leave(`The ${what} “${saved}” is saved.`),
    onError: (problem) => form.setErrors(splitErrors(asProblem(problem), hasInput).fields),
  });
  return (
    <FormFrame
      form={form}
      what={what}
      name={name}
      problem={saving.error === null ? undefined : asProblem(saving.error)}
      hasInput={hasInput}
      isSaving={saving.isPending}
      onSubmit={saving.mutate}
      removal={
        removal && {
          consequence: removal.consequence,
          run: async () => {
            await removal.run();
            await leave(`The ${what} “${name}” is deleted.`);
          },
        }
      }
      guard={guard}
    >
      {props.children}
    </FormFrame>
  );
}

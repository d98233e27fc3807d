import { Button, Group, Stack } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import type { ReactNode } from "react";
import type { ApiProblem } from "@/api/problem";
import { ConfirmButton } from "@/kit/ConfirmButton";
import { FormProblem } from "./FormProblem";
import { splitErrors } from "./fieldErrors";
import { UnsavedDialog } from "./UnsavedDialog";
import type { UnsavedGuard } from "./useUnsavedGuard";

interface Removal {
  /** What deleting it means, in a sentence. */
  readonly consequence: string;
  /** Deletes it; calls `leave` before a dialog comes up. */
  readonly run: (leave: () => void) => Promise<unknown>;
}

interface Props<Values> {
  readonly form: UseFormReturnType<Values>;
  /** What is edited, as "rule". */
  readonly what: string;
  /** Its name as it is saved; undefined for a new one. */
  readonly name: string | undefined;
  readonly problem: ApiProblem | undefined;
  readonly hasInput: (field: string) => boolean;
  readonly isSaving: boolean;
  readonly onSubmit: (values: Values) => unknown;
  /** Undefined where nothing can be deleted. */
  readonly removal: Removal | undefined;
  readonly guard: UnsavedGuard;
  readonly children: ReactNode;
}

/** How a form for one item of a list looks: what is wrong, the fields, delete, save, and a question for what is unsaved. */
export function FormFrame<Values extends object>(props: Props<Values>) {
  const { form, what, name, problem, hasInput, removal } = props;
  const isNew = name === undefined;
  return (
    <>
      <form onSubmit={form.onSubmit((values) => void props.onSubmit(values))} noValidate>
        <Stack>
          <FormProblem
            problem={problem}
            rest={problem === undefined ? [] : splitErrors(problem, hasInput).rest}
          />
          {props.children}
          <Group justify="space-between" mt="xs">
            {isNew || removal === undefined ? (
              <span />
            ) : (
              <ConfirmButton
                label="Delete"
                question={`Delete the ${what} “${name}”?`}
                consequence={removal.consequence}
                confirm={`Delete the ${what}`}
                onConfirm={removal.run}
              />
            )}
            <Button type="submit" loading={props.isSaving} disabled={!isNew && !form.isDirty()}>
              {isNew ? `Add the ${what}` : "Save changes"}
            </Button>
          </Group>
        </Stack>
      </form>
      <UnsavedDialog guard={props.guard} what={`the ${what}`} />
    </>
  );
}

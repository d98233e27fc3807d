import { Button, Group, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { IdempotencyKeys } from "@/api/idempotency";
import { asProblem } from "@/api/problem";
import { ConfirmButton } from "@/kit/ConfirmButton";
import { FormProblem } from "@/kit/form/FormProblem";
import { splitErrors } from "@/kit/form/fieldErrors";
import { UnsavedDialog } from "@/kit/form/UnsavedDialog";
import { useUnsavedGuard } from "@/kit/form/useUnsavedGuard";
import { toast } from "@/kit/toast";
import { type AlertRule, addRule, alertSubjectsQuery, changeRule, removeRule } from "./alertQueries";
import { RuleFields } from "./RuleFields";
import { bodyOf, emptyRule, formOf, type RuleForm, ruleRules } from "./rule";

interface Props {
  /** Undefined for a new one. */
  readonly rule: AlertRule | undefined;
  readonly onClose: () => void;
}

const hasInput = (field: string) => field in emptyRule || field.startsWith("where.");

/** Adds or changes a condition that raises an alert. */
export function RuleEditor(props: Props) {
  const { onClose } = props;
  // What is being edited does not change with a refetch.
  const [rule] = useState(props.rule);
  const { data: subjects } = useQuery(alertSubjectsQuery);
  const queries = useQueryClient();
  const keys = useRef(new IdempotencyKeys()).current;
  const form = useForm<RuleForm>({
    initialValues: rule === undefined ? emptyRule : formOf(rule),
    validate: ruleRules,
  });
  const guard = useUnsavedGuard(form.isDirty());
  const leave = (words: string) => {
    guard.release();
    toast(words);
    onClose();
    return queries.invalidateQueries({ queryKey: ["operations", "alerts"] });
  };
  const saving = useMutation({
    mutationFn: (values: RuleForm) => {
      const body = bodyOf(values, props.rule?.isEnabled ?? true);
      return rule === undefined ? addRule(body, keys.keyFor(body)) : changeRule(rule.id, body);
    },
    onSuccess: ({ name }) => {
      keys.settle();
      return leave(`The rule “${name}” is saved.`);
    },
    onError: (problem) => form.setErrors(splitErrors(asProblem(problem), hasInput).fields),
  });
  const problem = saving.error === null ? undefined : asProblem(saving.error);
  return (
    <form onSubmit={form.onSubmit((values) => saving.mutate(values))} noValidate>
      <Stack>
        <FormProblem
          problem={problem}
          rest={problem === undefined ? [] : splitErrors(problem, hasInput).rest}
        />
        <RuleFields form={form} subjects={subjects?.items ?? []} hasSecret={rule?.hasSecret ?? false} />
        <Group justify="space-between" mt="xs">
          {rule === undefined ? (
            <span />
          ) : (
            <ConfirmButton
              label="Delete"
              question={`Delete the rule “${rule.name}”?`}
              consequence="What it has raised is resolved and stays in the history."
              confirm="Delete the rule"
              onConfirm={async () => {
                await removeRule(rule.id);
                await leave(`The rule “${rule.name}” is deleted.`);
              }}
            />
          )}
          <Button type="submit" loading={saving.isPending} disabled={rule !== undefined && !form.isDirty()}>
            {rule === undefined ? "Add the rule" : "Save changes"}
          </Button>
        </Group>
      </Stack>
      <UnsavedDialog guard={guard} what="the rule" />
    </form>
  );
}

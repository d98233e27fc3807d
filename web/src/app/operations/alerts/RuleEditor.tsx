import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { IdempotencyKeys } from "@/api/idempotency";
import { ItemForm } from "@/kit/form/ItemForm";
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
  // What is being edited does not change with a refetch.
  const [rule] = useState(props.rule);
  const { data: subjects } = useQuery(alertSubjectsQuery);
  const keys = useRef(new IdempotencyKeys()).current;
  const form = useForm<RuleForm>({
    initialValues: rule === undefined ? emptyRule : formOf(rule),
    validate: ruleRules,
  });
  const save = async (values: RuleForm) => {
    const body = bodyOf(values, props.rule?.isEnabled ?? true);
    const saved = await (rule === undefined ? addRule(body, keys.keyFor(body)) : changeRule(rule.id, body));
    keys.settle();
    return saved.name;
  };
  return (
    <ItemForm
      form={form}
      what="rule"
      name={rule?.name}
      hasInput={hasInput}
      save={save}
      removal={
        rule && {
          consequence: "What it has raised is resolved and stays in the history.",
          run: () => removeRule(rule.id),
        }
      }
      stale={["operations", "alerts"]}
      onClose={props.onClose}
    >
      <RuleFields form={form} subjects={subjects?.items ?? []} hasSecret={rule?.hasSecret ?? false} />
    </ItemForm>
  );
}

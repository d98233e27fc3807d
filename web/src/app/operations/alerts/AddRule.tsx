import { Button, Group, Modal, NumberInput, Select, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { IdempotencyKeys } from "@/api/idempotency";
import { asProblem } from "@/api/problem";
import { FormProblem } from "@/kit/form/FormProblem";
import { addRule, alertRulesQuery, rollupsQuery } from "./alertQueries";
import { comparisonWords } from "./ruleWords";

const severities = ["info", "warning", "critical"];

/** Adds a condition that raises an alert when it holds. */
export function AddRule() {
  const [isOpen, { open, close }] = useDisclosure(false);
  const rollups = useQuery({ ...rollupsQuery, enabled: isOpen });
  const queries = useQueryClient();
  const keys = useRef(new IdempotencyKeys());
  const form = useForm({
    initialValues: {
      name: "",
      rollup: "analytics_daily_revenue",
      measure: "bookings_count",
      comparison: "below",
      threshold: 1,
      windowMinutes: 60,
      severity: "warning",
      mail: "",
    },
  });
  const adding = useMutation({
    mutationFn: ({ mail, ...rule }: typeof form.values) => {
      const body = { ...rule, system: "booking", mails: mail === "" ? [] : [mail] };
      return addRule(body, keys.current.keyFor(body));
    },
    onSuccess: () => {
      keys.current.settle();
      form.reset();
      close();
      return queries.invalidateQueries({ queryKey: alertRulesQuery.queryKey });
    },
  });
  const chosen = rollups.data?.rollups.find(({ name }) => name === form.values.rollup);
  return (
    <>
      <Button size="xs" variant="default" onClick={open}>
        Add a rule
      </Button>
      <Modal opened={isOpen} onClose={close} title="A new rule" centered>
        <form onSubmit={form.onSubmit((values) => adding.mutate(values))}>
          {adding.error === null ? null : <FormProblem problem={asProblem(adding.error)} />}
          <TextInput label="Name" required maxLength={100} data-autofocus {...form.getInputProps("name")} />
          <Select
            label="Counted in"
            mt="sm"
            allowDeselect={false}
            data={(rollups.data?.rollups ?? []).map(({ name, title }) => ({ value: name, label: title }))}
            {...form.getInputProps("rollup")}
          />
          <Select
            label="Number"
            mt="sm"
            allowDeselect={false}
            data={(chosen?.measures ?? []).map(({ name, title }) => ({ value: name, label: title }))}
            {...form.getInputProps("measure")}
          />
          <Group grow mt="sm">
            <Select
              label="Is"
              allowDeselect={false}
              data={Object.entries(comparisonWords).map(([value, label]) => ({ value, label }))}
              {...form.getInputProps("comparison")}
            />
            <NumberInput label="Than or by" required {...form.getInputProps("threshold")} />
          </Group>
          <Group grow mt="sm">
            <NumberInput label="Within minutes" required min={1} {...form.getInputProps("windowMinutes")} />
            <Select
              label="How bad"
              allowDeselect={false}
              data={severities}
              {...form.getInputProps("severity")}
            />
          </Group>
          <TextInput label="Mail to" type="email" mt="sm" {...form.getInputProps("mail")} />
          <Group justify="flex-end" mt="lg">
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button type="submit" loading={adding.isPending}>
              Add the rule
            </Button>
          </Group>
        </form>
      </Modal>
    </>
  );
}

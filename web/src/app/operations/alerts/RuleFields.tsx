import { Group, NumberInput, Select, Stack, TagsInput, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import type { Schemas } from "@/api/client";
import { comparisonWords, isRelative, severityChoices, titled } from "./alertWords";
import type { RuleForm } from "./rule";

interface Props {
  readonly form: UseFormReturnType<RuleForm>;
  /** What rules can be about. */
  readonly subjects: readonly Schemas["AlertSubjectAnswer"][];
  /** Whether calls of the webhook are signed already. */
  readonly hasSecret: boolean;
}

const comparisons = Object.entries(comparisonWords).map(([value, label]) => ({ value, label }));
const minutes = { min: 0, max: 44_640, suffix: " min", allowDecimal: false, clampBehavior: "none" } as const;

/** The inputs of a rule. */
export function RuleFields({ form, subjects, hasSecret }: Props) {
  const { system, rollup, comparison, where } = form.values;
  const chosen = subjects.find((each) => each.system === system)?.rollups.find(({ name }) => name === rollup);
  const choose = (value: string | null) => {
    const [of = "", name = ""] = (value ?? "").split("/");
    const measures = subjects.find((each) => each.system === of)?.rollups.find((each) => each.name === name);
    form.setValues({ system: of, rollup: name, measure: measures?.measures[0]?.name ?? "", where: {} });
  };
  return (
    <Stack gap="sm">
      <TextInput label="Name" withAsterisk maxLength={120} data-autofocus {...form.getInputProps("name")} />
      <Select
        label="Metric group"
        withAsterisk
        searchable
        allowDeselect={false}
        data={subjects.map((each) => ({
          group: titled(each.system),
          items: each.rollups.map(({ name, title }) => ({ value: `${each.system}/${name}`, label: title })),
        }))}
        value={rollup === "" ? null : `${system}/${rollup}`}
        onChange={choose}
        error={form.errors.rollup ?? form.errors.system}
      />
      <Select
        label="Metric"
        withAsterisk
        allowDeselect={false}
        disabled={chosen === undefined}
        data={(chosen?.measures ?? []).map(({ name, title }) => ({ value: name, label: title }))}
        {...form.getInputProps("measure")}
      />
      {chosen?.dimensions.map(({ name, title }) => (
        <TagsInput
          key={name}
          label={`Only ${title.toLowerCase()}`}
          description="Ids; all while it is empty"
          value={[...(where[name] ?? [])]}
          onChange={(ids) => form.setFieldValue("where", { ...where, [name]: ids })}
          error={form.errors[`where.${name}`]}
        />
      ))}
      <Group grow align="flex-start">
        <Select
          label="Condition"
          allowDeselect={false}
          data={comparisons}
          {...form.getInputProps("comparison")}
        />
        <NumberInput
          label="Threshold"
          withAsterisk
          suffix={isRelative(comparison) ? " %" : ""}
          {...form.getInputProps("threshold")}
        />
      </Group>
      <Group grow align="flex-start">
        <NumberInput label="Time window" withAsterisk {...minutes} {...form.getInputProps("windowMinutes")} />
        <Select
          label="Severity"
          allowDeselect={false}
          data={severityChoices}
          {...form.getInputProps("severity")}
        />
      </Group>
      <Group grow align="flex-start">
        <NumberInput label="Must hold for" withAsterisk {...minutes} {...form.getInputProps("forMinutes")} />
        <NumberInput label="Cooldown" withAsterisk {...minutes} {...form.getInputProps("cooldownMinutes")} />
      </Group>
      <TagsInput
        label="Email"
        description="Who gets a mail when it fires and when it is resolved"
        placeholder="ops@example.org"
        {...form.getInputProps("mails")}
        value={[...form.values.mails]}
      />
      <TextInput label="Webhook" placeholder="https://" {...form.getInputProps("webhook")} />
      <TextInput
        label="Webhook secret"
        type="password"
        autoComplete="off"
        description={
          hasSecret ? "Stays as it is while this is empty" : "Signs the calls; 16 characters or more"
        }
        {...form.getInputProps("webhookSecret")}
      />
    </Stack>
  );
}

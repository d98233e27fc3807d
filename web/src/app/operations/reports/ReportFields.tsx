import { Group, SegmentedControl, Select, Stack, TagsInput, Text, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { hourChoices, parametersOf, type ReportForm, weekdayChoices } from "./report";
import type { ExportSource } from "./reportQueries";

interface Props {
  readonly form: UseFormReturnType<ReportForm>;
  readonly sources: readonly ExportSource[];
}

const formats = [
  { value: "pdf", label: "PDF" },
  { value: "csv", label: "CSV" },
];
const periods = [
  { value: "day", label: "Daily" },
  { value: "week", label: "Weekly" },
];

/** The inputs of a report. */
export function ReportFields({ form, sources }: Props) {
  const { source, every } = form.values;
  const chosen = sources.find(({ name }) => name === source);
  return (
    <Stack gap="sm">
      <TextInput
        label="Title"
        description="What the mail and the file are called; the content's name unless given"
        data-autofocus
        maxLength={120}
        placeholder={chosen?.title ?? ""}
        {...form.getInputProps("title")}
      />
      <Select
        label="Content"
        withAsterisk
        searchable
        allowDeselect={false}
        data={sources.map(({ name, title }) => ({ value: name, label: title }))}
        {...form.getInputProps("source")}
        value={source === "" ? null : source}
        onChange={(value) => form.setValues({ source: value ?? "", arguments: {} })}
      />
      {parametersOf(chosen).map(({ name, summary, choices }) =>
        choices.length > 0 ? (
          <Select
            key={name}
            label={summary}
            clearable
            data={[...choices]}
            {...form.getInputProps(`arguments.${name}`)}
            value={form.values.arguments[name] ?? null}
            onChange={(value) => form.setFieldValue(`arguments.${name}`, value ?? "")}
          />
        ) : (
          <TextInput
            key={name}
            label={summary}
            {...form.getInputProps(`arguments.${name}`)}
            value={form.values.arguments[name] ?? ""}
          />
        ),
      )}
      <Group grow align="flex-end">
        <SegmentedControl aria-label="Format" data={formats} {...form.getInputProps("format")} />
        <SegmentedControl aria-label="How often" data={periods} {...form.getInputProps("every")} />
      </Group>
      <Group grow align="flex-start">
        {every === "week" ? (
          <Select
            label="Weekday"
            allowDeselect={false}
            data={weekdayChoices}
            {...form.getInputProps("weekday")}
          />
        ) : null}
        <Select label="Time" allowDeselect={false} data={hourChoices} {...form.getInputProps("hourUtc")} />
      </Group>
      <TagsInput
        label="Recipients"
        withAsterisk
        placeholder="ada@example.org"
        maxTags={10}
        {...form.getInputProps("recipients")}
        value={[...form.values.recipients]}
      />
      <Text size="xs" c="dimmed">
        {every === "week" ? "It is about the seven whole days before." : "It is about the day before."}
      </Text>
    </Stack>
  );
}

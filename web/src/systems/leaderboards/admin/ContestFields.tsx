import { Group, NumberInput, Select, Stack, Switch, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { timeZone } from "@/kit/format";
import type { GameMode } from "../board/boardQueries";
import type { ContestForm } from "./contestForm";

interface Props {
  readonly form: UseFormReturnType<ContestForm>;
  readonly modes: readonly GameMode[];
  /** Whether it is there already: then it stays in its mode. */
  readonly isSaved: boolean;
}

/** The inputs of an event or a tournament. */
export function ContestFields({ form, modes, isSaved }: Props) {
  const { values } = form;
  const mode = modes.find(({ id }) => id === values.mode);
  const numbers = { min: 1, allowDecimal: false, clampBehavior: "none", placeholder: "Any number" } as const;
  return (
    <Stack gap="sm">
      <TextInput label="Name" withAsterisk maxLength={80} data-autofocus {...form.getInputProps("name")} />
      <Group grow align="flex-start">
        <Select
          label="Game mode"
          withAsterisk
          allowDeselect={false}
          disabled={isSaved}
          data={modes.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps("mode")}
          value={values.mode === "" ? null : values.mode}
        />
        {mode === undefined || mode.regions.length === 0 ? null : (
          <Select
            label="Region"
            placeholder="All regions"
            clearable
            data={mode.regions.map(({ id, name }) => ({ value: id, label: name }))}
            {...form.getInputProps("region")}
            value={values.region === "" ? null : values.region}
            onChange={(value) => form.setFieldValue("region", value ?? "")}
          />
        )}
      </Group>
      <Group grow align="flex-start">
        <TextInput
          type="datetime-local"
          label={`Begins (${timeZone})`}
          withAsterisk
          {...form.getInputProps("startsAt")}
        />
        <TextInput
          type="datetime-local"
          label={`Ends (${timeZone})`}
          withAsterisk
          {...form.getInputProps("endsAt")}
        />
      </Group>
      <NumberInput
        label="A score counts"
        description="2 for double points"
        suffix=" ×"
        min={0.01}
        max={100}
        decimalScale={2}
        clampBehavior="none"
        {...form.getInputProps("factor")}
      />
      <Switch
        label="On all other boards, too"
        disabled={Number(values.factor) === 1}
        {...form.getInputProps("multipliesBoards", { type: "checkbox" })}
      />
      <NumberInput label="Games a player" {...numbers} {...form.getInputProps("maxAttempts")} />
      <Switch
        label="Tournament: only who joined takes part"
        {...form.getInputProps("needsJoining", { type: "checkbox" })}
      />
      {values.needsJoining ? (
        <Group grow align="flex-start">
          <NumberInput label="Places" {...numbers} {...form.getInputProps("maxPlayers")} />
          <NumberInput
            label="Time from joining"
            suffix=" min"
            {...numbers}
            placeholder="Until it ends"
            {...form.getInputProps("attemptMinutes")}
          />
        </Group>
      ) : null}
    </Stack>
  );
}

import { Group, NumberInput, Stack, Textarea, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import type { FilmForm } from "./film";

interface Props {
  readonly form: UseFormReturnType<FilmForm>;
  /** How many showtimes of it are to come: then the duration stays. */
  readonly upcoming: number;
}

/** The inputs of a film. */
export function FilmFields({ form, upcoming }: Props) {
  return (
    <Stack gap="sm">
      <TextInput label="Title" withAsterisk {...form.getInputProps("title")} data-autofocus />
      <Group grow align="flex-start">
        <TextInput label="Genre" withAsterisk {...form.getInputProps("genre")} />
        <TextInput label="Age rating" placeholder="12" {...form.getInputProps("rating")} />
      </Group>
      <Group grow align="flex-start">
        <NumberInput
          label="Duration"
          withAsterisk
          suffix=" min"
          min={1}
          max={1440}
          allowDecimal={false}
          clampBehavior="none"
          disabled={upcoming > 0}
          description={upcoming > 0 ? `Fixed while ${upcoming} showtimes are to come.` : undefined}
          {...form.getInputProps("durationMinutes")}
        />
        <TextInput
          type="date"
          label="Released on"
          description={upcoming > 0 ? "The day it came out." : undefined}
          {...form.getInputProps("releasedOn")}
        />
      </Group>
      <TextInput label="Poster address" placeholder="https://" {...form.getInputProps("posterUrl")} />
      <Textarea
        label="Description"
        autosize
        minRows={4}
        maxRows={12}
        {...form.getInputProps("description")}
      />
    </Stack>
  );
}

import { Group, Input, NumberInput, Stack, Switch, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { SearchSelect } from "@/kit/list/SearchSelect";
import { findFilms, findTheaters, nameFilm, nameTheater } from "../../browse/lists";
import { PriceFields } from "./PriceFields";
import type { ShowtimeForm } from "./showtime";
import { zoneHint } from "./zoneHint";

interface Props {
  readonly form: UseFormReturnType<ShowtimeForm>;
  /** Of the chosen theater. */
  readonly zones: readonly string[];
  /** A showtime stays in its theater. */
  readonly isTheaterFixed: boolean;
}

/** The inputs of a showtime. */
export function ShowtimeFields({ form, zones, isTheaterFixed }: Props) {
  const { values, errors } = form;
  return (
    <Stack gap="sm">
      <Input.Wrapper label="Film" withAsterisk error={errors.movieId}>
        <SearchSelect
          label="Film"
          queryKey={["booking", "films"]}
          find={findFilms}
          name={nameFilm}
          value={values.movieId === "" ? undefined : values.movieId}
          onChange={(id) => form.setFieldValue("movieId", id ?? "")}
        />
      </Input.Wrapper>
      {isTheaterFixed ? null : (
        <Input.Wrapper label="Theater" withAsterisk error={errors.theaterId}>
          <SearchSelect
            label="Theater"
            queryKey={["booking", "theaters"]}
            find={(search, signal) => findTheaters(search, undefined, signal)}
            name={nameTheater}
            value={values.theaterId === "" ? undefined : values.theaterId}
            onChange={(id) => form.setFieldValue("theaterId", id ?? "")}
          />
        </Input.Wrapper>
      )}
      <Group grow align="flex-start">
        <TextInput
          type="datetime-local"
          label="Starts"
          description={zoneHint}
          inputWrapperOrder={["label", "input", "description", "error"]}
          withAsterisk
          {...form.getInputProps("startsAt")}
        />
        <TextInput
          type="datetime-local"
          label="On sale from"
          description={`At once when empty. ${zoneHint}`}
          inputWrapperOrder={["label", "input", "description", "error"]}
          {...form.getInputProps("onSaleAt")}
        />
      </Group>
      <PriceFields
        zones={zones}
        prices={values.prices}
        error={typeof errors.prices === "string" ? errors.prices : undefined}
        onChange={(prices) => form.setFieldValue("prices", prices)}
      />
      <Group grow align="flex-start">
        <NumberInput
          label="A hold lasts"
          suffix=" min"
          min={1}
          max={60}
          clampBehavior="none"
          {...form.getInputProps("holdMinutes")}
        />
        <Input.Wrapper label="Waiting room" labelElement="div">
          <Switch
            mt={8}
            label="Buyers queue first"
            {...form.getInputProps("hasWaitingRoom", { type: "checkbox" })}
          />
        </Input.Wrapper>
      </Group>
    </Stack>
  );
}

import { Chip, Group, Input, MultiSelect, NumberInput, Stack, Switch, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { SearchSelect } from "@/kit/list/SearchSelect";
import { findFilms, nameFilm } from "../../browse/lists";
import styles from "./Showtimes.module.css";
import type { SeriesForm } from "./seriesForm";
import { theaterChoicesQuery } from "./showtimeQueries";
import { zoneHint } from "./zoneHint";

interface Props {
  readonly form: UseFormReturnType<SeriesForm>;
  /** Of all the chosen theaters. */
  readonly zones: readonly string[];
}

const weekdays = [
  ["1", "Mon"],
  ["2", "Tue"],
  ["3", "Wed"],
  ["4", "Thu"],
  ["5", "Fri"],
  ["6", "Sat"],
  ["0", "Sun"],
] as const;

/** The inputs of a series. */
export function SeriesFields({ form, zones }: Props) {
  const theaters = useQuery(theaterChoicesQuery);
  const { values, errors } = form;
  const money = { prefix: "€", min: 0, max: 1000, decimalScale: 2, clampBehavior: "none" } as const;
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
      <MultiSelect
        label="Theaters"
        withAsterisk
        searchable
        limit={50}
        data={theaters.data ?? []}
        value={[...values.theaterIds]}
        error={errors.theaterIds}
        onChange={(ids) => form.setFieldValue("theaterIds", ids)}
      />
      <Group grow align="flex-start">
        <TextInput type="date" label="From" withAsterisk {...form.getInputProps("from")} />
        <TextInput type="date" label="To" withAsterisk {...form.getInputProps("to")} />
      </Group>
      <Input.Wrapper label="On" labelElement="div">
        <Chip.Group
          multiple
          value={[...values.weekdays]}
          onChange={(days) => form.setFieldValue("weekdays", days)}
        >
          <Group gap={4} mt={4}>
            {weekdays.map(([value, label]) => (
              <Chip key={value} value={value} size="xs">
                {label}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </Input.Wrapper>
      <TextInput
        label="Times"
        withAsterisk
        placeholder="10:00, 14:30, 20:15"
        description={zoneHint}
        inputWrapperOrder={["label", "input", "description", "error"]}
        {...form.getInputProps("times")}
      />
      <NumberInput label="Base price" withAsterisk {...money} {...form.getInputProps("price")} />
      {zones.length < 2 ? null : (
        <div className={styles.prices}>
          {zones.map((zone) => (
            <NumberInput
              key={zone}
              label={zone}
              placeholder="base price"
              {...money}
              value={values.zonePrices[zone] ?? ""}
              onChange={(price) => form.setFieldValue("zonePrices", { ...values.zonePrices, [zone]: price })}
            />
          ))}
        </div>
      )}
      <Switch
        label="Buyers pass a waiting room"
        {...form.getInputProps("hasWaitingRoom", { type: "checkbox" })}
      />
    </Stack>
  );
}

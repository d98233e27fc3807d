import { NumberInput, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import styles from "./Theater.module.css";
import type { TheaterForm } from "./theater";

interface Props {
  readonly form: UseFormReturnType<TheaterForm>;
}

/** What a theater is called and where it stands. */
export function TheaterFields({ form }: Props) {
  const degrees = { decimalScale: 6, step: 0.01, clampBehavior: "none", hideControls: true } as const;
  return (
    <div className={styles.fields}>
      <TextInput label="Name" withAsterisk {...form.getInputProps("name")} />
      <TextInput label="City" withAsterisk {...form.getInputProps("city")} />
      <TextInput label="Address" {...form.getInputProps("address")} />
      <NumberInput label="Latitude" suffix="°" {...degrees} {...form.getInputProps("latitude")} />
      <NumberInput label="Longitude" suffix="°" {...degrees} {...form.getInputProps("longitude")} />
    </div>
  );
}

import { Stack } from "@mantine/core";
import type { House } from "../../seatmap/House";
import { AreaBlock } from "./AreaBlock";
import styles from "./BoxOffice.module.css";

interface Props {
  readonly showtimeId: string;
  readonly house: House;
  readonly areas: readonly { readonly free: number; readonly held: number; readonly sold: number }[];
}

/** Takes places of general-admission areas off sale, or puts them back. */
export function AreaBlocks({ showtimeId, house, areas }: Props) {
  return (
    <Stack gap="xs" className={styles.section}>
      <h2>Areas</h2>
      {house.areas.map((area, i) => {
        const { free = 0, held = 0, sold = 0 } = areas[i] ?? {};
        const blocked = area.capacity - free - held - sold;
        return (
          <AreaBlock key={area.name} showtimeId={showtimeId} name={area.name} free={free} blocked={blocked} />
        );
      })}
    </Stack>
  );
}

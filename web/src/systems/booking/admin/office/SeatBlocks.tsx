import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api, done } from "@/api/client";
import { toast, toastProblem } from "@/kit/toast";
import type { House, HouseSeat, SeatStatus } from "../../seatmap/House";
import styles from "./BoxOffice.module.css";
import { readHouseSeats, sortChoice } from "./houseSeats";

interface Props {
  readonly showtimeId: string;
  readonly house: House;
  readonly statuses: readonly SeatStatus[];
  readonly chosen: ReadonlySet<number>;
  readonly onChoose: (seats: readonly HouseSeat[]) => void;
}

/** Takes chosen seats off sale, or puts them back. */
export function SeatBlocks({ showtimeId, house, statuses, chosen, onChoose }: Props) {
  const [typed, setTyped] = useState("");
  const [isUnknown, setUnknown] = useState(false);
  const { free, blocked, taken } = sortChoice(house, statuses, chosen);
  const path = { showtime_id: showtimeId };
  const send = useMutation({
    mutationFn: async (way: "block" | "unblock") => {
      const seats = (way === "block" ? free : blocked).map((seat) => seat.label);
      const request = { params: { path }, body: { seats } };
      await done(
        way === "block"
          ? api.POST("/booking/api/admin/showtimes/{showtime_id}/block", request)
          : api.POST("/booking/api/admin/showtimes/{showtime_id}/unblock", request),
      );
      return { way, count: seats.length };
    },
    onSuccess: ({ way, count }) => {
      toast(`${count} ${count === 1 ? "seat is" : "seats are"} ${way === "block" ? "off" : "back on"} sale.`);
      onChoose([]);
    },
    onError: toastProblem,
  });
  const choose = (event: FormEvent) => {
    event.preventDefault();
    const found = readHouseSeats(house, typed);
    setUnknown(found === undefined);
    if (found !== undefined) onChoose(found);
  };
  return (
    <Stack gap="xs" className={styles.section}>
      <h2>Seats</h2>
      <form onSubmit={choose}>
        <Group gap={8} align="flex-start" wrap="nowrap">
          <TextInput
            flex={1}
            size="xs"
            aria-label="Seats by name"
            placeholder="A, C1-C8, D5"
            value={typed}
            error={isUnknown ? "A part names no seat." : undefined}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Button type="submit" size="xs" variant="default">
            Choose
          </Button>
        </Group>
      </form>
      <Text size="sm" c="dimmed" aria-live="polite">
        {chosen.size === 0
          ? "Press seats, or draw a rectangle around them."
          : `${chosen.size} chosen: ${free.length} free, ${blocked.length} blocked, ${taken.length} held or sold`}
      </Text>
      <Group gap={8}>
        <Button size="xs" disabled={free.length === 0 || send.isPending} onClick={() => send.mutate("block")}>
          Block {free.length === 0 ? "" : free.length}
        </Button>
        <Button
          size="xs"
          variant="default"
          disabled={blocked.length === 0 || send.isPending}
          onClick={() => send.mutate("unblock")}
        >
          Unblock {blocked.length === 0 ? "" : blocked.length}
        </Button>
        <Button
          size="xs"
          variant="subtle"
          color="gray"
          disabled={chosen.size === 0}
          onClick={() => onChoose([])}
        >
          Choose none
        </Button>
      </Group>
    </Stack>
  );
}

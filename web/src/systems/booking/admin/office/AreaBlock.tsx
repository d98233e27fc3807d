import { Button, Group, NumberInput, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api, done } from "@/api/client";
import { formatExact } from "@/kit/format";
import { toast, toastProblem } from "@/kit/toast";

interface Props {
  readonly showtimeId: string;
  readonly name: string;
  readonly free: number;
  readonly blocked: number;
}

/** One area's places. */
export function AreaBlock({ showtimeId, name, free, blocked }: Props) {
  const [typed, setTyped] = useState<number | string>(1);
  const places = Number(typed);
  const isCount = Number.isInteger(places) && places > 0;
  const send = useMutation({
    mutationFn: async (way: "block" | "unblock") => {
      const request = { params: { path: { showtime_id: showtimeId } }, body: { area: name, places } };
      await done(
        way === "block"
          ? api.POST("/booking/api/admin/showtimes/{showtime_id}/block", request)
          : api.POST("/booking/api/admin/showtimes/{showtime_id}/unblock", request),
      );
      return way;
    },
    onSuccess: (way) => toast(`${places} places of ${name} are ${way === "block" ? "off" : "back on"} sale.`),
    onError: toastProblem,
  });
  return (
    <div>
      <Text size="sm">
        {name}: {formatExact(free)} free, {formatExact(blocked)} blocked
      </Text>
      <Group gap={8} mt={4} wrap="nowrap">
        <NumberInput
          size="xs"
          w={96}
          min={1}
          aria-label={`Places of ${name}`}
          value={typed}
          onChange={setTyped}
        />
        <Button
          size="xs"
          disabled={!isCount || places > free || send.isPending}
          onClick={() => send.mutate("block")}
        >
          Block
        </Button>
        <Button
          size="xs"
          variant="default"
          disabled={!isCount || places > blocked || send.isPending}
          onClick={() => send.mutate("unblock")}
        >
          Unblock
        </Button>
      </Group>
    </div>
  );
}

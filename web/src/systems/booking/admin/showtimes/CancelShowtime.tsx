import { Button, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQueryClient } from "@tanstack/react-query";
import { api, done } from "@/api/client";
import { tagOf } from "@/api/revision";
import { formatDateTime, formatExact } from "@/kit/format";
import { TypedConfirm } from "@/kit/TypedConfirm";
import { toast } from "@/kit/toast";
import type { Showtime } from "./showtime";

interface Props {
  readonly showtime: Showtime;
  readonly onCancelled: () => void;
}

/** Calls a showtime off: everybody gets the money back. */
export function CancelShowtime({ showtime, onCancelled }: Props) {
  const [isOpen, { open, close }] = useDisclosure(false);
  const client = useQueryClient();
  const cancel = async () => {
    await done(
      api.DELETE("/booking/api/showtimes/{showtime_id}", {
        params: { path: { showtime_id: showtime.id }, header: { "If-Match": tagOf(showtime.revision) } },
      }),
    );
    toast(`“${showtime.movieTitle}” is called off; what was paid goes back.`);
    onCancelled();
    await client.invalidateQueries({ queryKey: ["booking"] });
  };
  return (
    <>
      <Button variant="default" color="red" onClick={open}>
        Call it off
      </Button>
      <TypedConfirm
        isOpen={isOpen}
        question="Call this showtime off?"
        word={showtime.movieTitle}
        confirm="Call it off and refund"
        onConfirm={cancel}
        onClose={close}
        consequence={
          <Text size="sm">
            {showtime.movieTitle} in {showtime.theaterName} on {formatDateTime(new Date(showtime.startsAt))}.{" "}
            <strong>{formatExact(showtime.sold)} sold places</strong> are refunded and{" "}
            <strong>{formatExact(showtime.held)} held ones</strong> released; everybody is told by mail. That
            cannot be undone.
          </Text>
        }
      />
    </>
  );
}

import { Skeleton } from "@mantine/core";
import type { Schemas } from "@/api/client";
import { formatDay, formatTime } from "@/kit/format";
import { Zone } from "@/kit/Zone";

interface Props {
  readonly showtime: Schemas["ShowtimeAnswer"] | undefined;
}

/** A show in a line: film, day, time and place. */
export function ShowLine({ showtime }: Props) {
  if (showtime === undefined) return <Skeleton component="span" display="block" width={280} height={20} />;
  const starts = new Date(showtime.startsAt);
  return (
    <>
      {showtime.movieTitle} · {formatDay(starts)}, {formatTime(starts)}
      <Zone /> · {showtime.theaterName}, {showtime.city}
    </>
  );
}

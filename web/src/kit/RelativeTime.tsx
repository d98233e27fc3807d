import { formatDateTime, formatRelative, missing, timeZone } from "./format";
import { useNow } from "./useNow";

interface Props {
  readonly at: string | Date | null | undefined;
}

/** "5 minutes ago", with the exact time on hover. */
export function RelativeTime({ at }: Props) {
  const now = useNow(30_000);
  if (at == null) return <>{missing}</>;
  const date = typeof at === "string" ? new Date(at) : at;
  return (
    <time dateTime={date.toISOString()} title={`${formatDateTime(date)} ${timeZone}`}>
      {formatRelative(date, new Date(now))}
    </time>
  );
}

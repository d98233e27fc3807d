import { useQuery } from "@tanstack/react-query";
import { BigNumber } from "@/kit/dashboard/BigNumber";
import { BigNumbers } from "@/kit/dashboard/BigNumbers";
import { alertFiguresQuery } from "./alertQueries";

const inMs = (seconds: number | null | undefined) => (seconds == null ? undefined : seconds * 1000);

/** How alerts of the last days were dealt with. */
export function AlertFigures() {
  const { data, isPending } = useQuery(alertFiguresQuery);
  const note = data === undefined ? undefined : `in ${data.days} days`;
  return (
    <BigNumbers label="How alerts are dealt with">
      <BigNumber label="Raised" unit="count" value={data?.raised} note={note} isLoading={isPending} />
      <BigNumber
        label="Firing"
        unit="count"
        value={data?.open}
        note={data === undefined ? undefined : `${data.acknowledged} more acknowledged`}
        isLoading={isPending}
      />
      <BigNumber
        label="Time to acknowledge"
        unit="duration"
        value={inMs(data?.medianAcknowledgeSeconds)}
        note="median"
        isLoading={isPending}
      />
      <BigNumber
        label="Time to resolve"
        unit="duration"
        value={inMs(data?.medianResolveSeconds)}
        note="median"
        isLoading={isPending}
      />
      <BigNumber
        label="Resolved automatically"
        unit="count"
        value={data?.resolvedByItself}
        note={data === undefined ? undefined : `of ${data.resolved} resolved`}
        isLoading={isPending}
      />
    </BigNumbers>
  );
}

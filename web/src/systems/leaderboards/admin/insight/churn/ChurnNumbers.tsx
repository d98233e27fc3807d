import { useQuery } from "@tanstack/react-query";
import { BigNumber } from "@/kit/dashboard/BigNumber";
import { BigNumbers } from "@/kit/dashboard/BigNumbers";
import { formatExact, formatPercent } from "@/kit/format";
import { churnQuery } from "../crowdQueries";

/** How many are likely to leave, in big numbers. */
export function ChurnNumbers() {
  const { data, isPending } = useQuery(churnQuery);
  const known = data?.isKnown === true ? data : undefined;
  return (
    <BigNumbers label="Leaving at a glance">
      <BigNumber
        label="At risk"
        unit="count"
        better="down"
        value={known?.atRisk}
        note={known === undefined ? "" : `${formatPercent(known.alarmFrom)} likely, or more`}
        isLoading={isPending}
      />
      <BigNumber
        label="Gone in a week"
        unit="count"
        better="down"
        value={known && Math.round(known.expected)}
        note={
          known === undefined
            ? ""
            : `${formatExact(Math.round(known.lower))} to ${formatExact(Math.round(known.upper))}, ${formatPercent(known.level)} sure`
        }
        isLoading={isPending}
      />
      <BigNumber
        label="Part of all"
        unit="percent"
        better="down"
        value={known === undefined || known.judged === 0 ? undefined : known.expected / known.judged}
        note="of those who play"
        isLoading={isPending}
      />
      <BigNumber
        label="Players judged"
        unit="count"
        value={known?.judged}
        note="who played lately"
        isLoading={isPending}
      />
    </BigNumbers>
  );
}

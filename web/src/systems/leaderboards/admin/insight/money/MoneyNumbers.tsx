import { useQuery } from "@tanstack/react-query";
import { BigNumber } from "@/kit/dashboard/BigNumber";
import { BigNumbers } from "@/kit/dashboard/BigNumbers";
import { type Economy, economyQuery } from "../crowdQueries";
import { useGame } from "../useGame";

/** What players pay, in big numbers. */
export function MoneyNumbers() {
  const { period, beforeSoFar } = useGame();
  const now = useQuery(economyQuery(period));
  const then = useQuery(economyQuery(beforeSoFar));
  const before = beforeSoFar === undefined ? undefined : then.data;
  const { data, isPending } = now;
  const share = (of: number, whole: number) => (whole === 0 ? undefined : of / whole);
  return (
    <BigNumbers label="Money at a glance">
      <BigNumber
        label="Revenue"
        unit="money"
        value={data && sumOf(data, "revenue")}
        previous={before && sumOf(before, "revenue")}
        isLoading={isPending}
      />
      <BigNumber
        label="New payers"
        unit="count"
        value={data && sumOf(data, "newPayers")}
        previous={before && sumOf(before, "newPayers")}
        isLoading={isPending}
      />
      <BigNumber label="Payers" unit="count" value={data?.payers} note="of all time" isLoading={isPending} />
      <BigNumber
        label="Pay at all"
        unit="percent"
        value={data && share(data.payers, data.players)}
        note="of all players"
        isLoading={isPending}
      />
      <BigNumber
        label="A payer is worth"
        unit="money"
        value={data && share(data.revenue, data.payers)}
        note="so far, on average"
        isLoading={isPending}
      />
      <BigNumber
        label="A player is worth"
        unit="money"
        value={data && share(data.revenue, data.players)}
        note="so far, on average"
        isLoading={isPending}
      />
    </BigNumbers>
  );
}

const sumOf = ({ days }: Economy, of: "revenue" | "newPayers") => days.reduce((sum, day) => sum + day[of], 0);

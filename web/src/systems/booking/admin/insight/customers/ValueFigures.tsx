import { useQuery } from "@tanstack/react-query";
import { BigNumber } from "@/kit/dashboard/BigNumber";
import { BigNumbers } from "@/kit/dashboard/BigNumbers";
import { customersQuery } from "./customerQueries";

/** What customers are worth over all the time they are known. */
export function ValueFigures() {
  const { data, isPending } = useQuery(customersQuery("acts"));
  const share = data === undefined || data.count === 0 ? undefined : data.returning / data.count;
  return (
    <BigNumbers label="Customers of all time">
      <BigNumber
        label="Customers ever"
        unit="count"
        value={data?.count}
        note="of all time"
        isLoading={isPending}
      />
      <BigNumber label="Came back" unit="percent" value={share} note="of all time" isLoading={isPending} />
      <BigNumber
        label="Lifetime value"
        unit="money"
        value={data === undefined || data.count === 0 ? undefined : data.meanAmount}
        note="spent by one, on average"
        isLoading={isPending}
      />
      <BigNumber
        label="Bookings of one"
        unit="decimal"
        value={data === undefined || data.count === 0 ? undefined : data.acts / data.count}
        note="on average"
        isLoading={isPending}
      />
    </BigNumbers>
  );
}

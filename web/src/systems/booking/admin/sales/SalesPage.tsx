import { Skeleton } from "@mantine/core";
import { IconReportMoney } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { EmptyState } from "@/kit/EmptyState";
import { ErrorState } from "@/kit/ErrorState";
import { Page } from "@/kit/Page";
import { PageHeader } from "@/kit/PageHeader";
import { RelativeTime } from "@/kit/RelativeTime";
import { DayChart } from "./DayChart";
import styles from "./Sales.module.css";
import { SalesFigures } from "./SalesFigures";
import { SalesTable } from "./SalesTable";
import { salesQuery } from "./salesQueries";

/** What was sold, by day, film and theater. */
export function SalesPage() {
  const { data, error, refetch, dataUpdatedAt } = useQuery(salesQuery);
  return (
    <Page size="full">
      <PageHeader
        title="Sales"
        description={
          data === undefined ? (
            "What was reserved, sold and given back."
          ) : (
            <>
              What was reserved, sold and given back. Updated <RelativeTime at={new Date(dataUpdatedAt)} />.
            </>
          )
        }
      />
      {data !== undefined ? (
        <>
          <SalesFigures total={data.total} />
          {data.byDay.length === 0 ? (
            <EmptyState
              icon={IconReportMoney}
              title="Nothing is sold yet"
              text="The first paid booking shows here at once."
            />
          ) : (
            <>
              <DayChart rows={data.byDay} />
              <div className={styles.pair}>
                <SalesTable title="By film" first="Film" rows={data.byMovie} />
                <SalesTable title="By theater" first="Theater" rows={data.byTheater} />
              </div>
            </>
          )}
        </>
      ) : error !== null ? (
        <ErrorState problem={error} onRetry={() => void refetch()} />
      ) : (
        <>
          <Skeleton height={84} mb="md" />
          <Skeleton height={240} mb="md" />
          <Skeleton height={440} />
        </>
      )}
    </Page>
  );
}

import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { ErrorState } from "@/kit/ErrorState";
import { Page } from "@/kit/Page";
import { PageHeader } from "@/kit/PageHeader";
import { showtimeQuery } from "../../browse/lists";
import { seatsQuery } from "../../seats/showQueries";
import { BoxOffice } from "./BoxOffice";

const route = getRouteApi("/booking/admin/office/$id");

/** A showtime's seats for those who run the house. */
export function BoxOfficePage() {
  const { id } = route.useParams();
  const showtime = useQuery(showtimeQuery(id));
  const seats = useQuery(seatsQuery(id));
  const problem = showtime.error ?? seats.error;
  if (showtime.data !== undefined && seats.data !== undefined)
    return <BoxOffice key={id} showtime={showtime.data} answer={seats.data} />;
  return (
    <Page size="list">
      <PageHeader title="Box office" />
      {problem !== null ? (
        <ErrorState
          problem={problem}
          onRetry={() => void Promise.all([showtime.refetch(), seats.refetch()])}
        />
      ) : (
        <Skeleton style={{ flex: 1 }} />
      )}
    </Page>
  );
}

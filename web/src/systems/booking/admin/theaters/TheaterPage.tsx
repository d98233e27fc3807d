import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { ErrorState } from "@/kit/ErrorState";
import { Page } from "@/kit/Page";
import { PageHeader } from "@/kit/PageHeader";
import { TheaterEditor } from "./TheaterEditor";
import { theaterQuery, upcomingQuery } from "./theaterQueries";

const route = getRouteApi("/booking/admin/theaters/$id");

/** One theater with its plan, to be looked at and changed. */
export function TheaterPage() {
  const { id } = route.useParams();
  const [round, setRound] = useState(0);
  const theater = useQuery(theaterQuery(id));
  const upcoming = useQuery(upcomingQuery(id));
  const problem = theater.error ?? upcoming.error;
  const retry = () => Promise.all([theater.refetch(), upcoming.refetch()]);
  if (theater.data !== undefined && upcoming.data !== undefined)
    return (
      <TheaterEditor
        key={`${id}.${round}`}
        theater={theater.data}
        upcoming={upcoming.data}
        onReload={() => void retry().then(() => setRound(round + 1))}
      />
    );
  return (
    <Page size="list">
      <PageHeader title={theater.data?.name ?? "Theater"} />
      {problem !== null ? (
        <ErrorState problem={problem} onRetry={() => void retry()} />
      ) : (
        <>
          <Skeleton height={64} mb="md" />
          <Skeleton style={{ flex: 1 }} />
        </>
      )}
    </Page>
  );
}

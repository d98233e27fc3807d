import { Skeleton } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useCallback } from "react";
import { api, take } from "@/api/client";
import { useUser } from "@/auth/useSession";
import { ErrorState } from "@/kit/ErrorState";
import { Page } from "@/kit/Page";
import { PageHeader } from "@/kit/PageHeader";
import { showtimeQuery } from "../browse/lists";
import { houseOfSeats } from "../seatmap/houseOfSeats";
import { holdQuery } from "../seats/showQueries";
import { JoinForm } from "./JoinForm";
import { OfferCard } from "./OfferCard";
import { ShowLine } from "./ShowLine";
import { WaitingPlace } from "./WaitingPlace";
import { waitsQuery } from "./waitQueries";

const route = getRouteApi("/booking/showtimes/$id/waiting-list");

/** Waiting for seats of a show that come back: joining, one's place, and what is offered. */
export function WaitingListPage() {
  const { id } = route.useParams();
  const queries = useQueryClient();
  const user = useUser();
  const showtime = useQuery(showtimeQuery(id));
  const seats = useQuery({
    queryKey: ["booking", "seat-plan", id],
    queryFn: async ({ signal }) =>
      houseOfSeats(
        await take(
          api.GET("/booking/api/seats/{showtime_id}", { params: { path: { showtime_id: id } }, signal }),
        ),
      ),
    staleTime: 60_000,
  });
  const waits = useQuery(waitsQuery);
  const rereadWaits = useCallback(() => queries.invalidateQueries(waitsQuery), [queries]);
  const place = waits.data?.find((each) => each.showtimeId === id);
  const hold = useQuery({
    ...holdQuery(id, user === undefined ? undefined : String(user.id)),
    refetchInterval: 5000,
  });
  const failed = showtime.error ?? seats.error ?? waits.error;
  const offer = hold.data?.isOffer === true ? hold.data : undefined;
  const reread = () => void queries.invalidateQueries({ queryKey: ["booking"] });

  return (
    <Page>
      <PageHeader title="Waiting list" description={<ShowLine showtime={showtime.data} />} />
      {failed !== null ? (
        <ErrorState problem={failed} onRetry={reread} />
      ) : offer !== undefined ? (
        <OfferCard offer={offer} onEnd={reread} />
      ) : showtime.data === undefined || seats.data === undefined || waits.data === undefined ? (
        <Skeleton height={320} maw={560} />
      ) : place !== undefined ? (
        <WaitingPlace wait={place} onLeft={reread} />
      ) : (
        <JoinForm id={id} house={seats.data} currency={showtime.data.currency} onWaiting={rereadWaits} />
      )}
    </Page>
  );
}

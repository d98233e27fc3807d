import { Skeleton } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useCallback, useState } from "react";
import { api, take } from "@/api/client";
import { asProblem } from "@/api/problem";
import { useUser } from "@/auth/useSession";
import { ErrorState } from "@/kit/ErrorState";
import { Page } from "@/kit/Page";
import { PageHeader } from "@/kit/PageHeader";
import { showtimeQuery } from "../browse/lists";
import { houseOfSeats } from "../seatmap/houseOfSeats";
import { holdQuery } from "../seats/showQueries";
import { JoinForm } from "./JoinForm";
import { hasJoined, rememberJoined } from "./joined";
import { OfferCard } from "./OfferCard";
import { ShowLine } from "./ShowLine";
import { WaitingPlace } from "./WaitingPlace";

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
  const [isKnown, setKnown] = useState(() => hasJoined(id));
  const know = useCallback(
    (isWaiting: boolean) => {
      rememberJoined(id, isWaiting);
      setKnown(isWaiting);
    },
    [id],
  );
  const placeKey = ["booking", "waiting-list", id];
  const place = useQuery({
    queryKey: placeKey,
    enabled: isKnown,
    queryFn: async ({ signal }) => {
      try {
        const path = { showtime_id: id };
        return await take(api.GET("/booking/api/waiting-list/{showtime_id}", { params: { path }, signal }));
      } catch (error) {
        if (asProblem(error).status === 404) return null;
        throw error;
      }
    },
    refetchInterval: 5000,
  });
  const hold = useQuery({
    ...holdQuery(id, user === undefined ? undefined : String(user.id)),
    refetchInterval: 5000,
  });
  const failed = showtime.error ?? seats.error ?? place.error;
  const offer = hold.data?.isOffer === true ? hold.data : undefined;
  const reread = () => void queries.invalidateQueries({ queryKey: ["booking"] });

  return (
    <Page>
      <PageHeader title="Waiting list" description={<ShowLine showtime={showtime.data} />} />
      {failed !== null ? (
        <ErrorState problem={failed} onRetry={reread} />
      ) : offer !== undefined ? (
        <OfferCard offer={offer} onEnd={reread} />
      ) : showtime.data === undefined || seats.data === undefined || (isKnown && place.data === undefined) ? (
        <Skeleton height={320} maw={560} />
      ) : isKnown && place.data != null ? (
        <WaitingPlace
          id={id}
          position={place.data.position}
          onLeft={() => {
            know(false);
            reread();
          }}
        />
      ) : (
        <JoinForm
          id={id}
          house={seats.data}
          currency={showtime.data.currency}
          onJoined={(answer) => {
            queries.setQueryData(placeKey, answer);
            know(true);
          }}
          onWaiting={() => know(true)}
        />
      )}
    </Page>
  );
}

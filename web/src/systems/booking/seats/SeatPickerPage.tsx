import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { ErrorState } from "@/kit/ErrorState";
import { Page } from "@/kit/Page";
import { showtimeQuery } from "../browse/lists";
import { closedReason } from "./closedReason";
import { PickerSkeleton } from "./PickerSkeleton";
import { SeatPicker } from "./SeatPicker";
import { ShowClosed } from "./ShowClosed";
import { seatsQuery } from "./showQueries";

const route = getRouteApi("/booking/showtimes/$id");

/** Choosing seats for a show. */
export function SeatPickerPage() {
  const { id } = route.useParams();
  const showtime = useQuery(showtimeQuery(id));
  const seats = useQuery(seatsQuery(id));
  const failed = showtime.error ?? seats.error;
  if (failed !== null && (showtime.data === undefined || seats.data === undefined)) {
    const retry = () => {
      void showtime.refetch();
      void seats.refetch();
    };
    return (
      <Page title="Seats">
        <ErrorState problem={failed} onRetry={retry} />
      </Page>
    );
  }
  if (showtime.data === undefined || seats.data === undefined) {
    return (
      <Page size="canvas" title="Seats">
        <PickerSkeleton />
      </Page>
    );
  }
  const reason = closedReason(showtime.data);
  if (reason !== undefined) return <ShowClosed showtime={showtime.data} reason={reason} />;
  return (
    <Page size="canvas" title={`Seats for ${showtime.data.movieTitle}`}>
      <SeatPicker key={id} showtime={showtime.data} answer={seats.data} />
    </Page>
  );
}

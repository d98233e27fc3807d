import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { api, done, take } from "@/api/client";
import { serverClock } from "@/api/serverClock";
import { ErrorState } from "@/kit/ErrorState";
import { LinkButton } from "@/kit/LinkButton";
import { Page } from "@/kit/Page";
import { PageHeader } from "@/kit/PageHeader";
import { toast, toastProblem } from "@/kit/toast";
import { showtimeQuery } from "../browse/lists";
import { QueueState } from "./QueueState";
import { ShowLine } from "./ShowLine";
import styles from "./Waiting.module.css";

const route = getRouteApi("/booking/showtimes/$id/waiting-room");
/** Often enough to keep the place, which is lost in silence, and to see it move. */
const heartbeatMs = 3000;

/** The queue before a show many want: where one stands, and in as soon as there is room. */
export function WaitingRoomPage() {
  const { id } = route.useParams();
  const navigate = useNavigate();
  const showtime = useQuery(showtimeQuery(id));
  const first = useRef<number>(undefined);
  // Asking to enter again changes nothing, so it serves as a sign of life and brings back a place that was lost.
  const { data, error, refetch } = useQuery({
    queryKey: ["booking", "waiting-room", id, "queue"],
    queryFn: ({ signal }) =>
      take(
        api.POST("/booking/api/waiting-room/{showtime_id}/enter", {
          params: { path: { showtime_id: id } },
          signal,
        }),
      ),
    refetchInterval: ({ state }) =>
      state.data?.admitted === true || state.status === "error" ? false : heartbeatMs,
    refetchIntervalInBackground: true,
    gcTime: 0,
  });
  if (data !== undefined && !data.admitted) first.current ??= data.position;
  const isIn = data?.admitted === true;

  useEffect(() => {
    if (!isIn) return;
    toast("You are in. Choose your seats.");
    void navigate({ to: "/booking/showtimes/$id", params: { id }, replace: true });
  }, [isIn, id, navigate]);

  const leave = async () => {
    try {
      await done(
        api.DELETE("/booking/api/waiting-room/{showtime_id}", { params: { path: { showtime_id: id } } }),
      );
      await navigate({ to: "/booking" });
    } catch (problem) {
      toastProblem(problem);
    }
  };

  return (
    <Page>
      <PageHeader title="Waiting room" description={<ShowLine showtime={showtime.data} />} />
      {error !== null && data === undefined ? (
        <div className={styles.box}>
          <ErrorState problem={error} onRetry={() => void refetch()} />
          <LinkButton variant="default" to="/booking">
            Back to the showtimes
          </LinkButton>
        </div>
      ) : (
        <QueueState
          id={id}
          saleAt={saleAtOf(showtime.data?.onSaleAt)}
          visitor={data}
          first={first.current ?? data?.position ?? 0}
          isLate={error !== null}
          onLeave={leave}
        />
      )}
    </Page>
  );
}

/** When sale begins, if that is yet to come by the server's clock. */
function saleAtOf(onSaleAt: string | null | undefined): Date | undefined {
  const at = onSaleAt == null ? undefined : new Date(onSaleAt);
  return at !== undefined && at.getTime() > Date.now() + serverClock.skewMs ? at : undefined;
}

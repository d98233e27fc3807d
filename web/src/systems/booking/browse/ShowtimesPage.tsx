import { Loader } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { DayStrip } from "@/kit/DayStrip";
import { daysFrom } from "@/kit/days";
import { formatExact, timeZone } from "@/kit/format";
import { Page } from "@/kit/Page";
import { PageHeader } from "@/kit/PageHeader";
import { AskButton } from "../chat/AskButton";
import { ShowtimeList } from "./ShowtimeList";
import { ShowtimePanel } from "./ShowtimePanel";
import styles from "./Showtimes.module.css";
import { useFilters } from "./useFilters";
import { useShowtimes } from "./useShowtimes";

const daysShown = 30;

/** What is on: every showtime to come. */
export function ShowtimesPage() {
  const { filters, change } = useFilters();
  const showtimes = useShowtimes(filters);
  const { total, isRefreshing, isStale } = showtimes;
  const isPhone = useMediaQuery("(max-width: 760px)", false, { getInitialValueInEffect: false });
  return (
    <Page size="list">
      <PageHeader
        title="Showtimes"
        actions={<AskButton />}
        description={
          <span className={styles.count} data-stale={isStale || undefined}>
            <span aria-live="polite">
              {total === undefined
                ? "Looking …"
                : `${formatExact(total)} ${total === 1 ? "showtime" : "showtimes"} to come, times in ${timeZone}`}
            </span>
            {isRefreshing ? <Loader size={12} color="gray" aria-label="Reading anew" /> : null}
          </span>
        }
      />
      <div className={styles.days}>
        <DayStrip
          label="Day"
          anyLabel="Any day"
          days={daysFrom(Date.now(), daysShown, filters.date)}
          value={filters.date}
          onChange={(date) => change({ date })}
        />
      </div>
      <ShowtimeList filters={filters} change={change} showtimes={showtimes} isPhone={isPhone} />
      <ShowtimePanel id={filters.open} onClose={() => change({ open: undefined })} />
    </Page>
  );
}

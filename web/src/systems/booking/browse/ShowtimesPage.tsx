import { useMediaQuery } from "@mantine/hooks";
import { DayStrip } from "@/kit/DayStrip";
import { daysFrom } from "@/kit/days";
import { Page } from "@/kit/Page";
import { PageHeader } from "@/kit/PageHeader";
import { ShowtimeList } from "./ShowtimeList";
import { ShowtimePanel } from "./ShowtimePanel";
import styles from "./Showtimes.module.css";
import { useFilters } from "./useFilters";

const daysShown = 30;

/** What is on: every showtime to come. */
export function ShowtimesPage() {
  const { filters, change } = useFilters();
  const isPhone = useMediaQuery("(max-width: 760px)", false, { getInitialValueInEffect: false });
  return (
    <Page size="list">
      <PageHeader
        title="Showtimes"
        description={isPhone ? undefined : "Everything to come, in every theater."}
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
      <ShowtimeList filters={filters} change={change} isPhone={isPhone} />
      <ShowtimePanel id={filters.open?.toString()} onClose={() => change({ open: undefined })} />
    </Page>
  );
}

import { Select, Tabs } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { timeZone } from "@/kit/format";
import { LinkButton } from "@/kit/LinkButton";
import { Page } from "@/kit/Page";
import { PageHeader } from "@/kit/PageHeader";
import { AskButton } from "../chat/AskButton";
import { MyWaits } from "../waiting/MyWaits";
import { AllBookings } from "./AllBookings";
import { BookingList } from "./BookingList";
import { BookingPanel } from "./BookingPanel";
import styles from "./Bookings.module.css";
import { HeldBookings } from "./HeldBookings";
import { PaidBookings } from "./PaidBookings";
import { newestQuery } from "./queries";
import { statuses, wordsOf } from "./status";

const route = getRouteApi("/booking/bookings");
const questions = ["Show my bookings", "Can I get a refund?", "How long are seats held?", "How can I pay?"];

/** What one has booked: held now, to come, past, and all that ever was. */
export function MyBookingsPage() {
  const { show, status, open } = route.useSearch();
  const navigate = route.useNavigate();
  const change = (some: Partial<ReturnType<typeof route.useSearch>>) =>
    void navigate({ search: (before) => ({ ...before, ...some }), resetScroll: false });
  const newest = useQuery(newestQuery);
  const openPanel = (id: string) => change({ open: id });
  return (
    <Page>
      <PageHeader
        title="My bookings"
        description={`Tickets, holds, waiting lists and everything before. Times are in ${timeZone}.`}
        actions={
          <>
            <AskButton openers={questions} />
            <LinkButton to="/booking" variant="default">
              Find a showtime
            </LinkButton>
          </>
        }
      />
      {newest.isPending ? (
        <BookingList bookings={undefined} onOpen={openPanel} />
      ) : (
        <>
          <HeldBookings bookings={newest.data?.items ?? []} onOpen={openPanel} />
          <MyWaits />
        </>
      )}
      <Tabs
        className={styles.tabs}
        // What is held stands above: until that is known there is no place for the rest.
        hidden={newest.isPending}
        value={show ?? "upcoming"}
        onChange={(next) =>
          change({ show: next === "past" || next === "all" ? next : undefined, status: undefined })
        }
        keepMounted={false}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="upcoming">Upcoming</Tabs.Tab>
          <Tabs.Tab value="past">Past</Tabs.Tab>
          <Tabs.Tab value="all">All</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="upcoming">
          <PaidBookings when="upcoming" onOpen={openPanel} />
        </Tabs.Panel>
        <Tabs.Panel value="past">
          <PaidBookings when="past" onOpen={openPanel} />
        </Tabs.Panel>
        <Tabs.Panel value="all">
          <Select
            aria-label="Status"
            placeholder="Any status"
            className={styles.status}
            clearable
            data={statuses.map((each) => ({ value: each, label: wordsOf({ status: each }).label }))}
            value={status ?? null}
            onChange={(next) => change({ status: statuses.find((each) => each === next) })}
          />
          <AllBookings status={status} onOpen={openPanel} />
        </Tabs.Panel>
      </Tabs>
      <BookingPanel id={open} onClose={() => change({ open: undefined })} />
    </Page>
  );
}

import { Button } from "@mantine/core";
import { IconCalendarPlus, IconPlus } from "@tabler/icons-react";
import { getRouteApi } from "@tanstack/react-router";
import { LinkButton } from "@/kit/LinkButton";
import { Page } from "@/kit/Page";
import { PageHeader } from "@/kit/PageHeader";
import { ScheduleTable } from "./ScheduleTable";
import { ShowtimePanel } from "./ShowtimePanel";

const route = getRouteApi("/booking/admin/schedule");

/** The showtimes to come: looking them up, adding, changing, calling off. */
export function SchedulePage() {
  const { open } = route.useSearch();
  const navigate = route.useNavigate();
  const show = (id: string | undefined) =>
    navigate({ search: (before) => ({ ...before, open: id }), resetScroll: false });
  return (
    <Page size="list">
      <PageHeader
        title="Schedule"
        description="Every showtime to come, how full it is, and its box office."
        actions={
          <>
            <LinkButton
              to="/booking/admin/schedule/series"
              variant="default"
              leftSection={<IconCalendarPlus size={16} aria-hidden />}
            >
              Plan a series
            </LinkButton>
            <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => show("new")}>
              Add a showtime
            </Button>
          </>
        }
      />
      <ScheduleTable open={open} onOpen={show} />
      <ShowtimePanel id={open} onClose={() => show(undefined)} />
    </Page>
  );
}

import { Skeleton } from "@mantine/core";
import { Page } from "@/kit/Page";

/** Stands in a page's place while its code is on the way. */
export function RoutePending() {
  return (
    <Page>
      <Skeleton height={36} width={240} mb={8} />
      <Skeleton height={20} width={360} mb={24} maw="100%" />
      <Skeleton height={320} />
    </Page>
  );
}

import { IconMapOff } from "@tabler/icons-react";
import { EmptyState } from "@/kit/EmptyState";
import { LinkButton } from "@/kit/LinkButton";
import { Page } from "@/kit/Page";

/** For an address that leads nowhere. */
export function NotFoundPage() {
  return (
    <Page title="Not found">
      <EmptyState
        isPage
        icon={IconMapOff}
        title="There is nothing here"
        text="The address may be mistyped, or what it led to is gone."
        action={<LinkButton to="/">Go home</LinkButton>}
      />
    </Page>
  );
}

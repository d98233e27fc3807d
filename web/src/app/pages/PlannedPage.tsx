import { List, Text } from "@mantine/core";
import { notFound, useParams } from "@tanstack/react-router";
import { LinkButton } from "@/kit/LinkButton";
import { Page } from "@/kit/Page";
import { PageHeader } from "@/kit/PageHeader";
import { systems } from "@/systems";

/** What a system that is not built yet will do. */
export function PlannedPage() {
  const { system: id } = useParams({ from: "/$system" });
  const system = systems.find((each) => each.id === id);
  if (system === undefined) throw notFound();
  return (
    <Page>
      <PageHeader title={system.title} description={system.summary} />
      <Text fw={600}>Not built yet. It will do this:</Text>
      <List my="md" spacing={4}>
        {system.promises.map((promise) => (
          <List.Item key={promise}>{promise}</List.Item>
        ))}
      </List>
      <LinkButton to="/" variant="default">
        See all systems
      </LinkButton>
    </Page>
  );
}

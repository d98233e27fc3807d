import { ActionIcon, Menu } from "@mantine/core";
import { IconBell } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { LinkItem } from "@/kit/LinkItem";
import { RelativeTime } from "@/kit/RelativeTime";
import { openAlertsQuery } from "../operations/alerts/alertQueries";
import { severityOf } from "../operations/alerts/alertWords";
import { useAlertNews } from "../operations/alerts/useAlertNews";
import styles from "./AlertBell.module.css";

/** Alerts that fire and nobody has acknowledged: how many, and the newest of them. */
export function AlertBell() {
  useAlertNews();
  const { data } = useQuery(openAlertsQuery);
  const count = data?.openCount ?? 0;
  const words = count === 0 ? "No alerts firing" : count === 1 ? "1 alert firing" : `${count} alerts firing`;
  return (
    <Menu position="bottom-end" width={320}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={36} aria-label={words} title={words}>
          <IconBell size={20} aria-hidden />
          {count === 0 ? null : (
            <span className={styles.count} aria-hidden>
              {count > 99 ? "99+" : count}
            </span>
          )}
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{words}</Menu.Label>
        {data?.items.map((alert) => (
          <LinkItem key={alert.id} to="/operations/alerts" search={{ open: alert.id }}>
            <span className={styles.alert} data-severity={alert.severity}>
              <strong>{alert.title}</strong>
              <small>
                {severityOf(alert.severity).word}, <RelativeTime at={alert.raisedAt} />
              </small>
            </span>
          </LinkItem>
        ))}
        <Menu.Divider />
        <LinkItem to="/operations/alerts">All alerts</LinkItem>
      </Menu.Dropdown>
    </Menu>
  );
}

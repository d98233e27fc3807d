import { ActionIcon, Menu } from "@mantine/core";
import { IconBell } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { RelativeTime } from "@/kit/RelativeTime";
import { openAlertsQuery } from "../operations/alerts/alertQueries";
import { useAlertNews } from "../operations/alerts/useAlertNews";
import styles from "./AlertBell.module.css";

/** Alerts nobody has seen yet: how many, and the newest of them. */
export function AlertBell() {
  useAlertNews();
  const { data } = useQuery(openAlertsQuery);
  const count = data?.openCount ?? 0;
  const words = count === 0 ? "No new alerts" : count === 1 ? "1 new alert" : `${count} new alerts`;
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
          <Menu.Item key={alert.id} component={Link} to="/operations/alerts">
            <span className={styles.alert} data-severity={alert.severity}>
              <strong>{alert.title}</strong>
              <small>
                {alert.severity}, <RelativeTime at={alert.raisedAt} />
              </small>
            </span>
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item component={Link} to="/operations/alerts">
          All alerts
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

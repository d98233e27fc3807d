import { notFound, useParams } from "@tanstack/react-router";
import type { CSSProperties } from "react";
import { LinkButton } from "@/kit/LinkButton";
import { Page } from "@/kit/Page";
import { PageHeader } from "@/kit/PageHeader";
import { StatusBadge } from "@/kit/StatusBadge";
import { systems } from "@/systems";
import styles from "./PlannedPage.module.css";

/** What a system that is not built yet will do. */
export function PlannedPage() {
  const { system: id } = useParams({ from: "/$system" });
  const system = systems.find((each) => each.id === id);
  if (system === undefined) throw notFound();
  const { icon: Icon, promises, summary, title } = system;
  return (
    <Page>
      <div className={styles.page} data-hue style={{ "--hue": system.hue } as CSSProperties}>
        <Icon size={40} stroke={1.25} className={styles.icon} aria-hidden />
        <PageHeader
          title={title}
          description={summary}
          actions={<StatusBadge meaning="neutral">Not built yet</StatusBadge>}
        />
        <h2 className={styles.heading}>What it will do</h2>
        <ul className={styles.promises}>
          {promises.map((promise) => (
            <li key={promise}>{promise}</li>
          ))}
        </ul>
        <LinkButton to="/" variant="default">
          See what is there
        </LinkButton>
      </div>
    </Page>
  );
}

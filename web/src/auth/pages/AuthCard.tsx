import { Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { Page } from "@/kit/Page";
import { PageHeader } from "@/kit/PageHeader";
import styles from "./AuthCard.module.css";

interface Props {
  readonly title: string;
  readonly children: ReactNode;
}

/** The narrow card the session's forms stand in. */
export function AuthCard({ title, children }: Props) {
  return (
    <Page>
      <div className={styles.card}>
        <PageHeader title={title} />
        <Stack gap="lg">{children}</Stack>
      </div>
    </Page>
  );
}

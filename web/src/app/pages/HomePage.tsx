import { Page } from "@/kit/Page";
import { PageHeader } from "@/kit/PageHeader";
import { systems } from "@/systems";
import styles from "./HomePage.module.css";
import { SystemCard } from "./SystemCard";

/** The way into all ten systems. */
export function HomePage() {
  return (
    <Page>
      <PageHeader
        title="Catalog"
        description="Ten backends that are hard to get right, one server, one app."
      />
      <ul className={styles.grid}>
        {systems.map((system) => (
          <SystemCard key={system.id} system={system} />
        ))}
      </ul>
    </Page>
  );
}

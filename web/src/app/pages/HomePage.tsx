import { Page } from "@/kit/Page";
import { PageHeader } from "@/kit/PageHeader";
import { systems } from "@/systems";
import { BuiltCard } from "./BuiltCard";
import styles from "./HomePage.module.css";
import { PlannedCard } from "./PlannedCard";

/** The way into all ten systems: those that are there in full, the others by name. */
export function HomePage() {
  const built = systems.filter((system) => system.entries.length > 0);
  const planned = systems.filter((system) => system.entries.length === 0);
  return (
    <Page>
      <PageHeader
        title="Catalog"
        description="Ten backends that are hard to get right, in one server. Each keeps its promises, and shows how."
      />
      <ul className={styles.built}>
        {built.map((system) => (
          <BuiltCard key={system.id} system={system} />
        ))}
      </ul>
      {planned.length === 0 ? null : (
        <section aria-labelledby="planned">
          <h2 id="planned" className={styles.heading}>
            To come
          </h2>
          <ul className={styles.planned}>
            {planned.map((system) => (
              <PlannedCard key={system.id} system={system} />
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}

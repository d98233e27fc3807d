import { entriesFor } from "@/systems/entriesFor";
import type { SearchGroup, SearchHit } from "@/systems/Search";
import type { System } from "@/systems/System";

/** The systems and pages whose names fit the words; without words all systems. */
export function findPages(
  systems: readonly System[],
  role: string | undefined,
  words: string,
): SearchGroup[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (text: string) => wanted.every((word) => text.toLowerCase().includes(word));
  const systemHits: SearchHit[] = systems
    .filter(({ title, summary }) => fits(`${title} ${summary}`))
    .map(({ id, title, summary }) => ({ id: `system-${id}`, label: title, detail: summary, href: `/${id}` }));
  const pageHits: SearchHit[] = systems.flatMap((system) =>
    entriesFor(system, role)
      .filter((entry) => fits(`${system.title} ${entry.label}`))
      .map((entry) => ({
        id: `page-${system.id}-${entry.to}`,
        label: entry.label,
        detail: system.title,
        href: entry.to,
      })),
  );
  return [
    { title: "Pages", hits: wanted.length === 0 ? [] : pageHits },
    { title: "Systems", hits: systemHits },
  ];
}

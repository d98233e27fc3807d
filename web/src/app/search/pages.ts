import { entriesFor } from "@/systems/entriesFor";
import type { SearchGroup, SearchHit } from "@/systems/Search";
import type { System } from "@/systems/System";
import { operationsEntries } from "../operations/entries";

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
  const places = [
    ...systems.map((system) => ({ id: system.id, title: system.title, entries: entriesFor(system, role) })),
    { id: "operations", title: "Operations", entries: role === "admin" ? operationsEntries : [] },
  ];
  const pageHits: SearchHit[] = places.flatMap(({ id, title, entries }) =>
    entries
      .filter((entry) => fits(`${title} ${entry.label}`))
      .map((entry) => ({ id: `page-${id}-${entry.to}`, label: entry.label, detail: title, href: entry.to })),
  );
  return [
    { title: "Pages", hits: wanted.length === 0 ? [] : pageHits },
    { title: "Systems", hits: systemHits },
  ];
}

import { TheaterEditor } from "./TheaterEditor";

/** A theater that is not there yet. */
export function NewTheaterPage() {
  return <TheaterEditor theater={undefined} upcoming={0} onReload={() => undefined} />;
}

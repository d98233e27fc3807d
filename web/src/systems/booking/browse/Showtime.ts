import type { Schemas } from "@/api/client";

export type Showtime = Schemas["ShowtimeAnswer"];

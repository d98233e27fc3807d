import { timeZone } from "@/kit/format";

/** Said where times are entered. */
export const zoneHint = `Cinema time, which is ${timeZone}.`;

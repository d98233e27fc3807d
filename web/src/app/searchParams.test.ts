import { expect, it } from "vitest";
import { parseSearch, stringifySearch } from "./searchParams";

it("brings ids of 64 bits through the address as they are", () => {
  const search = { open: "382970854985695232" };
  expect(stringifySearch(search)).toBe("?open=382970854985695232");
  expect(parseSearch("?open=382970854985695232")).toEqual(search);
  expect(stringifySearch({ open: "12" })).toBe("?open=12");
});

it("brings everything else through, too", () => {
  const search = { min: 5, available: true, search: "the end", statuses: ["held", "sold"] };
  expect(parseSearch(stringifySearch(search))).toEqual(search);
});

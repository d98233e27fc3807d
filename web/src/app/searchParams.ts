import { parseSearchWith, stringifySearchWith } from "@tanstack/react-router";

/** Digits stay text: ids have 64 bits, and as numbers they would come out as other ids. `kit/url` reads both. */
function parse(value: string): unknown {
  if (/^\d+$/.test(value)) throw new SyntaxError("Digits stay text.");
  return JSON.parse(value);
}

export const parseSearch = parseSearchWith(parse);
export const stringifySearch = stringifySearchWith(JSON.stringify, parse);

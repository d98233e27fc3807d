import { expect, it } from "vitest";
import { returnTo } from "./returnTo";

it.each([
  ["/booking/showtimes/4?best=2", "/booking/showtimes/4?best=2"],
  [undefined, "/"],
  ["https://evil.example", "/"],
  ["//evil.example", "/"],
  ["/\\evil.example", "/"],
  ["javascript:alert(1)", "/"],
  ["/sign-in?back=/", "/"],
  ["/register", "/"],
])("after signing in, %s leads to %s", (back, path) => {
  expect(returnTo(back)).toBe(path);
});

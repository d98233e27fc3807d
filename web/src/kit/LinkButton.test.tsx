import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { renderInApp } from "@/testing/renderInApp";
import { LinkButton } from "./LinkButton";

it("is a link: it can be opened in another tab", () => {
  renderInApp(<LinkButton to="/sign-in">Sign in</LinkButton>);
  expect(screen.getByRole("link", { name: "Sign in" }).getAttribute("href")).toBe("/sign-in");
  expect(screen.queryByRole("button")).toBeNull();
});

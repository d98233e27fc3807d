import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { renderInApp } from "@/testing/renderInApp";
import { LinkButton } from "./LinkButton";

it("is a link: it can be opened in another tab", () => {
  renderInApp(<LinkButton to="/account">Account</LinkButton>);
  expect(screen.getByRole("link", { name: "Account" }).getAttribute("href")).toBe("/account");
  expect(screen.queryByRole("button")).toBeNull();
});

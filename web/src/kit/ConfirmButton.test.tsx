import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { renderInApp } from "@/testing/renderInApp";
import { ConfirmButton } from "./ConfirmButton";

function button(onConfirm: (leave: () => void) => Promise<unknown>) {
  renderInApp(
    <ConfirmButton
      label="Delete"
      question="Delete the cup?"
      consequence="It is gone."
      confirm="Delete the cup"
      onConfirm={onConfirm}
    />,
  );
  return screen.getByRole("button", { name: "Delete" });
}

it("asks first, and gives the keyboard back", async () => {
  const onConfirm = vi.fn(async () => {});
  const opener = button(onConfirm);
  await userEvent.click(opener);
  await userEvent.click(await screen.findByRole("button", { name: "Keep it" }));
  expect(onConfirm).not.toHaveBeenCalled();
  expect(document.activeElement).toBe(opener);
  await userEvent.click(opener);
  await userEvent.click(await screen.findByRole("button", { name: "Delete the cup" }));
  expect(onConfirm).toHaveBeenCalledOnce();
  expect(document.activeElement).toBe(opener);
});

it("leaves the keyboard to the dialog that comes up instead", async () => {
  const field = document.createElement("input");
  document.body.append(field);
  const behind: (Element | null)[] = [];
  const opener = button(async (leave) => {
    leave();
    behind.push(document.activeElement);
    field.focus();
  });
  await userEvent.click(opener);
  await userEvent.click(await screen.findByRole("button", { name: "Delete the cup" }));
  expect(behind).toEqual([opener]);
  expect(document.activeElement).toBe(field);
  field.remove();
});

import { IconShoppingCart } from "@tabler/icons-react";
import type { System } from "../System";

export const orders: System = {
  id: "orders",
  title: "Orders",
  summary: "Orders from basket to doorstep, across payment, stock and shipping.",
  promises: [
    "Nothing is sold that is not there, also in a flash sale",
    "What fails half-way is undone, step by step",
    "Fraud is scored before money moves",
  ],
  hue: 45,
  icon: IconShoppingCart,
  entries: [],
};

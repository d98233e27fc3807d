import { localStorageColorSchemeManager, MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { useEffect } from "react";
import { createQueryClient } from "@/api/queries";
import { session } from "@/auth/session";
import { router } from "./router";
import { theme, variables } from "./theme/theme";

const colorScheme = localStorageColorSchemeManager({ key: "catalog-color-scheme" });
const queries = createQueryClient();

/** The whole app: theme, cache, routes. */
export function App() {
  useEffect(() => {
    let before = session.state;
    return session.subscribe(() => {
      // What one account was shown must not be there for the next.
      if (before.status === "user") queries.clear();
      else void queries.invalidateQueries();
      before = session.state;
      void router.invalidate();
    });
  }, []);

  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      colorSchemeManager={colorScheme}
      defaultColorScheme="auto"
    >
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}

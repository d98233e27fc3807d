/** The dashboard's pages, in the order of their tabs. */
export const pages = [
  { to: "/leaderboards/admin/insight", label: "Live" },
  { to: "/leaderboards/admin/insight/boards", label: "Boards" },
  { to: "/leaderboards/admin/insight/health", label: "Health" },
] as const;

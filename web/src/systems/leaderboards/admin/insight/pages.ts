/** The dashboard's pages, in the order of their tabs. */
export const pages = [{ to: "/leaderboards/admin/insight/boards", label: "Boards" }] as const;

/** The dashboard's pages, in the order of their tabs. */
export const pages = [
  { to: "/leaderboards/admin/insight", label: "Live" },
  { to: "/leaderboards/admin/insight/boards", label: "Boards" },
  { to: "/leaderboards/admin/insight/health", label: "Health" },
  { to: "/leaderboards/admin/insight/players", label: "Players" },
  { to: "/leaderboards/admin/insight/skill", label: "Skill" },
  { to: "/leaderboards/admin/insight/churn", label: "Leaving" },
  { to: "/leaderboards/admin/insight/money", label: "Money" },
] as const;

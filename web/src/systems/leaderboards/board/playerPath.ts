/** Where a player's page is. */
export const playerPath = (playerId: string) => `/leaderboards/players/${encodeURIComponent(playerId)}`;

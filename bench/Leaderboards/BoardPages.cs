using System.Text.Json;
using Catalog.Bench.Shared.Pictures;

namespace Catalog.Bench.Leaderboards;

/// <summary>The pages of leaderboards that pictures are taken of, and what is to be seen on them.</summary>
internal static class BoardPages
{
    private const string Api = "/leaderboards/api";
    private const string Insight = "/leaderboards/admin/insight";
    private const int Payers = 40;
    private static readonly string[] Channels = ["ads", "organic", "friends"];

    /// <summary>Has something held for review and something paid.</summary>
    /// <returns>The pages.</returns>
    public static async Task<IReadOnlyList<ScreenshotPage>> StageAsync(DemoSession demo, bool isNew)
    {
        JsonElement board = await demo.GetAsync(Api + "/leaderboard/raid/top100");
        string[] players =
        [
            .. board.GetProperty("rows").EnumerateArray()
                .Select(static row => row.GetProperty("playerId").GetString()!),
        ];
        if (isNew)
        {
            await demo.BeCustomerAsync();
            var tooMuch = new { gameMode = "raid", score = 90_000, gameDurationSeconds = 1_800 };
            await demo.PostAsync(Api + "/scores/submit", tooMuch);
            await PayAsync(demo, players);
        }

        return
        [
            Guest("boards", "/leaderboards?mode=raid", "Live scores"),
            Guest("boards-weekly", "/leaderboards?mode=raid&span=weekly&region=eu", "Live scores"),
            Customer("boards-events", "/leaderboards?span=events", "Open cup"),
            Customer("boards-player", "/leaderboards/players/" + players[0], "Places in"),
            Admin("boards-review", "/leaderboards/admin/review?mode=raid", "Held because"),
            Admin("boards-planning", "/leaderboards/admin/events", "End the season"),
            Admin("boards-live", Insight, "Event participation"),
            Admin("boards-figures", Insight + "/boards?compare=previous", "How long games take"),
            Admin("boards-health", Insight + "/health?mode=raid", "How newcomers climb"),
            Guest("boards-archive", "/leaderboards/archive?type=daily", "and who was rewarded"),
            Admin("boards-players", Insight + "/players?compare=previous", "Who comes back"),
            Admin("boards-skill", Insight + "/skill?mode=raid", "What experience brings"),
            Admin("boards-churn", Insight + "/churn", "Why they are at risk"),
            Admin("boards-money", Insight + "/money", "Lifetime value by channel"),
        ];
    }

    private static async Task PayAsync(DemoSession demo, string[] players)
    {
        await demo.BeAdminAsync();
        for (int i = 0; i < Math.Min(Payers, players.Length); i++)
        {
            var purchase = new
            {
                playerId = players[i],
                amount = i % 4 == 0 ? 0 : 199 + (i * 100),
                currency = "EUR",
                channel = Channels[i % Channels.Length],
                at = DateTime.UtcNow.AddDays(-(i % 12)),
            };
            await demo.PostAsync(Api + "/admin/purchases", purchase);
        }
    }

    private static ScreenshotPage Guest(string name, string path, string shows) => new(name, path, shows);

    private static ScreenshotPage Customer(string name, string path, string shows) =>
        new(name, path, shows, DemoSession.Customer, DemoSession.CustomerPassword);

    private static ScreenshotPage Admin(string name, string path, string shows) =>
        new(name, path, shows, DemoSession.Admin, DemoSession.AdminPassword, IsWhole: true);
}

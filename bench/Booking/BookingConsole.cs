using System.Text.Json;
using Catalog.Bench.Shared.Pictures;

namespace Catalog.Bench.Booking;

/// <summary>What is on the pictures of the console: rules, alerts, a webhook that is down, reports.</summary>
internal static class BookingConsole
{
    private const int LongestWaitMs = 30_000;

    /// <summary>How the server is set up, so that there is something to see soon.</summary>
    public static string[] Settings { get; } =
    [
        "Catalog:Alerts:EvaluateSeconds=1", "Catalog:Alerts:WebhookAttempts=1",
        "Catalog:Booking:LowOccupancyCheckSeconds=1", "Catalog:Booking:LowOccupancyPercent=40",
        "Catalog:Booking:LowOccupancyMaxAlerts=6",
    ];

    /// <summary>Sets it up, as an administrator.</summary>
    public static async Task SetAsync(DemoSession demo)
    {
        object[] rules =
        [
            Rule("Few bookings an hour", "below", 1_000_000, ("critical", "https://127.0.0.1:1/")),
            Rule("Many cancellations", "rises_by", 0.5, ("warning", null)),
            Rule("Hardly a visitor", "below", -1, ("info", null)),
        ];
        foreach (object rule in rules) await demo.PostAsync("/api/admin/alerts/rules", rule);
        object[] reports =
        [
            Report("Showtimes of the week", "pdf", "week", "monday"), Report("Showtimes by day", "csv", "day", null),
        ];
        foreach (object report in reports) await demo.PostAsync("/api/admin/reports", report);
        await demo.PostAsync("/api/admin/reports/1/run", null);
        await WaitAsync(demo);
        await demo.PostAsync("/api/admin/alerts/1/acknowledge", null);
        await demo.PostAsync("/api/admin/alerts/2/resolve", new { note = "A school has it." });
    }

    private static object Rule(
        string name, string comparison, double threshold, (string Severity, string? Webhook) way) => new
        {
            name,
            system = "booking",
            rollup = "analytics_daily_revenue",
            measure = "bookings_count",
            comparison,
            threshold,
            windowMinutes = 60,
            severity = way.Severity,
            mails = (string[])["ops@example.org"],
            webhook = way.Webhook,
        };

    private static object Report(string title, string format, string every, string? weekday) => new
    {
        title, format, every, weekday, source = "booking.showtimes", hourUtc = 6,
        recipients = (string[])["ops@example.org"],
    };

    private static async Task WaitAsync(DemoSession demo)
    {
        for (int waitedMs = 0; waitedMs < LongestWaitMs; waitedMs += 250)
        {
            JsonElement all = await demo.GetAsync("/api/admin/alerts");
            if (all.GetProperty("openCount").GetInt32() >= 7) return;
            await Task.Delay(250);
        }
    }
}

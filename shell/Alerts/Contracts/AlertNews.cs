namespace Catalog.Shell.Alerts.Contracts;

/// <summary>What happened to an alert: the body of a webhook, and the data of the topic <c>alerts</c>.</summary>
/// <param name="Event"><c>alert_raised</c>, <c>alert_acknowledged</c> or <c>alert_resolved</c>.</param>
/// <param name="Alert">How it stands now.</param>
public sealed record AlertNews(string Event, AlertAnswer Alert)
{
    /// <summary>The name of a change.</summary>
    internal static string NameOf(AlertChange change) => change switch
    {
        AlertChange.Raised => "alert_raised",
        AlertChange.Acknowledged => "alert_acknowledged",
        _ => "alert_resolved",
    };
}

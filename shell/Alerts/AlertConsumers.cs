namespace Catalog.Shell.Alerts;

/// <summary>The names the offsets of alerts' consumers are kept under.</summary>
public static class AlertConsumers
{
    /// <summary>Writes mails.</summary>
    public const string Mails = "alert-mails";
}

using System.ComponentModel.DataAnnotations;

namespace Catalog.Shell.Alerts;

/// <summary>How alerts are found and told (<c>Catalog:Alerts</c>). Read once at start.</summary>
public sealed class AlertOptions
{
    /// <summary>The section.</summary>
    public const string Section = "Catalog:Alerts";

    /// <summary>Seconds between two looks at the rules.</summary>
    [Range(1, 3600)]
    public int EvaluateSeconds { get; set; } = 10;

    /// <summary>Whether webhooks may lead to addresses of this machine and of private networks.</summary>
    public bool AllowPrivateWebhooks { get; set; }

    /// <summary>Seconds a webhook may take.</summary>
    [Range(1, 60)]
    public int WebhookSeconds { get; set; } = 5;
}

using System.ComponentModel.DataAnnotations;
using Catalog.Shell.Auth;

namespace Catalog.Shell.Alerts;

/// <summary>How alerts are found and told (<c>Catalog:Alerts</c>). Read once at start.</summary>
public sealed class AlertOptions : IValidatableObject
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

    /// <summary>Webhooks that may be called at once; each is called once at a time.</summary>
    [Range(1, 256)]
    public int WebhooksAtOnce { get; set; } = 16;

    /// <summary>How often a call is tried before it is set aside.</summary>
    [Range(1, 20)]
    public int WebhookAttempts { get; set; } = 6;

    /// <summary>The pause before the second attempt, in milliseconds; it doubles with every further one.</summary>
    [Range(1, 60_000)]
    public int WebhookRetryMs { get; set; } = 1_000;

    /// <summary>Mail addresses that are told of alerts systems raise by themselves; a rule has its own.</summary>
    [MaxLength(AlertChannels.MaxMails)]
    public IReadOnlyList<string> Mails { get; set; } = [];

    /// <summary>An address that is called for alerts systems raise by themselves.</summary>
    public string? Webhook { get; set; }

    /// <summary>What those calls are signed with.</summary>
    [StringLength(AlertChannels.MaxSecret, MinimumLength = AlertChannels.MinSecret)]
    public string? WebhookSecret { get; set; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (string mail in Mails)
            if (!EmailAddress.TryNormalize(mail, out _))
                yield return new ValidationResult($"'{mail}' is no mail address.", [nameof(Mails)]);
        if (Webhook is not null && !AlertChannels.IsAddress(Webhook))
            yield return new ValidationResult("Must be an address as in https://example.org.", [nameof(Webhook)]);
    }
}

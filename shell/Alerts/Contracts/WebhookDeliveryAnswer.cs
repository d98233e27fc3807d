using Catalog.Shell.Http;

namespace Catalog.Shell.Alerts.Contracts;

/// <summary>A call of a webhook.</summary>
public sealed record WebhookDeliveryAnswer : IExampled<WebhookDeliveryAnswer>
{
    /// <inheritdoc/>
    public static WebhookDeliveryAnswer Example => new()
    {
        Id = "3",
        Event = "alert_raised",
        AlertId = "7",
        Title = "Few bookings",
        Webhook = "https://example.org/alerts",
        State = "parked",
        Attempts = 6,
        Error = "The webhook answered 503.",
        QueuedAt = new DateTimeOffset(2027, 1, 15, 6, 0, 0, TimeSpan.Zero),
        ParkedAt = new DateTimeOffset(2027, 1, 15, 6, 1, 0, TimeSpan.Zero),
    };

    /// <summary>Its id, which the call has as its <c>Catalog-Delivery</c>.</summary>
    public required string Id { get; init; }

    /// <summary><c>alert_raised</c>, <c>alert_acknowledged</c> or <c>alert_resolved</c>.</summary>
    public required string Event { get; init; }

    /// <summary>The alert.</summary>
    public required string AlertId { get; init; }

    /// <summary>The alert's title.</summary>
    public required string Title { get; init; }

    /// <summary>The address that is called.</summary>
    public required string Webhook { get; init; }

    /// <summary><c>waiting</c>, or <c>parked</c> once it was set aside.</summary>
    public required string State { get; init; }

    /// <summary>How often it was tried before it was set aside.</summary>
    public required int Attempts { get; init; }

    /// <summary>Why it failed last.</summary>
    public string? Error { get; init; }

    /// <summary>Since when it is to be called.</summary>
    public required DateTimeOffset QueuedAt { get; init; }

    /// <summary>When it was set aside.</summary>
    public DateTimeOffset? ParkedAt { get; init; }

    /// <summary>Makes the answer.</summary>
    internal static WebhookDeliveryAnswer Of(WebhookDelivery delivery) => new()
    {
        Id = IdText.Of(delivery.Id),
        Event = AlertNews.NameOf(delivery.Change),
        AlertId = IdText.Of(delivery.Alert.Id),
        Title = delivery.Alert.Title,
        Webhook = delivery.Address,
        State = delivery.IsParked ? "parked" : "waiting",
        Attempts = delivery.Attempts,
        Error = delivery.Error,
        QueuedAt = DateTimeOffset.FromUnixTimeMilliseconds(delivery.QueuedMs),
        ParkedAt = delivery.IsParked ? DateTimeOffset.FromUnixTimeMilliseconds(delivery.ParkedMs) : null,
    };
}

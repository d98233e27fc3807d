using Catalog.Shell.Http;

namespace Catalog.Shell.Alerts.Contracts;

/// <summary>Every call of a webhook that waits or was set aside, oldest first.</summary>
public sealed record WebhookDeliveryListAnswer(IReadOnlyList<WebhookDeliveryAnswer> Items)
    : IExampled<WebhookDeliveryListAnswer>
{
    /// <inheritdoc/>
    public static WebhookDeliveryListAnswer Example => new([WebhookDeliveryAnswer.Example]);
}

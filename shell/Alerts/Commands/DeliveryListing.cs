using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Alerts.Commands;

/// <summary>Every call of a webhook that is still to be made or was given up, oldest first.</summary>
/// <param name="Deliveries">The calls.</param>
public readonly record struct DeliveryListing(WebhookDelivery[] Deliveries) : IResult<DeliveryListing>
{
    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(Deliveries.Length);
        foreach (WebhookDelivery delivery in Deliveries) delivery.Write(ref writer);
    }

    /// <inheritdoc/>
    public static DeliveryListing Read(ref MessagePackReader reader)
    {
        var deliveries = new WebhookDelivery[reader.ReadArrayHeader()];
        for (int i = 0; i < deliveries.Length; i++) deliveries[i] = WebhookDelivery.Read(ref reader);
        return new DeliveryListing(deliveries);
    }
}

using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Alerts.Events;

/// <summary>A call of a webhook was given up, or is to be tried again.</summary>
public readonly record struct DeliverySaved(WebhookDelivery Delivery) : IEvent<DeliverySaved>
{
    /// <inheritdoc/>
    public static ushort TypeId => 4;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer) => Delivery.Write(ref writer);

    /// <inheritdoc/>
    public static DeliverySaved Read(ref MessagePackReader reader, byte version) =>
        new(WebhookDelivery.Read(ref reader));
}

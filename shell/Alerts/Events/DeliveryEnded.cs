using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Alerts.Events;

/// <summary>A call of a webhook was made, or somebody gave it up for good.</summary>
public readonly record struct DeliveryEnded(ulong DeliveryId) : IEvent<DeliveryEnded>
{
    /// <inheritdoc/>
    public static ushort TypeId => 5;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer) => writer.Write(DeliveryId);

    /// <inheritdoc/>
    public static DeliveryEnded Read(ref MessagePackReader reader, byte version) => new(reader.ReadUInt64());
}

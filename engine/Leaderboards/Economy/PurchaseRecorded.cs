using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards.Economy;

/// <summary>A player paid.</summary>
/// <param name="Number">How many were recorded until then, this one included.</param>
/// <param name="Purchase">What was paid.</param>
public readonly record struct PurchaseRecorded(long Number, Purchase Purchase)
    : IEvent<PurchaseRecorded>
{
    /// <inheritdoc/>
    public static ushort TypeId => 1;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(2);
        writer.Write(Number);
        Purchase.Write(ref writer);
    }

    /// <inheritdoc/>
    public static PurchaseRecorded Read(ref MessagePackReader reader, byte version)
    {
        reader.ReadArrayHeader();
        return new PurchaseRecorded(
            reader.ReadInt64(),
            Purchase.Read(ref reader));
    }
}

using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards.Economy;

/// <summary>Records a purchase.</summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="Purchase">What was paid.</param>
/// <param name="Idempotency">Makes repeating harmless; <c>default</c> for none.</param>
public readonly record struct RecordPurchase(long TimeMs, Purchase Purchase, IdempotencyKey Idempotency = default)
    : ICommand<BoardResult>, IWireCommand<RecordPurchase>
{
    private const int FieldCount = 3;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        Purchase.Write(ref writer);
        Idempotency.Write(ref writer);
    }

    /// <inheritdoc/>
    public static RecordPurchase Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new RecordPurchase(
            reader.ReadInt64(),
            Purchase.Read(ref reader),
            IdempotencyKey.Read(ref reader));
        WireFields.End(ref reader, further);
        return command;
    }
}

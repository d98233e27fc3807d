using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Core.Shards;

internal readonly record struct AddToTally(
    long TimeMs, long Amount, IdempotencyKey Idempotency = default, long WakeAtMs = 0)
    : ICommand<TallyResult>, IWireCommand<AddToTally>
{
    private const int FieldCount = 4;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        writer.Write(Amount);
        Idempotency.Write(ref writer);
        writer.Write(WakeAtMs);
    }

    /// <inheritdoc/>
    public static AddToTally Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new AddToTally(
            reader.ReadInt64(),
            reader.ReadInt64(),
            IdempotencyKey.Read(ref reader),
            reader.ReadInt64());
        WireFields.End(ref reader, further);
        return command;
    }
}

using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Core.Shards;

internal readonly record struct ReadTally(long TimeMs) : IQuery<TallyResult>, IWireCommand<ReadTally>
{
    public IdempotencyKey Idempotency => default;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(1);
        writer.Write(TimeMs);
    }

    /// <inheritdoc/>
    public static ReadTally Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, 1);
        var command = new ReadTally(reader.ReadInt64());
        WireFields.End(ref reader, further);
        return command;
    }
}

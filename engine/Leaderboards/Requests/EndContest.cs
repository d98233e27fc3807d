using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>Calls an event or tournament off.</summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="ContestId">Which.</param>
/// <param name="Idempotency">Makes repeating harmless; <c>default</c> for none.</param>
public readonly record struct EndContest(long TimeMs, int ContestId, IdempotencyKey Idempotency = default)
    : ICommand<BoardResult>, IWireCommand<EndContest>
{
    private const int FieldCount = 3;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        writer.Write(ContestId);
        Idempotency.Write(ref writer);
    }

    /// <inheritdoc/>
    public static EndContest Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new EndContest(
            reader.ReadInt64(),
            reader.ReadInt32(),
            IdempotencyKey.Read(ref reader));
        WireFields.End(ref reader, further);
        return command;
    }
}

using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>Calls an event or tournament off.</summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="ContestId">Which.</param>
/// <param name="Idempotency">Makes repeating harmless; <c>default</c> for none.</param>
/// <param name="ExpectedRevision">The revision it was seen with.</param>
public readonly record struct EndContest(
    long TimeMs, int ContestId, IdempotencyKey Idempotency = default, int ExpectedRevision = 1)
    : ICommand<BoardResult>, IWireCommand<EndContest>
{
    private const int FewestFields = 3;
    private const int FieldCount = 4;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        writer.Write(ContestId);
        Idempotency.Write(ref writer);
        writer.Write(ExpectedRevision);
    }

    /// <inheritdoc/>
    public static EndContest Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FewestFields);
        var command = new EndContest(
            reader.ReadInt64(),
            reader.ReadInt32(),
            IdempotencyKey.Read(ref reader),
            further > 0 ? reader.ReadInt32() : 1);
        WireFields.End(ref reader, Math.Max(0, further - (FieldCount - FewestFields)));
        return command;
    }
}

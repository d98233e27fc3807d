using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>Reads what a mode keeps of its players, page by page, in the order they came.</summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="From">How many players to pass over.</param>
/// <param name="Limit">The most to read, <see cref="MaxLimit"/> at most.</param>
public readonly record struct ReadRecords(long TimeMs, int From, int Limit)
    : IQuery<RecordsReading>, IWireCommand<ReadRecords>
{
    /// <summary>The most players of one page.</summary>
    public const int MaxLimit = 1_000;

    private const int FieldCount = 3;

    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        writer.Write(From);
        writer.Write(Limit);
    }

    /// <inheritdoc/>
    public static ReadRecords Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new ReadRecords(
            reader.ReadInt64(),
            reader.ReadInt32(),
            reader.ReadInt32());
        WireFields.End(ref reader, further);
        return command;
    }
}

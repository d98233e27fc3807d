using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>Lists what waits for review, or was reviewed.</summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="AfterId">Only cases behind this one; 0 for all.</param>
/// <param name="Limit">The most it lists.</param>
/// <param name="IncludesClosed">Whether those that were decided are listed, too.</param>
/// <param name="PlayerId">Only this player's; 0 for everybody's.</param>
/// <param name="IsByScore">
/// Whether the highest anomaly score comes first, and <paramref name="AfterId"/> is how many to pass over.
/// </param>
public readonly record struct ReadCases(
    long TimeMs, long AfterId, int Limit, bool IncludesClosed, ulong PlayerId, bool IsByScore = false)
    : IQuery<CasesReading>, IWireCommand<ReadCases>
{
    private const int FieldCount = 6;

    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        writer.Write(AfterId);
        writer.Write(Limit);
        writer.Write(IncludesClosed);
        writer.Write(PlayerId);
        writer.Write(IsByScore);
    }

    /// <inheritdoc/>
    public static ReadCases Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new ReadCases(
            reader.ReadInt64(),
            reader.ReadInt64(),
            reader.ReadInt32(),
            reader.ReadBoolean(),
            reader.ReadUInt64(),
            reader.ReadBoolean());
        WireFields.End(ref reader, further);
        return command;
    }
}

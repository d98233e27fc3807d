using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>Finds players by the beginning of their names.</summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="Prefix">The beginning; case does not matter.</param>
/// <param name="After">Only names behind this one, in lower case; empty for all.</param>
/// <param name="Limit">The most it finds.</param>
public readonly record struct SearchPlayers(long TimeMs, string Prefix, string After, int Limit)
    : IQuery<PlayersReading>, IWireCommand<SearchPlayers>
{
    private const int FieldCount = 4;

    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        writer.Write(Prefix);
        writer.Write(After);
        writer.Write(Limit);
    }

    /// <inheritdoc/>
    public static SearchPlayers Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new SearchPlayers(
            reader.ReadInt64(),
            reader.ReadString(),
            reader.ReadString(),
            reader.ReadInt32());
        WireFields.End(ref reader, further);
        return command;
    }
}

using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>A score from elsewhere, or from before.</summary>
/// <param name="PlayerId">The player.</param>
/// <param name="Score">The score.</param>
/// <param name="DurationSeconds">How long the game took.</param>
/// <param name="Region">The region it was played in; 0 for none.</param>
/// <param name="PlayedMs">When it was played, milliseconds since 1970; not later than now.</param>
public readonly record struct ImportedScore(
    ulong PlayerId, int Score, int DurationSeconds, byte Region, long PlayedMs)
    : IWireRecord<ImportedScore>
{
    private const int FieldCount = 5;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(PlayerId);
        writer.Write(Score);
        writer.Write(DurationSeconds);
        writer.Write(Region);
        writer.Write(PlayedMs);
    }

    /// <inheritdoc/>
    public static ImportedScore Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var value = new ImportedScore(
            reader.ReadUInt64(),
            reader.ReadInt32(),
            reader.ReadInt32(),
            reader.ReadByte(),
            reader.ReadInt64());
        WireFields.End(ref reader, further);
        return value;
    }
}

using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>What a mode keeps of a player.</summary>
/// <param name="PlayerId">The player.</param>
/// <param name="IsRanked">Whether the player has an all-time score.</param>
/// <param name="Total">That score.</param>
/// <param name="GamesPlayed">How many games counted.</param>
/// <param name="DurationSeconds">How long they took together.</param>
/// <param name="LastSubmitMs">When the last submission came, milliseconds since 1970; 0 for never.</param>
/// <param name="Region">Where the player last played; 0 for nowhere.</param>
/// <param name="Ban">How the player is off the boards.</param>
/// <param name="BannedUntilMs">When that ends; 0 for never.</param>
public readonly record struct KeptRecord(
    ulong PlayerId,
    bool IsRanked,
    long Total,
    int GamesPlayed,
    long DurationSeconds,
    long LastSubmitMs,
    byte Region,
    BanKind Ban,
    long BannedUntilMs)
    : IWireRecord<KeptRecord>
{
    private const int FieldCount = 9;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(PlayerId);
        writer.Write(IsRanked);
        writer.Write(Total);
        writer.Write(GamesPlayed);
        writer.Write(DurationSeconds);
        writer.Write(LastSubmitMs);
        writer.Write(Region);
        writer.Write((byte)Ban);
        writer.Write(BannedUntilMs);
    }

    /// <inheritdoc/>
    public static KeptRecord Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var value = new KeptRecord(
            reader.ReadUInt64(),
            reader.ReadBoolean(),
            reader.ReadInt64(),
            reader.ReadInt32(),
            reader.ReadInt64(),
            reader.ReadInt64(),
            reader.ReadByte(),
            (BanKind)reader.ReadByte(),
            reader.ReadInt64());
        WireFields.End(ref reader, further);
        return value;
    }
}

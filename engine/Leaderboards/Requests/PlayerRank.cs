using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>A player's place on the all-time board.</summary>
/// <param name="Rank">From 1, as the player sees it; 0 for none.</param>
/// <param name="Score">The score; 0 for none.</param>
public readonly record struct PlayerRank(long Rank, long Score)
    : IWireRecord<PlayerRank>
{
    private const int FieldCount = 2;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(Rank);
        writer.Write(Score);
    }

    /// <inheritdoc/>
    public static PlayerRank Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var value = new PlayerRank(
            reader.ReadInt64(),
            reader.ReadInt64());
        WireFields.End(ref reader, further);
        return value;
    }
}

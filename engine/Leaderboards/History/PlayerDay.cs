using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>A player's place at the end of a day.</summary>
/// <param name="Day">The day's number.</param>
/// <param name="Rank">All-time, from 1; 0 for none.</param>
/// <param name="Score">All-time.</param>
/// <param name="IsExact">
/// Whether the rank is exact: among the first hundred. Others are right within one percent.
/// </param>
public readonly record struct PlayerDay(int Day, long Rank, long Score, bool IsExact)
    : IWireRecord<PlayerDay>
{
    private const int FieldCount = 4;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(Day);
        writer.Write(Rank);
        writer.Write(Score);
        writer.Write(IsExact);
    }

    /// <inheritdoc/>
    public static PlayerDay Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var value = new PlayerDay(
            reader.ReadInt32(),
            reader.ReadInt64(),
            reader.ReadInt64(),
            reader.ReadBoolean());
        WireFields.End(ref reader, further);
        return value;
    }
}

using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>What the top of a kind of board gets when its window ends.</summary>
/// <param name="Kind">Of which boards; only those of all regions.</param>
/// <param name="MaxRank">Up to which rank.</param>
/// <param name="Reward">What these players get.</param>
public readonly record struct RewardTier(WindowKind Kind, int MaxRank, string Reward)
    : IWireRecord<RewardTier>
{
    private const int FieldCount = 3;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write((byte)Kind);
        writer.Write(MaxRank);
        writer.Write(Reward);
    }

    /// <inheritdoc/>
    public static RewardTier Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var value = new RewardTier(
            (WindowKind)reader.ReadByte(),
            reader.ReadInt32(),
            reader.ReadString());
        WireFields.End(ref reader, further);
        return value;
    }
}

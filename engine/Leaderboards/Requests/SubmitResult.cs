using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>The answer to a submission.</summary>
/// <param name="Code">What became of it.</param>
/// <param name="Reasons">The rules it broke, when it is held.</param>
/// <param name="Total">The all-time score after it.</param>
/// <param name="Rank">The all-time rank after it, from 1; 0 for none.</param>
/// <param name="OldRank">The rank before it; 0 for none.</param>
/// <param name="IsPersonalBest">Whether no game of the player scored more before.</param>
public readonly record struct SubmitResult(
    BoardCode Code, CheatReasons Reasons, long Total, long Rank, long OldRank, bool IsPersonalBest)
    : IResult<SubmitResult>, IWireRecord<SubmitResult>
{
    private const int FieldCount = 6;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write((byte)Code);
        writer.Write((byte)Reasons);
        writer.Write(Total);
        writer.Write(Rank);
        writer.Write(OldRank);
        writer.Write(IsPersonalBest);
    }

    /// <inheritdoc/>
    public static SubmitResult Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var value = new SubmitResult(
            (BoardCode)reader.ReadByte(),
            (CheatReasons)reader.ReadByte(),
            reader.ReadInt64(),
            reader.ReadInt64(),
            reader.ReadInt64(),
            reader.ReadBoolean());
        WireFields.End(ref reader, further);
        return value;
    }
}

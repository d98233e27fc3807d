using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>The answer to <see cref="ReadRanks"/>.</summary>
/// <param name="Code">What became of it.</param>
/// <param name="Ranks">One for each player, in the order asked for.</param>
public readonly record struct RanksReading(BoardCode Code, IReadOnlyList<PlayerRank> Ranks)
    : IResult<RanksReading>
{
    private const int FieldCount = 2;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write((byte)Code);
        WireList.Write(ref writer, Ranks);
    }

    /// <inheritdoc/>
    public static RanksReading Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var value = new RanksReading(
            (BoardCode)reader.ReadByte(),
            WireList.Read<PlayerRank>(ref reader));
        WireFields.End(ref reader, further);
        return value;
    }
}

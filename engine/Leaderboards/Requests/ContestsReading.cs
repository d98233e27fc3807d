using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>The answer to <see cref="ReadContests"/>.</summary>
/// <param name="Code">What became of it.</param>
/// <param name="Contests">All of them, by id.</param>
public readonly record struct ContestsReading(BoardCode Code, IReadOnlyList<ContestView> Contests)
    : IResult<ContestsReading>
{
    private const int FieldCount = 2;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write((byte)Code);
        WireList.Write(ref writer, Contests);
    }

    /// <inheritdoc/>
    public static ContestsReading Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var value = new ContestsReading(
            (BoardCode)reader.ReadByte(),
            WireList.Read<ContestView>(ref reader));
        WireFields.End(ref reader, further);
        return value;
    }
}

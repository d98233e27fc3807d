using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>The answer to <see cref="CountScores"/>.</summary>
/// <param name="Code">What became of it.</param>
/// <param name="Above">How many have more: the first within the bounds has the next rank.</param>
/// <param name="Count">How many lie within the bounds.</param>
public readonly record struct ScoreCount(BoardCode Code, long Above, long Count)
    : IResult<ScoreCount>
{
    private const int FieldCount = 3;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write((byte)Code);
        writer.Write(Above);
        writer.Write(Count);
    }

    /// <inheritdoc/>
    public static ScoreCount Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var value = new ScoreCount(
            (BoardCode)reader.ReadByte(),
            reader.ReadInt64(),
            reader.ReadInt64());
        WireFields.End(ref reader, further);
        return value;
    }
}

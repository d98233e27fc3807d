using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>The answer to a request that gives no more than its outcome.</summary>
/// <param name="Code">What became of it.</param>
/// <param name="Number">What it concerned: an all-time score, a case, a count.</param>
public readonly record struct BoardResult(BoardCode Code, long Number = 0)
    : IResult<BoardResult>
{
    private const int FieldCount = 2;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write((byte)Code);
        writer.Write(Number);
    }

    /// <inheritdoc/>
    public static BoardResult Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var value = new BoardResult(
            (BoardCode)reader.ReadByte(),
            reader.ReadInt64());
        WireFields.End(ref reader, further);
        return value;
    }
}

using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>The answer to <see cref="ReadBoard"/>.</summary>
/// <param name="Code">What became of it.</param>
/// <param name="Copy">The rows: the query's own target, or what came over the wire.</param>
public readonly record struct BoardReading(BoardCode Code, BoardCopy Copy)
    : IResult<BoardReading>
{
    private const int FieldCount = 2;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write((byte)Code);
        Copy.Write(ref writer);
    }

    /// <inheritdoc/>
    public static BoardReading Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var value = new BoardReading(
            (BoardCode)reader.ReadByte(),
            BoardCopy.Read(ref reader));
        WireFields.End(ref reader, further);
        return value;
    }
}

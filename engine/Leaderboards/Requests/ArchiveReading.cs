using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>The answer to <see cref="ReadArchive"/>.</summary>
/// <param name="Code">What became of it.</param>
/// <param name="Head">Which standings.</param>
/// <param name="Rows">The top of them.</param>
public readonly record struct ArchiveReading(BoardCode Code, ArchiveHead Head, IReadOnlyList<BoardRow> Rows)
    : IResult<ArchiveReading>
{
    private const int FieldCount = 3;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write((byte)Code);
        Head.Write(ref writer);
        WireList.Write(ref writer, Rows);
    }

    /// <inheritdoc/>
    public static ArchiveReading Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var value = new ArchiveReading(
            (BoardCode)reader.ReadByte(),
            ArchiveHead.Read(ref reader),
            WireList.Read<BoardRow>(ref reader));
        WireFields.End(ref reader, further);
        return value;
    }
}

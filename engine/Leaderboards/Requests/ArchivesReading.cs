using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>The answer to <see cref="ReadArchives"/>.</summary>
/// <param name="Code">What became of it.</param>
/// <param name="Archives">What there is, the latest first.</param>
public readonly record struct ArchivesReading(BoardCode Code, IReadOnlyList<ArchiveHead> Archives)
    : IResult<ArchivesReading>
{
    private const int FieldCount = 2;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write((byte)Code);
        WireList.Write(ref writer, Archives);
    }

    /// <inheritdoc/>
    public static ArchivesReading Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var value = new ArchivesReading(
            (BoardCode)reader.ReadByte(),
            WireList.Read<ArchiveHead>(ref reader));
        WireFields.End(ref reader, further);
        return value;
    }
}

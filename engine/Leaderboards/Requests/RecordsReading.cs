using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>The answer to <see cref="ReadRecords"/>.</summary>
/// <param name="Code">What became of it.</param>
/// <param name="Records">The players; fewer than asked for only at the end.</param>
public readonly record struct RecordsReading(BoardCode Code, IReadOnlyList<KeptRecord> Records)
    : IResult<RecordsReading>
{
    private const int FieldCount = 2;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write((byte)Code);
        WireList.Write(ref writer, Records);
    }

    /// <inheritdoc/>
    public static RecordsReading Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var value = new RecordsReading((BoardCode)reader.ReadByte(), WireList.Read<KeptRecord>(ref reader));
        WireFields.End(ref reader, further);
        return value;
    }
}

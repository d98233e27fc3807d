using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>The answer to <see cref="ReadHistory"/>.</summary>
/// <param name="Code">What became of it.</param>
/// <param name="Days">The days there are, the earliest first.</param>
public readonly record struct HistoryReading(BoardCode Code, IReadOnlyList<PlayerDay> Days)
    : IResult<HistoryReading>
{
    private const int FieldCount = 2;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write((byte)Code);
        WireList.Write(ref writer, Days);
    }

    /// <inheritdoc/>
    public static HistoryReading Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var value = new HistoryReading(
            (BoardCode)reader.ReadByte(),
            WireList.Read<PlayerDay>(ref reader));
        WireFields.End(ref reader, further);
        return value;
    }
}

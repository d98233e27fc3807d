using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>The answer to <see cref="ReadMode"/>.</summary>
/// <param name="Code">What became of it.</param>
/// <param name="Terms">The rules; null when the mode is not open.</param>
/// <param name="Players">How many ever submitted.</param>
/// <param name="Counted">How many submissions counted.</param>
/// <param name="Held">How many were held.</param>
/// <param name="OpenCases">How many cases wait for review.</param>
public readonly record struct ModeReading(
    BoardCode Code, ModeTerms? Terms, long Players, long Counted, long Held, long OpenCases)
    : IResult<ModeReading>
{
    private const int FieldCount = 6;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write((byte)Code);
        WireList.WriteOrNil(ref writer, Terms);
        writer.Write(Players);
        writer.Write(Counted);
        writer.Write(Held);
        writer.Write(OpenCases);
    }

    /// <inheritdoc/>
    public static ModeReading Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var value = new ModeReading(
            (BoardCode)reader.ReadByte(),
            WireList.ReadOrNull<ModeTerms>(ref reader),
            reader.ReadInt64(),
            reader.ReadInt64(),
            reader.ReadInt64(),
            reader.ReadInt64());
        WireFields.End(ref reader, further);
        return value;
    }
}

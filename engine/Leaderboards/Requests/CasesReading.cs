using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>The answer to <see cref="ReadCases"/>.</summary>
/// <param name="Code">What became of it.</param>
/// <param name="Cases">The cases, the earliest first.</param>
/// <param name="HasMore">Whether there are further ones behind the last.</param>
public readonly record struct CasesReading(BoardCode Code, IReadOnlyList<CheatCase> Cases, bool HasMore)
    : IResult<CasesReading>
{
    private const int FieldCount = 3;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write((byte)Code);
        WireList.Write(ref writer, Cases);
        writer.Write(HasMore);
    }

    /// <inheritdoc/>
    public static CasesReading Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var value = new CasesReading(
            (BoardCode)reader.ReadByte(),
            WireList.Read<CheatCase>(ref reader),
            reader.ReadBoolean());
        WireFields.End(ref reader, further);
        return value;
    }
}

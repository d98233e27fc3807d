using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>The answer to <see cref="SubmitScores"/>.</summary>
/// <param name="Code">Whether they were looked at.</param>
/// <param name="Results">What became of each, in order; none when they were not looked at.</param>
public readonly record struct SubmitResults(BoardCode Code, IReadOnlyList<SubmitResult> Results)
    : IResult<SubmitResults>
{
    private const int FieldCount = 2;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write((byte)Code);
        WireList.Write(ref writer, Results);
    }

    /// <inheritdoc/>
    public static SubmitResults Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var value = new SubmitResults(
            (BoardCode)reader.ReadByte(),
            WireList.Read<SubmitResult>(ref reader));
        WireFields.End(ref reader, further);
        return value;
    }
}

using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>
/// Takes in scores from elsewhere, which count in the windows they were played in. They are not held against the
/// rules.
/// </summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="Scores">The scores, the earliest first.</param>
public readonly record struct ImportScores(long TimeMs, IReadOnlyList<ImportedScore> Scores)
    : ICommand<BoardResult>, IWireCommand<ImportScores>
{
    private const int FieldCount = 2;

    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        WireList.Write(ref writer, Scores);
    }

    /// <inheritdoc/>
    public static ImportScores Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new ImportScores(
            reader.ReadInt64(),
            WireList.Read<ImportedScore>(ref reader));
        WireFields.End(ref reader, further);
        return command;
    }
}

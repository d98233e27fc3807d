using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>
/// Submits the scores of many finished games, each as <see cref="SubmitScore"/> alone would be: counted, held or
/// refused by itself, with its own id.
/// </summary>
/// <param name="TimeMs">When, milliseconds since 1970; what the submissions say of it is not looked at.</param>
/// <param name="Submissions">The submissions, at most <see cref="LeaderboardMachine.MaxSubmissions"/>.</param>
public readonly record struct SubmitScores(long TimeMs, IReadOnlyList<SubmitScore> Submissions)
    : ICommand<SubmitResults>, IWireCommand<SubmitScores>
{
    private const int FieldCount = 2;

    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        WireList.Write(ref writer, Submissions);
    }

    /// <inheritdoc/>
    public static SubmitScores Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new SubmitScores(
            reader.ReadInt64(),
            WireList.Read<SubmitScore>(ref reader));
        WireFields.End(ref reader, further);
        return command;
    }
}

using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>Submits the score of a finished game.</summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="PlayerId">The player.</param>
/// <param name="SubmissionId">The submission's own id; repeating it is harmless.</param>
/// <param name="PayloadHash">A digest of what the submission said, so that its id is not used for another.</param>
/// <param name="Score">The score.</param>
/// <param name="DurationSeconds">How long the game took.</param>
/// <param name="Region">The region it was played in; 0 for none.</param>
public readonly record struct SubmitScore(
    long TimeMs, ulong PlayerId, ulong SubmissionId, ulong PayloadHash, int Score, int DurationSeconds, byte Region)
    : ICommand<SubmitResult>, IWireCommand<SubmitScore>, IWireRecord<SubmitScore>
{
    private const int FieldCount = 7;

    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        writer.Write(PlayerId);
        writer.Write(SubmissionId);
        writer.Write(PayloadHash);
        writer.Write(Score);
        writer.Write(DurationSeconds);
        writer.Write(Region);
    }

    /// <inheritdoc/>
    public static SubmitScore Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new SubmitScore(
            reader.ReadInt64(),
            reader.ReadUInt64(),
            reader.ReadUInt64(),
            reader.ReadUInt64(),
            reader.ReadInt32(),
            reader.ReadInt32(),
            reader.ReadByte());
        WireFields.End(ref reader, further);
        return command;
    }
}

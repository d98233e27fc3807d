using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>A submission that broke rules.</summary>
/// <param name="SubmissionId">The submission's own id; repeating it is harmless.</param>
/// <param name="Score">The score.</param>
/// <param name="DurationSeconds">How long the game took.</param>
/// <param name="Region">The region it was played in; 0 for none.</param>
/// <param name="PlayedMs">When it was submitted, milliseconds since 1970.</param>
/// <param name="Reasons">The rules it broke.</param>
public readonly record struct HeldScore(
    ulong SubmissionId, int Score, int DurationSeconds, byte Region, long PlayedMs, CheatReasons Reasons)
    : IWireRecord<HeldScore>
{
    private const int FieldCount = 6;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(SubmissionId);
        writer.Write(Score);
        writer.Write(DurationSeconds);
        writer.Write(Region);
        writer.Write(PlayedMs);
        writer.Write((byte)Reasons);
    }

    /// <inheritdoc/>
    public static HeldScore Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var value = new HeldScore(
            reader.ReadUInt64(),
            reader.ReadInt32(),
            reader.ReadInt32(),
            reader.ReadByte(),
            reader.ReadInt64(),
            (CheatReasons)reader.ReadByte());
        WireFields.End(ref reader, further);
        return value;
    }
}

using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Leaderboards.Anomalies;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>
/// The analyzer asks for a human to look at an account: a case, or a higher score of the one that is open. Repeating it
/// is harmless, and what was decided comes up again only for a higher score or many further games; the answer is the
/// case, or 0 when nothing was to be done.
/// </summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="PlayerId">The player.</param>
/// <param name="Score">How unusual, above 0.8 to 1.</param>
/// <param name="Pattern">What it looks most like.</param>
/// <param name="Games">Games of the player it rests on.</param>
/// <param name="Reasons">What is unusual, the most unusual first; 8 at most.</param>
public readonly record struct RaiseCase(
    long TimeMs, ulong PlayerId, double Score, CheatPattern Pattern, int Games, IReadOnlyList<AnomalyReason> Reasons)
    : ICommand<BoardResult>, IWireCommand<RaiseCase>
{
    private const int FieldCount = 6;

    /// <summary>What the case keeps of itself makes repeating harmless.</summary>
    public IdempotencyKey Idempotency => default;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(TimeMs);
        writer.Write(PlayerId);
        writer.Write(Score);
        writer.Write((byte)Pattern);
        writer.Write(Games);
        WireList.Write(ref writer, Reasons);
    }

    /// <inheritdoc/>
    public static RaiseCase Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var command = new RaiseCase(
            reader.ReadInt64(),
            reader.ReadUInt64(),
            reader.ReadDouble(),
            (CheatPattern)reader.ReadByte(),
            reader.ReadInt32(),
            WireList.Read<AnomalyReason>(ref reader));
        WireFields.End(ref reader, further);
        return command;
    }
}

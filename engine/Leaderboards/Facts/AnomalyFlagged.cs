using Catalog.Engine.Core.Machines;
using Catalog.Engine.Leaderboards.Anomalies;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>The analyzer finds that an account plays like nobody else: a human is to look at it.</summary>
/// <param name="PlayerId">The player.</param>
/// <param name="CaseId">The case, which begins with it unless it is open already.</param>
/// <param name="Score">How unusual, above 0.8 to 1.</param>
/// <param name="Pattern">What it looks most like.</param>
/// <param name="Games">Games of the player it rests on.</param>
/// <param name="Reasons">What is unusual, the most unusual first.</param>
public readonly record struct AnomalyFlagged(
    ulong PlayerId, long CaseId, double Score, CheatPattern Pattern, int Games, IReadOnlyList<AnomalyReason> Reasons)
    : IEvent<AnomalyFlagged>
{
    /// <inheritdoc/>
    public static ushort TypeId => 36;

    /// <inheritdoc/>
    public static byte Version => 1;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(6);
        writer.Write(PlayerId);
        writer.Write(CaseId);
        writer.Write(Score);
        writer.Write((byte)Pattern);
        writer.Write(Games);
        WireList.Write(ref writer, Reasons);
    }

    /// <inheritdoc/>
    public static AnomalyFlagged Read(ref MessagePackReader reader, byte version)
    {
        reader.ReadArrayHeader();
        return new AnomalyFlagged(
            reader.ReadUInt64(),
            reader.ReadInt64(),
            reader.ReadDouble(),
            (CheatPattern)reader.ReadByte(),
            reader.ReadInt32(),
            WireList.Read<AnomalyReason>(ref reader));
    }
}

using Catalog.Engine.Leaderboards.Anomalies;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>What the analyzer says of a player in a case.</summary>
/// <param name="Score">How unusual, above 0.8 to 1.</param>
/// <param name="Pattern">What it looks most like.</param>
/// <param name="Games">Games of the player it rests on.</param>
/// <param name="Reasons">What is unusual, the most unusual first.</param>
public sealed record AnomalyNote(
    double Score, CheatPattern Pattern, int Games, IReadOnlyList<AnomalyReason> Reasons) : IWireRecord<AnomalyNote>
{
    /// <summary>The most reasons there are.</summary>
    public const int MaxReasons = 8;

    /// <summary>How much the score has to rise before an open case is told of it, or a decided one comes up again.
    /// </summary>
    public const double Rise = 0.05;

    /// <summary>How many games have to come before a decided case comes up again without a higher score.</summary>
    public const int FurtherGames = 50;

    private const int FieldCount = 4;
    private const int MaxWords = 200;

    /// <summary>Whether what is known by now is worth telling again. Pure, O(1).</summary>
    /// <param name="status">What became of the case.</param>
    /// <param name="told">The score that was told, and the games it rested on.</param>
    /// <param name="now">The same by now.</param>
    public static bool IsOutdated(CaseStatus status, (double Score, int Games) told, (double Score, int Games) now) =>
        now.Score >= told.Score + Rise
        || (status != CaseStatus.Open && now.Games >= told.Games + FurtherGames);

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(Score);
        writer.Write((byte)Pattern);
        writer.Write(Games);
        WireList.Write(ref writer, Reasons);
    }

    /// <inheritdoc/>
    public static AnomalyNote Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var note = new AnomalyNote(
            reader.ReadDouble(),
            (CheatPattern)reader.ReadByte(),
            reader.ReadInt32(),
            WireList.Read<AnomalyReason>(ref reader));
        WireFields.End(ref reader, further);
        return note;
    }

    /// <summary>Whether it may be taken into a case.</summary>
    internal bool IsValid =>
        Score is > 0 and <= 1 && Games >= 0 && Enum.IsDefined(Pattern) && Reasons.Count <= MaxReasons
        && Reasons.All(static each => each.Code.Length <= MaxWords && each.Words.Length <= MaxWords
            && double.IsFinite(each.Deviations));
}

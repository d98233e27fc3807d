using System.Globalization;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards.Anomalies;

/// <summary>Something that is unusual in how somebody plays.</summary>
/// <param name="Code">
/// What: <c>level</c>, <c>brevity</c>, <c>pace</c>, <c>jump</c>, <c>shortening</c>, <c>surprise</c>, <c>evenscores</c>,
/// <c>evendurations</c>, <c>evenpauses</c>, <c>hours</c>, <c>repeats</c> or <c>peaks</c>.
/// </param>
/// <param name="Deviations">How many robust deviations from the middle of all players.</param>
/// <param name="Words">A sentence for whoever reviews it.</param>
public readonly record struct AnomalyReason(string Code, double Deviations, string Words) : IWireRecord<AnomalyReason>
{
    private const int FieldCount = 3;

    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(Code);
        writer.Write(Deviations);
        writer.Write(Words);
    }

    /// <inheritdoc/>
    public static AnomalyReason Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var reason = new AnomalyReason(reader.ReadString(), reader.ReadDouble(), reader.ReadString());
        WireFields.End(ref reader, further);
        return reason;
    }

    internal static AnomalyReason Of(PlayFeature feature, double deviations, double value, double usual)
    {
        string words = feature switch
        {
            PlayFeature.Level => Say($"Scores lately average {value:0.0} deviations above the mode's middle."),
            PlayFeature.Brevity => Say($"Games lately are {value:0.0} deviations shorter than the mode's usual ones."),
            PlayFeature.Pace => Say($"Score for time played is {value:0.0} deviations above the mode's middle."),
            PlayFeature.Jump => Say($"Scores left the player's own level, {value:0.0} times as far as they stray."),
            PlayFeature.Shortening => Say($"Games became {value:0.0} deviations shorter than the player's own."),
            PlayFeature.Surprise =>
                Say($"Whole sessions are far above the player's own level, {Math.Exp(value):0.0} times the usual."),
            PlayFeature.EvenScores => Even("Scores", value, usual),
            PlayFeature.EvenDurations => Even("Durations", value, usual),
            PlayFeature.EvenPauses => Even("Pauses between games", value, usual),
            PlayFeature.Hours => Say($"Games end in {value:0.0} different hours of a day; others' in {usual:0.0}."),
            PlayFeature.Peaks => Say($"{value:P0} of the latest scores are beyond three deviations of everybody's."),
            _ => Say($"{value:P0} of the latest scores repeat one of the four before."),
        };
        return new AnomalyReason(feature.ToString().ToLowerInvariant(), deviations, words);
    }

    // Evenness is the negative logarithm of a spread.
    private static string Even(string what, double value, double usual) =>
        Say($"{what} vary {Math.Exp(value - usual):0.0} times less than others'.");

    private static string Say(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}

using Catalog.Engine.Models.Tables;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards.Play;

/// <summary>
/// What is played in a mode lately: the field a game is held against. Scores, durations and score for the time, each on
/// a <see cref="StandingScale"/>.
/// </summary>
/// <remarks>Adding and asking are O(1) and O(log marks); about 100 KB. Not thread-safe.</remarks>
public sealed class ModeField
{
    private readonly StandingScale _scores = new();
    private readonly StandingScale _durations = new();
    private readonly StandingScale _paces = new();

    /// <summary>Whether there were enough games to stand among.</summary>
    public bool IsKnown => _scores.IsKnown;

    /// <summary>Adds a game to the field. O(1), amortised.</summary>
    public void Add(in PlayedGame game)
    {
        _scores.Add(game.Score);
        _durations.Add(Seconds(game));
        _paces.Add(Pace(game));
    }

    /// <summary>Where a game stands in the field; in its middle while that is not known. O(log marks).</summary>
    public GameStanding StandingOf(in PlayedGame game) =>
        new((float)_scores.Of(game.Score), (float)_durations.Of(Seconds(game)), (float)_paces.Of(Pace(game)));

    /// <summary>The score that stands at so many deviations. O(1).</summary>
    public double ScoreAt(double deviations) => _scores.At(deviations);

    /// <summary>Encodes it.</summary>
    public void Save(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(3);
        _scores.Save(ref writer);
        _durations.Save(ref writer);
        _paces.Save(ref writer);
    }

    /// <summary>Replaces everything by what <see cref="Save"/> wrote.</summary>
    /// <exception cref="MessagePackFormatException">The bytes are no such field.</exception>
    public void Load(ref MessagePackReader reader)
    {
        ModelWire.Require(reader.ReadArrayHeader() == 3, "Not a field.");
        _scores.Load(ref reader);
        _durations.Load(ref reader);
        _paces.Load(ref reader);
    }

    private static double Seconds(in PlayedGame game) => Math.Max(0, game.DurationSeconds);

    private static double Pace(in PlayedGame game) => Math.Max(0, game.Score) / (1 + Seconds(game));
}

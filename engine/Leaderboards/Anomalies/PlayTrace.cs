using System.Numerics;
using Catalog.Engine.Leaderboards.Play;
using Catalog.Engine.Models.Tables;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards.Anomalies;

/// <summary>
/// What is remembered of how somebody plays: running means and spreads, 104 bytes.
/// <code>
/// of late (1/16 a game)      score · its spread │ duration · its spread │ pace │ pause · its spread │ repeats │ peaks
/// as always (1/100 a game)   score · its spread │ duration │ how far lately strays from always │ surprise
/// this session               games, sum of scores        ─► at its end: how far above always ─► surprise
/// this day                   hours, a bit each           ─► at its end: hours a day
/// the last four scores
/// </code>
/// </summary>
/// <remarks>Adding a game is O(1) and allocates nothing.</remarks>
// mutable: it is the running state of one player, kept in a table
internal struct PlayTrace
{
    /// <summary>Games before which nothing is said of anybody.</summary>
    public const int FewestGames = 24;

    /// <summary>How many features there are.</summary>
    public const int Features = 12;

    private const int Fields = 24;
    private const float Late = 1 / 16f;
    private const float Always = 1 / 100f;
    private const float SessionWeight = 0.2f;
    private const float DayWeight = 0.25f;
    private const float UsualSessionWeight = 0.04f;
    private const float StrayWeight = 1 / 150f;
    private const float FirstStray = 0.025f;
    private const float LeastStray = 0.01f;
    private const float Peak = 3;
    private const int SessionGapSeconds = 20 * 60;
    private const int DaySeconds = 86_400;
    private const float MostSurprise = 144;

    // The usual follows no game farther than this: what is wild does not become usual at once (Huber 1964).
    private const float MostStep = 1;
    private const float MostSurpriseStep = 6;

    // Spreads of those who have hardly varied yet are not taken at their word.
    private const float LeastSpread = 0.3f;

    private int _games;
    private uint _lastSecond;
    private float _score;
    private float _scoreVariance;
    private float _usualScore;
    private float _usualVariance;
    private float _usualDuration;
    private float _stray;
    private float _usualSurprise;
    private float _duration;
    private float _durationVariance;
    private float _pace;
    private float _pause;
    private float _pauseVariance;
    private int _pauses;
    private float _repeats;
    private float _peaks;
    private float _surprise;
    private float _sessionSum;
    private int _sessionGames;
    private int _day;
    private uint _hours;
    private float _hoursADay;
    private ulong _lastScores;

    /// <summary>Games so far.</summary>
    public readonly int Games => _games;

    /// <summary>Adds a game. O(1).</summary>
    /// <param name="game">The game.</param>
    /// <param name="standing">Where it stands in its mode.</param>
    public void Add(in PlayedGame game, in GameStanding standing)
    {
        uint second = (uint)(game.TimeMs / 1000);
        long pause = _games == 0 ? long.MaxValue : (long)second - game.DurationSeconds - _lastSecond;
        if (pause > SessionGapSeconds) EndSession();
        else AddPause(pause);
        CountHour(second);
        _games++;
        float late = Math.Max(Late, 1f / _games), always = Math.Max(Always, 1f / _games);
        Follow(ref _usualScore, ref _usualVariance, Near(_usualScore, standing.Score), always);
        _usualDuration += always * (Near(_usualDuration, standing.Duration) - _usualDuration);
        Follow(ref _score, ref _scoreVariance, standing.Score, late);
        Follow(ref _duration, ref _durationVariance, standing.Duration, late);
        float jump = (_score - _usualScore) * (_score - _usualScore);
        _stray = _games == 1 ? FirstStray : Blend(_stray, Math.Min(jump, 6 * _stray), StrayWeight);
        _pace += late * (standing.Pace - _pace);
        _repeats += late * ((IsRepeated((ushort)game.Score) ? 1 : 0) - _repeats);
        _peaks += late * ((standing.Score > Peak ? 1 : 0) - _peaks);
        _lastScores = (_lastScores << 16) | (ushort)game.Score;
        _sessionSum += standing.Score;
        _sessionGames++;
        _lastSecond = second;
    }

    /// <summary>Says how somebody plays, a number each <see cref="PlayFeature"/>. O(1).</summary>
    public readonly void Describe(Span<float> features)
    {
        float surprise = Math.Max(_surprise, Blend(_surprise, SessionSurprise(), SessionWeight));
        float hours = Math.Max(_hoursADay, Blend(_hoursADay, BitOperations.PopCount(_hours), DayWeight));
        features[(int)PlayFeature.Level] = _score;
        features[(int)PlayFeature.Brevity] = -_duration;
        features[(int)PlayFeature.Pace] = _pace;
        features[(int)PlayFeature.Jump] = (_score - _usualScore) / MathF.Sqrt(_stray + LeastStray);
        features[(int)PlayFeature.Shortening] = _usualDuration - _duration;
        features[(int)PlayFeature.Surprise] = MathF.Log((2 + surprise) / (2 + _usualSurprise));
        features[(int)PlayFeature.EvenScores] = -Logarithm(_scoreVariance, 0.05f);
        features[(int)PlayFeature.EvenDurations] = -Logarithm(_durationVariance, 0.05f);
        features[(int)PlayFeature.EvenPauses] = _pauses < FewestGames / 2 ? 0 : -Logarithm(_pauseVariance, 0.05f);
        features[(int)PlayFeature.Hours] = hours;
        features[(int)PlayFeature.Repeats] = _repeats;
        features[(int)PlayFeature.Peaks] = _peaks;
    }

    /// <summary>Encodes it. O(1).</summary>
    public readonly void Save(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(Fields);
        writer.Write(_games);
        writer.Write(_lastSecond);
        writer.Write(_score);
        writer.Write(_scoreVariance);
        writer.Write(_usualScore);
        writer.Write(_usualVariance);
        writer.Write(_usualDuration);
        writer.Write(_stray);
        writer.Write(_usualSurprise);
        writer.Write(_duration);
        writer.Write(_durationVariance);
        writer.Write(_pace);
        writer.Write(_pause);
        writer.Write(_pauseVariance);
        writer.Write(_pauses);
        writer.Write(_repeats);
        writer.Write(_peaks);
        writer.Write(_surprise);
        writer.Write(_sessionSum);
        writer.Write(_sessionGames);
        writer.Write(_day);
        writer.Write(_hours);
        writer.Write(_hoursADay);
        writer.Write(_lastScores);
    }

    /// <summary>Decodes what <see cref="Save"/> wrote.</summary>
    /// <exception cref="MessagePackFormatException">The bytes are no such trace.</exception>
    public static PlayTrace Load(ref MessagePackReader reader)
    {
        ModelWire.Require(reader.ReadArrayHeader() == Fields, "Not a trace of play.");
        PlayTrace trace = default;
        trace._games = reader.ReadInt32();
        trace._lastSecond = reader.ReadUInt32();
        trace._score = reader.ReadSingle();
        trace._scoreVariance = reader.ReadSingle();
        trace._usualScore = reader.ReadSingle();
        trace._usualVariance = reader.ReadSingle();
        trace._usualDuration = reader.ReadSingle();
        trace._stray = reader.ReadSingle();
        trace._usualSurprise = reader.ReadSingle();
        trace._duration = reader.ReadSingle();
        trace._durationVariance = reader.ReadSingle();
        trace._pace = reader.ReadSingle();
        trace._pause = reader.ReadSingle();
        trace._pauseVariance = reader.ReadSingle();
        trace._pauses = reader.ReadInt32();
        trace._repeats = reader.ReadSingle();
        trace._peaks = reader.ReadSingle();
        trace._surprise = reader.ReadSingle();
        trace._sessionSum = reader.ReadSingle();
        trace._sessionGames = reader.ReadInt32();
        trace._day = reader.ReadInt32();
        trace._hours = reader.ReadUInt32();
        trace._hoursADay = reader.ReadSingle();
        trace._lastScores = reader.ReadUInt64();
        return trace;
    }

    private void AddPause(long seconds)
    {
        _pauses++;
        float logarithm = MathF.Log(1 + Math.Max(0, seconds));
        Follow(ref _pause, ref _pauseVariance, logarithm, Math.Max(Late, 1f / _pauses));
    }

    private void EndSession()
    {
        float surprise = SessionSurprise();
        _surprise = Blend(_surprise, surprise, SessionWeight);
        float near = Math.Min(surprise, _usualSurprise + MostSurpriseStep);
        _usualSurprise = Blend(_usualSurprise, near, UsualSessionWeight);
        _sessionSum = 0;
        _sessionGames = 0;
    }

    // The square of how many standard errors the session is above the player's own mean.
    private readonly float SessionSurprise()
    {
        if (_sessionGames == 0 || _games < FewestGames) return 0;
        float above = (_sessionSum / _sessionGames) - _usualScore;
        if (above <= 0) return 0;
        float variance = Math.Max(LeastSpread * LeastSpread, _usualVariance);
        return Math.Min(MostSurprise, above * above * _sessionGames / variance);
    }

    private void CountHour(uint second)
    {
        int day = (int)(second / DaySeconds);
        if (day != _day)
        {
            if (_hours != 0) _hoursADay = Blend(_hoursADay, BitOperations.PopCount(_hours), DayWeight);
            (_day, _hours) = (day, 0);
        }

        _hours |= 1u << (int)(second % DaySeconds / 3_600);
    }

    private readonly bool IsRepeated(ushort score)
    {
        for (ulong last = _lastScores; last != 0; last >>= 16)
            if ((ushort)last == score) return true;
        return false;
    }

    // A mean and a variance that forget (West 1979, with a weight that does not shrink to nothing).
    private static void Follow(ref float mean, ref float variance, float value, float weight)
    {
        float gap = value - mean;
        mean += weight * gap;
        variance = (1 - weight) * (variance + (weight * gap * gap));
    }

    private static float Near(float usual, float value) =>
        usual + Math.Clamp(value - usual, -MostStep, MostStep);

    private static float Blend(float before, float now, float weight) => before + (weight * (now - before));

    // Of a spread; the floor keeps what does not vary at all from being infinitely even.
    private static float Logarithm(float variance, float floor) => MathF.Log(MathF.Sqrt(variance) + floor);
}

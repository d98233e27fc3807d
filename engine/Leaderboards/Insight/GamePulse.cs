using Catalog.Engine.Analytics.Sketches;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>
/// What happens in a mode right now: submissions of each of the last seconds, and who played in the last minutes.
/// <code>
/// seconds  ring of 300: [second, submissions]
/// minutes  ring of 16:  [minute, submissions, held, sum of durations, players as a HyperLogLog]
/// </code>
/// </summary>
/// <remarks>
/// Counting is O(1) and allocates nothing; reading O(minutes). How many different players there are is exact up to 256,
/// and has a standard error of 2.3 % beyond (<see cref="HyperLogLog"/>). At most 40 KB.
/// </remarks>
public sealed class GamePulse
{
    /// <summary>How many seconds are kept.</summary>
    public const int SecondCount = 300;

    /// <summary>Who submitted within so many minutes is active.</summary>
    public const int ActiveMinutes = 15;

    private const int MinuteCount = ActiveMinutes + 1;
    private const int Precision = 11;
    private const int RateSeconds = 60;
    private const long SecondMs = 1_000;
    private const long MinuteMs = 60_000;
    private readonly (long At, long Count)[] _seconds = new (long, long)[SecondCount];
    private readonly Minute[] _minutes = new Minute[MinuteCount];

    internal GamePulse()
    {
        for (int i = 0; i < _minutes.Length; i++) _minutes[i] = new Minute();
    }

    /// <summary>Submissions of the seconds until a moment, the last the one before it; O(seconds).</summary>
    /// <param name="nowMs">The moment, milliseconds since 1970.</param>
    /// <param name="into">Where to; its length says how many seconds.</param>
    public void CopySeconds(long nowMs, Span<long> into)
    {
        long now = nowMs / SecondMs;
        for (int i = 0; i < into.Length; i++) into[i] = SecondAt(now - into.Length + i);
    }

    /// <summary>How it is doing. O(minutes).</summary>
    /// <param name="nowMs">The moment, milliseconds since 1970.</param>
    public PulseReading Read(long nowMs)
    {
        long minute = nowMs / MinuteMs;
        var players = new HyperLogLog(Precision);
        long submitted = 0, held = 0, seconds = 0;
        foreach (Minute each in _minutes)
        {
            if (each.At <= minute - ActiveMinutes || each.At > minute) continue;
            players.Merge(each.Players);
            submitted += each.Submitted;
            held += each.Held;
            seconds += each.DurationSeconds;
        }

        long recent = 0;
        for (int i = 1; i <= RateSeconds; i++) recent += SecondAt((nowMs / SecondMs) - i);
        return new PulseReading(
            (long)Math.Round(players.Count()),
            SecondAt((nowMs / SecondMs) - 1),
            recent / (double)RateSeconds,
            submitted,
            held,
            submitted == 0 ? double.NaN : (double)seconds / submitted);
    }

    internal void Count(long timeMs, ulong playerId, int durationSeconds, bool isHeld)
    {
        long second = timeMs / SecondMs;
        ref (long At, long Count) cell = ref _seconds[second % SecondCount];
        if (cell.At < second) cell = (second, 0);
        if (cell.At == second) cell.Count++;
        Minute minute = _minutes[timeMs / MinuteMs % MinuteCount];
        minute.Reach(timeMs / MinuteMs);
        if (minute.At != timeMs / MinuteMs) return;
        minute.Submitted++;
        minute.DurationSeconds += durationSeconds;
        if (isHeld) minute.Held++;
        minute.Players.Add(playerId);
    }

    internal void Save(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(SecondCount * 2);
        foreach ((long at, long count) in _seconds)
        {
            writer.Write(at);
            writer.Write(count);
        }

        foreach (Minute minute in _minutes) minute.Save(ref writer);
    }

    internal void Load(ref MessagePackReader reader)
    {
        if (reader.ReadArrayHeader() != SecondCount * 2) throw new MessagePackFormatException("Not a pulse.");
        for (int i = 0; i < SecondCount; i++) _seconds[i] = (reader.ReadInt64(), reader.ReadInt64());
        foreach (Minute minute in _minutes) minute.Load(ref reader);
    }

    private long SecondAt(long second)
    {
        if (second < 0) return 0;
        (long at, long count) = _seconds[second % SecondCount];
        return at == second ? count : 0;
    }

    private sealed class Minute
    {
        public long At { get; private set; }

        public long Submitted { get; set; }

        public long Held { get; set; }

        public long DurationSeconds { get; set; }

        public HyperLogLog Players { get; } = new(Precision);

        public void Reach(long minute)
        {
            if (At >= minute) return;
            (At, Submitted, Held, DurationSeconds) = (minute, 0, 0, 0);
            Players.Clear();
        }

        public void Save(ref MessagePackWriter writer)
        {
            writer.Write(At);
            writer.Write(Submitted);
            writer.Write(Held);
            writer.Write(DurationSeconds);
            Players.Save(ref writer);
        }

        public void Load(ref MessagePackReader reader)
        {
            (At, Submitted, Held) = (reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64());
            DurationSeconds = reader.ReadInt64();
            Players.Load(ref reader);
        }
    }
}

using Catalog.Engine.Analytics.Sketches;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>Figures about the scores of one game mode; see <see cref="ScoreFigures"/>.</summary>
public sealed class ModeFigures
{
    private readonly DDSketch _scores = new();
    private readonly DDSketch _seconds = new();
    private readonly HourFigures[] _hours = new HourFigures[ScoreFigures.HourCount];

    internal ModeFigures()
    {
    }

    /// <summary>How many submissions counted.</summary>
    public long Counted { get; private set; }

    /// <summary>How many were held.</summary>
    public long Held { get; private set; }

    /// <summary>The sum of the scores that counted.</summary>
    public long ScoreSum { get; private set; }

    /// <summary>The sum of their durations, in seconds.</summary>
    public long SecondsSum { get; private set; }

    /// <summary>The score below which a share of those that counted is, 0 to 1; not a number when there are none.
    /// </summary>
    public double ScoreAt(double share) => _scores.Count == 0 ? double.NaN : _scores.Quantile(share);

    /// <summary>The duration below which a share of the games is, in seconds.</summary>
    public double SecondsAt(double share) => _seconds.Count == 0 ? double.NaN : _seconds.Quantile(share);

    /// <summary>What came in an hour, of the last ones.</summary>
    /// <param name="hour">Hours since 1970.</param>
    public HourFigures Hour(int hour)
    {
        HourFigures found = _hours[hour % _hours.Length];
        return found.Hour == hour ? found : new HourFigures(hour, 0, 0);
    }

    internal void Count(long timeMs, int score, int seconds)
    {
        Counted++;
        ScoreSum += score;
        SecondsSum += seconds;
        _scores.Add(score);
        _seconds.Add(seconds);
        AddHour(timeMs, 1, 0);
    }

    internal void Hold(long timeMs)
    {
        Held++;
        AddHour(timeMs, 0, 1);
    }

    internal void Write(ref MessagePackWriter writer)
    {
        writer.Write(Counted);
        writer.Write(Held);
        writer.Write(ScoreSum);
        writer.Write(SecondsSum);
        _scores.Save(ref writer);
        _seconds.Save(ref writer);
        writer.WriteArrayHeader(_hours.Length * 3);
        foreach (HourFigures hour in _hours)
        {
            writer.Write(hour.Hour);
            writer.Write(hour.Counted);
            writer.Write(hour.Held);
        }
    }

    internal void Read(ref MessagePackReader reader)
    {
        Counted = reader.ReadInt64();
        Held = reader.ReadInt64();
        ScoreSum = reader.ReadInt64();
        SecondsSum = reader.ReadInt64();
        _scores.Load(ref reader);
        _seconds.Load(ref reader);
        int hours = reader.ReadArrayHeader() / 3;
        if (hours != _hours.Length) throw new MessagePackFormatException($"{hours} hours of figures.");
        for (int i = 0; i < hours; i++)
            _hours[i] = new HourFigures(reader.ReadInt32(), reader.ReadInt64(), reader.ReadInt64());
    }

    // What is older than the ring belongs to an hour that is no longer kept.
    private void AddHour(long timeMs, int counted, int held)
    {
        int number = (int)(timeMs / BoardCalendar.HourMs);
        ref HourFigures hour = ref _hours[number % _hours.Length];
        if (hour.Hour > number) return;
        if (hour.Hour < number) hour = new HourFigures(number, 0, 0);
        hour = hour with { Counted = hour.Counted + counted, Held = hour.Held + held };
    }
}

using Catalog.Engine.Models.Tables;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards.Players;

/// <summary>How many games players play on a day on which they play, counted exactly up to 255.</summary>
/// <remarks>Adding is O(1), a percentile O(255); nothing is allocated. Not thread-safe.</remarks>
public sealed class GamesADay
{
    private const int Most = 255;
    private readonly long[] _days = new long[Most + 1];

    /// <summary>Days of play that are over.</summary>
    public long Days { get; private set; }

    /// <summary>Games on such a day, on average; not a number while there is none.</summary>
    public double Mean
    {
        get
        {
            double games = 0;
            for (int i = 0; i < _days.Length; i++) games += (double)i * _days[i];
            return games / Days;
        }
    }

    /// <summary>The standard deviation of that; not a number while there is none.</summary>
    public double Deviation
    {
        get
        {
            double mean = Mean, squares = 0;
            for (int i = 0; i < _days.Length; i++) squares += (i - mean) * (i - mean) * _days[i];
            return Math.Sqrt(squares / Days);
        }
    }

    /// <summary>The number of games below or at which a share of the days is; not a number while there is none.
    /// </summary>
    public double At(double share)
    {
        if (Days == 0) return double.NaN;
        double wanted = share * Days, seen = 0;
        int games = 0;
        while (games < Most && (seen += _days[games]) < wanted) games++;
        return games;
    }

    internal void Add(int games)
    {
        _days[Math.Min(games, Most)]++;
        Days++;
    }

    internal void Save(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(_days.Length);
        foreach (long days in _days) writer.Write(days);
    }

    internal void Load(ref MessagePackReader reader)
    {
        ModelWire.Require(reader.ReadArrayHeader() == _days.Length, "Not days of play.");
        Days = 0;
        foreach (ref long days in _days.AsSpan()) Days += days = reader.ReadInt64();
    }
}

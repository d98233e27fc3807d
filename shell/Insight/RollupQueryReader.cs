using System.Globalization;
using Catalog.Engine.Analytics;
using Catalog.Shell.Http;

namespace Catalog.Shell.Insight;

/// <summary>Reads a question to a rollup from a request's query.</summary>
internal static class RollupQueryReader
{
    /// <summary>Rows a request gets at most.</summary>
    public const int MaxLimit = 10_000;

    /// <summary>The value of a dimension that could not be told apart, as clients see it.</summary>
    public const string Other = "other";

    private const int DefaultLimit = 1_000;
    private const int DefaultDays = 30;
    private const int MaxListLength = 4_000;
    private static readonly string[] MomentFormats =
        ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"];

    private static readonly (string Name, TimeGrain Value)[] Grains =
    [
        ("day", TimeGrain.Day), ("minute", TimeGrain.Minute), ("hour", TimeGrain.Hour), ("week", TimeGrain.Week),
        ("month", TimeGrain.Month), ("all", TimeGrain.All),
    ];

    private static readonly (string Name, bool Value)[] Comparisons = [("none", false), ("previous", true)];

    /// <summary>Reads it; what is wrong is kept in the reader.</summary>
    /// <param name="reader">The request's query.</param>
    /// <param name="spec">The rollup that is asked.</param>
    /// <param name="nowMs">Without an end, the question is about the 30 days until now.</param>
    public static RollupQuery Read(QueryReader reader, RollupSpec spec, long nowMs)
    {
        long toMs = Moment(reader, "to") ?? nowMs + 1;
        string order = reader.Text("order") ?? RollupQuery.ByTime;
        bool isDescending = order.StartsWith('-');
        var query = new RollupQuery
        {
            FromMs = Moment(reader, "from") ?? DefaultFrom(toMs),
            ToMs = toMs,
            Grain = reader.Choice("grain", Grains),
            By = List(reader, "by"),
            Where = [.. spec.Dimensions.Select(one => Filter(reader, one.Name)).OfType<RollupFilter>()],
            Measures = List(reader, "measures"),
            OrderBy = isDescending ? order[1..] : order,
            IsDescending = isDescending,
            Limit = reader.Number("limit", 1, MaxLimit) ?? DefaultLimit,
            ComparesPrevious = reader.Choice("compare", Comparisons),
        };
        if (query.Check(spec) is { } problem) reader.Check(false, problem.Field, problem.Message);
        return query;
    }

    /// <summary>The grain's name in requests and answers.</summary>
    public static string NameOf(TimeGrain grain) => Array.Find(Grains, one => one.Value == grain).Name;

    /// <summary>The value of a dimension as clients see it.</summary>
    public static string NameOf(ulong id) =>
        id == DimensionSpec.Other ? Other : id.ToString(CultureInfo.InvariantCulture);

    private static long DefaultFrom(long toMs) =>
        TimeBuckets.Floor(TimeGrain.Day, toMs - (DefaultDays * TimeBuckets.DayMs));

    private static string[] List(QueryReader reader, string name) =>
        reader.Text(name, MaxListLength)?.Split(',', StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>A day, which stands for its beginning, or a time, UTC; milliseconds since 1970.</summary>
    public static long? Moment(QueryReader reader, string name)
    {
        if (reader.Text(name) is not { } text) return null;
        const DateTimeStyles styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        bool isMoment = DateTimeOffset.TryParseExact(
            text, MomentFormats, CultureInfo.InvariantCulture, styles, out DateTimeOffset moment);
        reader.Check(isMoment, name, "Must be a day or a time as in 2030-12-31 or 2030-12-31T18:30:00Z.");
        return isMoment ? moment.ToUnixTimeMilliseconds() : null;
    }

    private static RollupFilter? Filter(QueryReader reader, string dimension)
    {
        string[] texts = List(reader, dimension);
        if (texts.Length == 0) return null;
        var values = new List<ulong>(texts.Length);
        foreach (string text in texts)
        {
            ulong id = DimensionSpec.Other;
            bool isId = text == Other
                || ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out id);
            reader.Check(isId, dimension, "Must be ids, with commas between them.");
            if (isId) values.Add(id);
        }

        return values.Count == 0 ? null : new RollupFilter(dimension, values);
    }
}

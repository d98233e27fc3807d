using Catalog.Engine.Wire.Resp;

namespace Catalog.Shell.Leaderboards.Resp.ModeBoards;

/// <summary>From one whole score to another, both included.</summary>
/// <param name="Least">The lowest.</param>
/// <param name="Most">The highest.</param>
internal readonly record struct ScoreBounds(long Least, long Most)
{
    /// <summary>Reads bounds as Redis has them: <c>-inf</c>, <c>10</c>, <c>(10</c>; null when they are none.</summary>
    public static ScoreBounds? Read(ReadOnlySpan<byte> least, ReadOnlySpan<byte> most)
    {
        bool isAbove = TakeParenthesis(ref least), isBelow = TakeParenthesis(ref most);
        if (!RespDouble.TryParse(least, out double from) || !RespDouble.TryParse(most, out double to)) return null;
        return new ScoreBounds(
            Whole(isAbove ? Math.Floor(from) + 1 : Math.Ceiling(from)),
            Whole(isBelow ? Math.Ceiling(to) - 1 : Math.Floor(to)));
    }

    private static bool TakeParenthesis(ref ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || text[0] != '(') return false;
        text = text[1..];
        return true;
    }

    // Scores are whole numbers up to 2⁵³ either way, so what lies beyond is beyond all of them.
    private static long Whole(double value) => value switch
    {
        > 1e18 => long.MaxValue,
        < -1e18 => long.MinValue,
        _ => (long)value,
    };
}

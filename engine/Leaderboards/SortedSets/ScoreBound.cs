using Catalog.Engine.Wire.Resp;

namespace Catalog.Engine.Leaderboards.SortedSets;

/// <summary>One end of a range of scores: <c>1.5</c>, <c>(1.5</c> (without it), <c>-inf</c>, <c>+inf</c>.</summary>
/// <param name="Score">The score.</param>
/// <param name="IsExclusive">Whether the score itself is outside.</param>
internal readonly record struct ScoreBound(double Score, bool IsExclusive)
{
    /// <summary>Reads a bound; false when it is none.</summary>
    internal static bool TryParse(ReadOnlySpan<byte> text, out ScoreBound bound)
    {
        bool isExclusive = text.StartsWith("("u8);
        bool isScore = RespDouble.TryParse(isExclusive ? text[1..] : text, out double score);
        bound = new ScoreBound(score, isExclusive);
        return isScore;
    }
}

using System.Globalization;
using System.Text;
using Catalog.Engine.Leaderboards;

namespace Catalog.Shell.Leaderboards.Resp.ModeBoards;

/// <summary>What a command about a range asks for.</summary>
internal sealed record ModeBoardRange
{
    /// <summary>Whether the best come first.</summary>
    public bool IsReversed { get; private set; }

    /// <summary>Whether scores stand beside members.</summary>
    public bool HasScores { get; private set; }

    /// <summary>The scores, where it goes by them.</summary>
    public ScoreBounds? Scores { get; private set; }

    /// <summary>The first index and the last, where it goes by those; the lowest score first unless reversed.</summary>
    public (long First, long Last) Indexes { get; private set; }

    /// <summary>How many to pass over, and how many to take at most; -1 for all.</summary>
    public (long Offset, long Count) Limit { get; private set; } = (0, -1);

    /// <summary>
    /// What to read of a board of unknown size where it goes by indexes: the first rank, 0 or less from the last one
    /// on, and how many rows that may be at most.
    /// </summary>
    public (long FromRank, int Count) FirstRead
    {
        get
        {
            (long first, long last) = Indexes;
            bool isOneSided = (first < 0) == (last < 0);
            long count = isOneSided ? Math.Clamp(last - first + 1, 0, BoardWish.MaxCount) : BoardWish.MaxCount;
            return (IsReversed ? first + 1 : -last, (int)count);
        }
    }

    /// <summary>Reads a command about a range; null when its syntax is wrong, or it goes by name.</summary>
    public static ModeBoardRange? Read(string name, byte[][] request)
    {
        bool isByScore = name.EndsWith("byscore", StringComparison.Ordinal);
        var range = new ModeBoardRange { IsReversed = name.StartsWith("zrev", StringComparison.Ordinal) };
        for (int i = 4; i < request.Length; i++)
        {
            if (Ascii.EqualsIgnoreCase(request[i], "withscores"u8)) range.HasScores = true;
            else if (name == "zrange" && Ascii.EqualsIgnoreCase(request[i], "rev"u8)) range.IsReversed = true;
            else if (name == "zrange" && Ascii.EqualsIgnoreCase(request[i], "byscore"u8)) isByScore = true;
            else if (Ascii.EqualsIgnoreCase(request[i], "limit"u8) && range.TryLimit(request, i)) i += 2;
            else return null;
        }

        bool isIndexed = !isByScore && range.Limit == (0, -1);
        return (isIndexed ? range.TryIndexes(request) : isByScore && range.TryScores(request)) ? range : null;
    }

    /// <summary>Which ranks that is on a board of a size, or within scores that so many have more than.</summary>
    public (long FromRank, long Count) RanksOf(long above, long size)
    {
        (long first, long last) = Scores is null ? Indexes : (Limit.Offset, size - 1);
        if (first < 0) first = Math.Max(0, first + size);
        if (last < 0) last += size;
        last = Math.Min(last, size - 1);
        if (Limit.Count >= 0) last = Math.Min(last, first + Limit.Count - 1);
        long count = Math.Max(0, last - first + 1);
        return (above + (IsReversed ? first : size - 1 - last) + 1, count);
    }

    private bool TryLimit(byte[][] request, int at)
    {
        if (at + 2 >= request.Length) return false;
        if (!TryInteger(request[at + 1], out long offset) || !TryInteger(request[at + 2], out long count)) return false;
        Limit = (Math.Max(0, offset), count);
        return offset >= 0;
    }

    private bool TryIndexes(byte[][] request)
    {
        if (!TryInteger(request[2], out long first) || !TryInteger(request[3], out long last)) return false;
        Indexes = (first, last);
        return true;
    }

    private bool TryScores(byte[][] request)
    {
        Scores = IsReversed ? ScoreBounds.Read(request[3], request[2]) : ScoreBounds.Read(request[2], request[3]);
        return Scores is not null;
    }

    private static bool TryInteger(byte[] text, out long value) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value)
        && Math.Abs(value) < int.MaxValue;
}

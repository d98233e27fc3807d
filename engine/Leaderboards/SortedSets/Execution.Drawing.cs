namespace Catalog.Engine.Leaderboards.SortedSets;

/// <content>Members taken out, drawn by chance, or gone through: ZPOPMIN, ZMPOP, ZRANDMEMBER, ZSCAN.</content>
internal sealed partial class Execution
{
    private void ZPop(CommandArguments arguments, bool isMax)
    {
        KeyEntry? entry = Find(arguments.Next());
        bool hasCount = arguments.Count > 0;
        long count = 1;
        if (arguments.Count > 1)
        {
            SyntaxError();
            return;
        }

        if (hasCount && (!arguments.TryNext(out count) || count < 0))
        {
            Error("ERR value is out of range, must be positive"u8);
            return;
        }

        if (entry is null || count == 0) Writer.Array(0);
        else Pop(entry, count, isMax, hasCount && IsThree);
    }

    /// <summary>
    /// Answers the lowest or highest members and removes them, unless the answer is too large: nobody would have them.
    /// </summary>
    private void Pop(KeyEntry entry, long count, bool isMax, bool arePairs)
    {
        int start = _answers.Length;
        int popped = (int)Math.Min(count, entry.Set.Count);
        var range = new PositionRange(isMax ? entry.Set.Count - popped : 0, popped);
        Writer.Array(arePairs ? popped : 2 * popped);
        foreach (NamedEntry member in entry.Set.Walk(range, isMax))
        {
            if (arePairs) Writer.Array(2);
            Writer.Bulk(member.Name);
            Writer.Double(member.Score);
            if (_answers.Length > _chunk.MaxAnswerBytes) return;
        }

        _changes.RemoveRanks(entry, range);
    }

    private void ZMPop(CommandArguments arguments)
    {
        if (!arguments.TryNext(out long keyCount) || keyCount < 1)
        {
            Error("ERR numkeys should be greater than 0"u8);
            return;
        }

        if (keyCount >= arguments.Count)
        {
            SyntaxError();
            return;
        }

        CommandArguments keys = arguments;
        arguments.Skip((int)keyCount);
        bool isMax = arguments.TryTake("max"u8);
        if (!isMax && !arguments.TryTake("min"u8))
        {
            SyntaxError();
            return;
        }

        if (!TryReadPopCount(arguments, out long count)) return;
        for (int i = 0; i < keyCount; i++)
        {
            ReadOnlySpan<byte> key = keys.Next();
            if (Find(key) is not { } entry) continue;
            Writer.Array(2);
            Writer.Bulk(key);
            Pop(entry, count, isMax, arePairs: true);
            return;
        }

        Writer.NullArray();
    }

    private bool TryReadPopCount(CommandArguments arguments, out long count)
    {
        count = 1;
        if (arguments.Count == 0) return true;
        if (arguments.Count != 2 || !arguments.TryTake("count"u8))
        {
            SyntaxError();
            return false;
        }

        if (arguments.TryNext(out count) && count > 0) return true;
        Error("ERR count should be greater than 0"u8);
        return false;
    }

    private void ZRandMember(CommandArguments arguments)
    {
        KeyEntry? entry = Find(arguments.Next());
        if (arguments.Count == 0)
        {
            if (entry is null) Writer.Null();
            else Writer.Bulk(MemberAt(entry.Set, Draw(entry.Set.Count)).Name);
            return;
        }

        if (!arguments.TryNext(out long count))
        {
            NotAnInteger();
            return;
        }

        bool withScores = arguments.TryTake("withscores"u8);
        if (arguments.Count > 0) SyntaxError();
        else if (count is < -(long.MaxValue / 2) or > long.MaxValue / 2) Error("ERR value is out of range"u8);
        else if (entry is null || count == 0) Writer.Array(0);
        else if (count < 0) DrawWithRepeats(entry.Set, -count, withScores);
        else DrawDistinct(entry.Set, count, withScores);
    }

    private void DrawWithRepeats(NamedRankedSet set, long count, bool withScores)
    {
        if (count > _chunk.MaxAnswerBytes)
        {
            Error("ERR the answer is larger than a client may have pending; ask for less at once"u8);
            return;
        }

        Writer.Array((int)(withScores && !IsThree ? 2 * count : count));
        for (long i = 0; i < count && _answers.Length <= _chunk.MaxAnswerBytes; i++)
            WriteDrawn(MemberAt(set, Draw(set.Count)), withScores);
    }

    /// <summary>Each of the members with the same chance, in the order of their ranks. O(members).</summary>
    /// <remarks>Source: selection sampling, Knuth, The Art of Computer Programming 2, 3.4.2, algorithm S.</remarks>
    private void DrawDistinct(NamedRankedSet set, long count, bool withScores)
    {
        int wanted = (int)Math.Min(count, set.Count);
        Writer.Array(withScores && !IsThree ? 2 * wanted : wanted);
        int left = set.Count;
        foreach (NamedEntry member in set.Walk(new PositionRange(0, left)))
        {
            if (wanted == 0) break;
            if (Draw(left--) >= wanted) continue;
            wanted--;
            WriteDrawn(member, withScores);
        }
    }

    private void WriteDrawn(NamedEntry member, bool withScores)
    {
        if (withScores && IsThree) Writer.Array(2);
        Writer.Bulk(member.Name);
        if (withScores) Writer.Double(member.Score);
    }

    private static NamedEntry MemberAt(NamedRankedSet set, int rank)
    {
        set.TryAt(rank, out NamedEntry member);
        return member;
    }

    private int Draw(int below) => (int)(NextRandom() % (ulong)below);

    private void ZScan(CommandArguments arguments)
    {
        ReadOnlySpan<byte> key = arguments.Next();
        if (!TryReadCursor(ref arguments, out int first)) return;
        if (!TryReadScanOptions(ref arguments, takesType: false, out ScanOptions options)) return;
        Writer.Array(2);
        if (Find(key) is not { } entry)
        {
            Writer.BulkInteger(0);
            Writer.Array(0);
            return;
        }

        // Small sets are told whole, as Redis tells those it keeps packed.
        const int Whole = 128;
        long most = entry.Set.Count <= Whole ? Whole : options.Count;
        ulong end = WalkScan(entry.Set, (ulong)first, most, options.Pattern, out int count);
        Writer.BulkInteger((long)end);
        Writer.Array(2 * count);
        ulong at = (ulong)first;
        for (long i = 0; i < most && entry.Set.TryScan(ref at, out NamedEntry member); i++)
        {
            if (!GlobPattern.Matches(options.Pattern, member.Name)) continue;
            Writer.Bulk(member.Name);
            Writer.BulkDouble(member.Score);
        }
    }

    /// <summary>How far a scan comes, and how many members it shows.</summary>
    private static ulong WalkScan(
        NamedRankedSet set, ulong cursor, long most, ReadOnlySpan<byte> pattern, out int count)
    {
        count = 0;
        for (long i = 0; i < most && set.TryScan(ref cursor, out NamedEntry member); i++)
        {
            if (GlobPattern.Matches(pattern, member.Name)) count++;
        }

        return cursor;
    }
}

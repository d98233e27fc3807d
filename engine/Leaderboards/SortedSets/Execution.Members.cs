using Catalog.Engine.Wire.Resp;

namespace Catalog.Engine.Leaderboards.SortedSets;

/// <content>Commands about single members: ZADD, ZINCRBY, ZREM, ZSCORE, ZMSCORE, ZCARD, ZRANK.</content>
internal sealed partial class Execution
{
    private void ZAdd(CommandArguments arguments)
    {
        ReadOnlySpan<byte> key = arguments.Next();
        AddFlags flags = AddFlags.None;
        while (TryTakeFlag(ref arguments, out AddFlags flag)) flags |= flag;
        bool isIncrement = (flags & AddFlags.Increment) != 0;
        if (arguments.Count == 0 || arguments.Count % 2 != 0) SyntaxError();
        else if (AreOpposite(flags, AddFlags.New, AddFlags.Existing))
            Error("ERR XX and NX options at the same time are not compatible"u8);
        else if (AreOpposite(flags, AddFlags.New, AddFlags.Greater) || AreOpposite(flags, AddFlags.New, AddFlags.Less)
            || AreOpposite(flags, AddFlags.Greater, AddFlags.Less))
            Error("ERR GT, LT, and/or NX options at the same time are not compatible"u8);
        else if (isIncrement && arguments.Count > 2)
            Error("ERR INCR option supports a single increment-element pair"u8);
        else if (isIncrement) Increment(key, flags, arguments);
        else Add(key, flags, arguments);
    }

    private static bool AreOpposite(AddFlags flags, AddFlags one, AddFlags other) =>
        (flags & one) != 0 && (flags & other) != 0;

    private static bool TryTakeFlag(ref CommandArguments arguments, out AddFlags flag)
    {
        if (arguments.TryTake("nx"u8)) flag = AddFlags.New;
        else if (arguments.TryTake("xx"u8)) flag = AddFlags.Existing;
        else if (arguments.TryTake("ch"u8)) flag = AddFlags.CountChanged;
        else if (arguments.TryTake("incr"u8)) flag = AddFlags.Increment;
        else if (arguments.TryTake("gt"u8)) flag = AddFlags.Greater;
        else if (arguments.TryTake("lt"u8)) flag = AddFlags.Less;
        else flag = AddFlags.None;
        return flag != AddFlags.None;
    }

    private void Add(ReadOnlySpan<byte> key, AddFlags flags, CommandArguments pairs)
    {
        if (!AreScores(pairs))
        {
            NotAFloat();
            return;
        }

        KeyEntry? entry = Find(key);
        if (entry is null && (flags & AddFlags.Existing) != 0)
        {
            Writer.Integer(0);
            return;
        }

        if (!HasRoom(entry is null, pairs.Count / 2)) return;
        bool isPlain = (flags & ~AddFlags.CountChanged) == 0;
        int added = 0;
        int changed = 0;
        while (pairs.Count > 0)
        {
            pairs.TryNext(out double score);
            var member = new Member(pairs.Next(), score);
            if (!isPlain && !Wants(entry, flags, member)) continue;
            PutOutcome outcome = _changes.Put(ref entry, key, member);
            if (outcome == PutOutcome.Added) added++;
            else if (outcome == PutOutcome.Changed) changed++;
        }

        Writer.Integer((flags & AddFlags.CountChanged) != 0 ? added + changed : added);
    }

    /// <summary>Every score is read before anything changes.</summary>
    private static bool AreScores(CommandArguments pairs)
    {
        while (pairs.Count > 0)
        {
            if (!pairs.TryNext(out double _)) return false;
            pairs.Next();
        }

        return true;
    }

    private static bool Wants(KeyEntry? entry, AddFlags flags, Member member)
    {
        double old = 0;
        bool exists = entry is not null && entry.Set.TryGetScore(member.Name, out old);
        if (!exists) return (flags & AddFlags.Existing) == 0;
        if ((flags & AddFlags.New) != 0) return false;
        if ((flags & AddFlags.Greater) != 0 && member.Score <= old) return false;
        return (flags & AddFlags.Less) == 0 || member.Score < old;
    }

    private void ZIncrBy(CommandArguments arguments)
    {
        ReadOnlySpan<byte> key = arguments.Next();
        Increment(key, AddFlags.Increment, arguments);
    }

    private void Increment(ReadOnlySpan<byte> key, AddFlags flags, CommandArguments pair)
    {
        if (!pair.TryNext(out double score))
        {
            NotAFloat();
            return;
        }

        ReadOnlySpan<byte> name = pair.Next();
        KeyEntry? entry = Find(key);
        if (entry is not null && entry.Set.TryGetScore(name, out double old)) score += old;
        else if (!HasRoom(entry is null, 1)) return;
        if (double.IsNaN(score))
        {
            Error("ERR resulting score is not a number (NaN)"u8);
            return;
        }

        var member = new Member(name, score);
        if (flags != AddFlags.Increment && !Wants(entry, flags, member))
        {
            Writer.Null();
            return;
        }

        _changes.Put(ref entry, key, member);
        Writer.Double(score);
    }

    private void ZRem(CommandArguments arguments)
    {
        KeyEntry? entry = Find(arguments.Next());
        int count = 0;
        while (entry is not null && arguments.Count > 0 && entry.Set.Count > 0)
        {
            if (_changes.Remove(entry, arguments.Next())) count++;
        }

        Writer.Integer(count);
    }

    private void ZScore(CommandArguments arguments)
    {
        KeyEntry? entry = Find(arguments.Next());
        if (entry is not null && entry.Set.TryGetScore(arguments.Next(), out double score)) Writer.Double(score);
        else Writer.Null();
    }

    private void ZMScore(CommandArguments arguments)
    {
        KeyEntry? entry = Find(arguments.Next());
        Writer.Array(arguments.Count);
        while (arguments.Count > 0)
        {
            ReadOnlySpan<byte> name = arguments.Next();
            if (entry is not null && entry.Set.TryGetScore(name, out double score)) Writer.Double(score);
            else Writer.Null();
        }
    }

    private void ZCard(CommandArguments arguments) => Writer.Integer(Find(arguments.Next())?.Set.Count ?? 0);

    private void ZRank(CommandArguments arguments, bool isReversed)
    {
        KeyEntry? entry = Find(arguments.Next());
        ReadOnlySpan<byte> name = arguments.Next();
        bool withScore = arguments.TryTake("withscore"u8);
        if (arguments.Count > 0)
        {
            SyntaxError();
            return;
        }

        if (entry is null || !entry.Set.TryGetRank(name, out int rank))
        {
            if (withScore) Writer.NullArray();
            else Writer.Null();
            return;
        }

        if (isReversed) rank = entry.Set.Count - 1 - rank;
        if (withScore) Writer.Array(2);
        Writer.Integer(rank);
        if (!withScore) return;
        entry.Set.TryGetScore(name, out double score);
        Writer.Double(score);
    }
}

namespace Catalog.Engine.Leaderboards.SortedSets;

/// <content>Commands about single members: ZADD, ZINCRBY, ZREM, ZSCORE, ZMSCORE, ZCARD, ZRANK.</content>
internal sealed partial class Execution
{
    private void ZAdd(CommandArguments arguments)
    {
        ReadOnlySpan<byte> key = arguments.Next();
        NamedConditions flags = NamedConditions.None;
        bool countsChanged = false;
        while (true)
        {
            if (TryTakeFlag(ref arguments, out NamedConditions flag)) flags |= flag;
            else if (arguments.TryTake("ch"u8)) countsChanged = true;
            else break;
        }

        bool isIncrement = (flags & NamedConditions.Increment) != 0;
        if (arguments.Count == 0 || arguments.Count % 2 != 0) SyntaxError();
        else if (AreOpposite(flags, NamedConditions.OnlyNew, NamedConditions.OnlyExisting))
            Error("ERR XX and NX options at the same time are not compatible"u8);
        else if (AreOpposite(flags, NamedConditions.OnlyNew, NamedConditions.OnlyGreater)
            || AreOpposite(flags, NamedConditions.OnlyNew, NamedConditions.OnlyLess)
            || AreOpposite(flags, NamedConditions.OnlyGreater, NamedConditions.OnlyLess))
            Error("ERR GT, LT, and/or NX options at the same time are not compatible"u8);
        else if (isIncrement && arguments.Count > 2)
            Error("ERR INCR option supports a single increment-element pair"u8);
        else if (isIncrement) Increment(key, flags, arguments);
        else Add(key, flags, countsChanged, arguments);
    }

    private static bool AreOpposite(NamedConditions flags, NamedConditions one, NamedConditions other) =>
        (flags & one) != 0 && (flags & other) != 0;

    private static bool TryTakeFlag(ref CommandArguments arguments, out NamedConditions flag)
    {
        if (arguments.TryTake("nx"u8)) flag = NamedConditions.OnlyNew;
        else if (arguments.TryTake("xx"u8)) flag = NamedConditions.OnlyExisting;
        else if (arguments.TryTake("incr"u8)) flag = NamedConditions.Increment;
        else if (arguments.TryTake("gt"u8)) flag = NamedConditions.OnlyGreater;
        else if (arguments.TryTake("lt"u8)) flag = NamedConditions.OnlyLess;
        else flag = NamedConditions.None;
        return flag != NamedConditions.None;
    }

    private void Add(ReadOnlySpan<byte> key, NamedConditions conditions, bool countsChanged, CommandArguments pairs)
    {
        if (!ArePairs(pairs) || !IsKey(key)) return;
        KeyEntry? entry = Find(key);
        if (!HasRoomFor(entry, pairs, conditions)) return;
        int added = 0;
        int changed = 0;
        while (pairs.Count > 0)
        {
            pairs.TryNext(out double score);
            var member = new Member(pairs.Next(), score);
            NamedResult result = _changes.Put(ref entry, key, member, conditions, out _);
            if (result == NamedResult.Added) added++;
            else if (result == NamedResult.Changed) changed++;
        }

        Writer.Integer(countsChanged ? added + changed : added);
    }

    /// <summary>Whether members that are not there yet fit; those are only counted when it is close.</summary>
    private bool HasRoomFor(KeyEntry? entry, CommandArguments pairs, NamedConditions conditions)
    {
        int most = pairs.Count / 2;
        KeyspaceLimits limits = _keyspace.Limits;
        bool isClose = entry is null || _keyspace.MemberCount + most > limits.MaxMembers
            || entry.Set.Count + most > KeyspaceLimits.MaxSetMembers;
        if (!isClose || (conditions & NamedConditions.OnlyExisting) != 0) return true;
        int added = 0;
        while (pairs.Count > 0)
        {
            pairs.Skip(1);
            ReadOnlySpan<byte> name = pairs.Next();
            if (entry is null || !entry.Set.TryGetScore(name, out _)) added++;
        }

        return added == 0 || HasRoom(entry, added);
    }

    /// <summary>Every score and name is looked at before anything changes; otherwise the error is written.</summary>
    private bool ArePairs(CommandArguments pairs)
    {
        bool areNames = true;
        while (pairs.Count > 0)
        {
            if (!pairs.TryNext(out double _))
            {
                NotAFloat();
                return false;
            }

            areNames &= pairs.Next().Length <= KeyspaceLimits.MaxNameBytes;
        }

        if (!areNames) NameTooLong();
        return areNames;
    }

    private void ZIncrBy(CommandArguments arguments)
    {
        ReadOnlySpan<byte> key = arguments.Next();
        Increment(key, NamedConditions.None, arguments);
    }

    private void Increment(ReadOnlySpan<byte> key, NamedConditions conditions, CommandArguments pair)
    {
        if (!ArePairs(pair) || !IsKey(key)) return;
        KeyEntry? entry = Find(key);
        if (!HasRoomFor(entry, pair, conditions)) return;
        pair.TryNext(out double by);
        ReadOnlySpan<byte> name = pair.Next();
        NamedResult result = _changes.Put(
            ref entry, key, new Member(name, by), conditions | NamedConditions.Increment, out double after);
        if (result == NamedResult.NotANumber) Error("ERR resulting score is not a number (NaN)"u8);
        else if (result == NamedResult.Refused) Writer.Null();
        else Writer.Double(after);
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

        double score = 0;
        int position = entry is null ? -1 : entry.Set.PositionOf(name, isReversed, out score);
        if (position < 0)
        {
            if (withScore) Writer.NullArray();
            else Writer.Null();
            return;
        }

        if (withScore) Writer.Array(2);
        Writer.Integer(position);
        if (withScore) Writer.Double(score);
    }

    private bool IsKey(ReadOnlySpan<byte> key)
    {
        bool isKey = key.Length <= KeyspaceLimits.MaxKeyBytes;
        if (!isKey) Error("ERR a key has at most 16384 bytes"u8);
        return isKey;
    }

    private void NameTooLong() => Error("ERR the name of a member has at most 16384 bytes"u8);
}

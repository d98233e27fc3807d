using System.Text;

namespace Catalog.Engine.Leaderboards.SortedSets;

/// <content>Several sets together: ZUNION, ZINTER, ZDIFF, ZINTERCARD, and their stores.</content>
internal sealed partial class Execution
{
    private void ZCombine(SortedSetCommand command, CommandArguments arguments)
    {
        if (!TryReadCombination(command, ref arguments, isStored: false, out bool withScores)) return;
        NamedRankedSet result = _combination.Compute(_keyspace, _nowMs);
        WriteMembers(result, new PositionRange(0, result.Count), isReversed: false, withScores);
        result.Clear();
    }

    private void ZCombineStore(SortedSetCommand command, CommandArguments arguments)
    {
        ReadOnlySpan<byte> destination = arguments.Next();
        if (!TryReadCombination(command, ref arguments, isStored: true, out _)) return;
        NamedRankedSet result = _combination.Compute(_keyspace, _nowMs);
        int count = result.Count;
        KeyEntry? old = Find(destination);
        if (count > 0 && !HasRoom(old, count))
        {
            result.Clear();
            return;
        }

        if (count > 0 || old is not null) _changes.Store(destination, _combination, result);
        Writer.Integer(count);
    }

    private void ZInterCard(CommandArguments arguments)
    {
        if (!TryReadKeys(SortedSetCommand.ZInterCard, ref arguments)) return;
        long limit = 0;
        while (arguments.Count > 0)
        {
            if (arguments.Count < 2 || !arguments.TryTake("limit"u8))
            {
                SyntaxError();
                return;
            }

            if (arguments.TryNext(out limit) && limit >= 0) continue;
            Error("ERR LIMIT can't be negative"u8);
            return;
        }

        Writer.Integer(_combination.CountCommon(_keyspace, _nowMs, limit == 0 ? long.MaxValue : limit));
    }

    /// <summary>Reads which sets are combined and how; otherwise the error is written.</summary>
    private bool TryReadCombination(
        SortedSetCommand command, ref CommandArguments arguments, bool isStored, out bool withScores)
    {
        withScores = false;
        if (!TryReadKeys(command, ref arguments)) return false;
        while (arguments.Count > 0)
        {
            if (!isStored && arguments.TryTake("withscores"u8)) withScores = true;
            else if (!TryReadCombineOption(ref arguments)) return false;
        }

        return true;
    }

    private bool TryReadKeys(SortedSetCommand command, ref CommandArguments arguments)
    {
        if (!arguments.TryNext(out long keyCount))
        {
            NotAnInteger();
            return false;
        }

        if (keyCount < 1)
        {
            string name = command.ToString().ToLowerInvariant();
            Error(Encoding.ASCII.GetBytes($"ERR at least 1 input key is needed for '{name}' command"));
            return false;
        }

        if (keyCount > arguments.Count)
        {
            SyntaxError();
            return false;
        }

        _combination.Begin(KindOf(command));
        for (int i = 0; i < keyCount; i++) _combination.Add(arguments.Next());
        return true;
    }

    private bool TryReadCombineOption(ref CommandArguments arguments)
    {
        bool takesOptions = _combination.Kind != CombineKind.Subtract;
        if (takesOptions && arguments.Count > _combination.Count && arguments.TryTake("weights"u8))
        {
            for (int i = 0; i < _combination.Count; i++)
            {
                if (!arguments.TryNext(out double weight))
                {
                    Error("ERR weight value is not a float"u8);
                    return false;
                }

                _combination.Weigh(i, weight);
            }

            return true;
        }

        if (takesOptions && arguments.Count >= 2 && arguments.TryTake("aggregate"u8))
        {
            if (arguments.TryTake("sum"u8)) _combination.Aggregate = AggregateKind.Sum;
            else if (arguments.TryTake("min"u8)) _combination.Aggregate = AggregateKind.Min;
            else if (arguments.TryTake("max"u8)) _combination.Aggregate = AggregateKind.Max;
            else
            {
                SyntaxError();
                return false;
            }

            return true;
        }

        SyntaxError();
        return false;
    }

    private static CombineKind KindOf(SortedSetCommand command) => command switch
    {
        SortedSetCommand.ZUnion or SortedSetCommand.ZUnionStore => CombineKind.Union,
        SortedSetCommand.ZInter or SortedSetCommand.ZInterStore or SortedSetCommand.ZInterCard => CombineKind.Intersect,
        _ => CombineKind.Subtract,
    };
}

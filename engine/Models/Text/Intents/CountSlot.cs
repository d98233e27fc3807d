namespace Catalog.Engine.Models.Text.Intents;

/// <summary>
/// How many: <c>two seats</c>, <c>for 4 people</c>, <c>party of five</c>, <c>the three of us</c>, <c>me and 3
/// friends</c> (four), <c>me and my wife</c> (two), <c>a couple of tickets</c>. Thread-safe.
/// </summary>
public sealed class CountSlot : ISlotRecognizer
{
    private static readonly HashSet<string> Companions = WordSets.Of(
        "wife husband partner girlfriend boyfriend friend mum mom mother dad father sister brother son daughter date " +
        "kid");

    private readonly HashSet<string> _units;
    private readonly HashSet<string> _vocabulary;

    /// <summary>Makes one.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="units">What is counted: <c>seats</c>, <c>people</c>; as tokens are spelt.</param>
    public CountSlot(string slot, IEnumerable<string> units)
    {
        Slot = slot;
        _units = new HashSet<string>(units, StringComparer.Ordinal);
        _vocabulary = new HashSet<string>(_units, StringComparer.Ordinal);
        _vocabulary.UnionWith(WordSets.NumberWords);
        _vocabulary.UnionWith(["friends", "couple", "party", "family", "group", "pair"]);
    }

    /// <inheritdoc/>
    public string Slot { get; }

    /// <inheritdoc/>
    public IReadOnlySet<string> Vocabulary => _vocabulary;

    /// <inheritdoc/>
    public bool IsOfNames => false;

    /// <inheritdoc/>
    public void Recognize(SlotScan scan)
    {
        ArgumentNullException.ThrowIfNull(scan);
        for (int i = 0; i < scan.Count; i++)
        {
            if (!scan.IsFree(i)) continue;
            (int count, ulong tokens) = CountAt(scan, i);
            if (count > 0 && Report(scan, count, tokens)) return;
        }
    }

    private (int Count, ulong Tokens) CountAt(SlotScan scan, int at)
    {
        if (scan.Is(at, "me") && scan[at + 1] is "and" or "plus") return WithMe(scan, at);
        if (scan.Is(at, "couple") || scan.Is(at, "pair"))
        {
            int unit = scan[at + 1] == "of" ? at + 2 : at + 1;
            return scan.Is(unit, _units) ? (2, SlotScan.Bits(at, unit - at + 1)) : default;
        }

        if (!WordSets.TryReadNumber(scan[at], out int number) || number is < 1 or > 999) return default;
        if (scan.Is(at + 1, WordSets.Currencies)) return default;
        if (scan.Is(at + 1, _units)) return (number, SlotScan.Bits(at, 2));
        if (scan.Is(at + 2, _units)) return (number, SlotScan.Bits(at, 3));
        if (scan.Is(at + 1, "of") && scan.Is(at + 2, "us")) return (number, SlotScan.Bits(at, 3));
        if (scan[at - 1] == "of" && scan[at - 2] is "party" or "family" or "group")
            return (number, SlotScan.Bits(at - 2, 3));
        return scan[at - 1] == "for" && number <= 20 ? (number, SlotScan.Bits(at - 1, 2)) : default;
    }

    private static (int Count, ulong Tokens) WithMe(SlotScan scan, int at)
    {
        int next = at + 2;
        if (WordSets.TryReadNumber(scan[next], out int number) && number is > 0 and < 100)
            return (number + 1, SlotScan.Bits(at, scan[next + 1] is "friends" or "others" ? 4 : 3));
        if (scan[next] is "my" or "a") next++;
        return scan.Is(next, Companions) ? (2, SlotScan.Bits(at, next - at + 1)) : default;
    }

    private bool Report(SlotScan scan, int count, ulong tokens) => scan.Add(new SlotMatch
    {
        Slot = Slot, Tokens = tokens, Score = 1, Range = new NumberRange(count, count),
    });
}

using System.Globalization;

namespace Catalog.Engine.Models.Text.Intents;

/// <summary>
/// An amount of money, in hundredths: <c>under 15 euros</c>, <c>below €12.50</c>, <c>between 10 and 15 dollars</c>,
/// <c>at least 20 €</c>, <c>around 12 euros</c> (a fifth to both sides), <c>10 euros or less</c>. Without a currency
/// only an upper bound is money (<c>cheaper than 12</c>). Thread-safe.
/// </summary>
public sealed class MoneySlot(string slot) : ISlotRecognizer
{
    private static readonly HashSet<string> Upper = WordSets.Of("under below max maximum within upto");
    private static readonly HashSet<string> Lower = WordSets.Of("over above minimum");
    private static readonly HashSet<string> Around = WordSets.Of("around about roughly approximately circa");
    private static readonly HashSet<string> NotMoney = WordSets.Of(
        "people persons person seats seat tickets ticket friends minutes hours days weeks min mins hour am pm oclock " +
        "of");

    private static readonly HashSet<string> Words =
    [
        .. Upper, .. Lower, .. Around, .. WordSets.Currencies, "than", "least", "most", "cheaper", "less", "between",
    ];

    /// <inheritdoc/>
    public string Slot { get; } = slot;

    /// <inheritdoc/>
    public IReadOnlySet<string> Vocabulary => Words;

    /// <inheritdoc/>
    public bool IsOfNames => false;

    /// <inheritdoc/>
    public void Recognize(SlotScan scan)
    {
        ArgumentNullException.ThrowIfNull(scan);
        for (int i = 0; i < scan.Count; i++)
        {
            if (!scan.IsFree(i)) continue;
            if (TryBetween(scan, i) || TryAmount(scan, i)) return;
        }
    }

    private bool TryBetween(SlotScan scan, int at)
    {
        if (scan[at] is not ("between" or "from")) return false;
        int next = at + 1;
        if (!TryRead(scan, ref next, out long low, out bool isLow)) return false;
        if (scan[next] is not ("and" or "to")) return false;
        next++;
        if (!TryRead(scan, ref next, out long high, out bool isHigh)) return false;
        return (isLow || isHigh) && low <= high && Report(scan, at, next, new NumberRange(low, high));
    }

    private bool TryAmount(SlotScan scan, int at)
    {
        int next = at;
        if (!TryRead(scan, ref next, out long cents, out bool hasCurrency)) return false;
        (int first, int kind) = BoundBefore(scan, at);
        if (scan[next] == "or" && scan[next + 1] is "less" or "under" or "cheaper") (kind, next) = (-1, next + 2);
        else if (scan[next] == "or" && scan[next + 1] is "more" or "above") (kind, next) = (1, next + 2);
        if (!hasCurrency && (kind >= 0 || scan.Is(next, NotMoney))) return false;
        NumberRange range = kind switch
        {
            < 0 => new NumberRange(0, cents),
            > 0 => new NumberRange(cents, long.MaxValue),
            _ => new NumberRange(cents * 4 / 5, cents * 6 / 5),
        };
        return Report(scan, first, next, range);
    }

    /// <summary>
    /// Where a bound in front of an amount begins, and whether it is an upper (−1) or a lower (1) one.
    /// </summary>
    private static (int First, int Kind) BoundBefore(SlotScan scan, int at)
    {
        if (scan.Is(at - 1, Upper)) return (at - 1, -1);
        if (scan.Is(at - 1, Lower)) return (at - 1, 1);
        if (scan.Is(at - 1, Around)) return (at - 1, 0);
        return (scan[at - 2], scan[at - 1]) switch
        {
            ("less" or "cheaper", "than") or ("at", "most") or ("up", "to") => (at - 2, -1),
            ("more", "than") => scan[at - 3] is "no" or "not" ? (at - 3, -1) : (at - 2, 1),
            ("at", "least") => (at - 2, 1),
            _ => (at, 0),
        };
    }

    /// <summary>Reads an amount with its currency on either side, and moves behind it.</summary>
    private static bool TryRead(SlotScan scan, ref int at, out long cents, out bool hasCurrency)
    {
        int next = at;
        hasCurrency = scan.Is(next, WordSets.Currencies);
        if (hasCurrency) next++;
        cents = 0;
        if (!scan.IsFree(next) || !TryReadCents(scan[next], out cents)) return false;
        next++;
        if (scan.Is(next, WordSets.Currencies)) (hasCurrency, next) = (true, next + 1);
        at = next;
        return true;
    }

    private static bool TryReadCents(string text, out long cents)
    {
        cents = 0;
        if (WordSets.TryReadNumber(text, out int whole))
        {
            cents = whole * 100L;
            return true;
        }

        if (text.Contains(':', StringComparison.Ordinal)) return false;
        bool isNumber = decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture, out decimal value) && value <= 1_000_000;
        cents = isNumber ? (long)(value * 100) : 0;
        return isNumber;
    }

    private bool Report(SlotScan scan, int first, int end, NumberRange range) => scan.Add(new SlotMatch
    {
        Slot = Slot, Tokens = SlotScan.Bits(first, end - first), Score = 1, Range = range,
    });
}

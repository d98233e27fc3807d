namespace Catalog.Engine.Models.Text.Intents;

/// <summary>A phrase that speaks for an intent.</summary>
internal sealed record IntentCue(string Intent, double Weight, CueElement[] Elements)
{
    /// <summary>Finds it in a text.</summary>
    /// <returns>The tokens it stands on; 0 when it is not there.</returns>
    public ulong Find(SlotScan scan)
    {
        for (int at = 0; at < scan.Count; at++)
        {
            ulong tokens = Match(scan, at, 0);
            if (tokens != 0) return tokens;
        }

        return 0;
    }

    private ulong Match(SlotScan scan, int at, int element)
    {
        if (element == Elements.Length) return 0;
        CueElement wanted = Elements[element];
        bool isLast = element == Elements.Length - 1;
        for (int gap = 0; gap <= wanted.Gap && at + gap < scan.Count; gap++)
        {
            ulong own = TokensOf(scan, at + gap, wanted, out int length);
            if (own == 0) continue;
            ulong rest = isLast ? 0 : Match(scan, at + gap + length, element + 1);
            if (rest != 0 || isLast || RestIsOptional(element + 1)) return own | rest;
        }

        return wanted.IsOptional ? Match(scan, at, element + 1) : 0;
    }

    private bool RestIsOptional(int element)
    {
        for (; element < Elements.Length; element++)
            if (!Elements[element].IsOptional) return false;
        return true;
    }

    private static ulong TokensOf(SlotScan scan, int at, CueElement wanted, out int length)
    {
        length = 1;
        if (wanted.Slot is null) return wanted.Words.Contains(scan[at]) ? 1UL << at : 0;
        foreach (SlotMatch match in scan.Matches)
        {
            if (match.Slot != wanted.Slot || (match.Tokens & (1UL << at)) == 0) continue;
            while (at + length < scan.Count && (match.Tokens & (1UL << (at + length))) != 0) length++;
            return match.Tokens;
        }

        return 0;
    }
}

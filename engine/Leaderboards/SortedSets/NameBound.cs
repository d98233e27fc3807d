namespace Catalog.Engine.Leaderboards.SortedSets;

/// <summary>
/// One end of a range of names: <c>[a</c>, <c>(a</c> (without it), <c>-</c> (before all), <c>+</c> (behind all).
/// </summary>
// A ref struct: it points into the command.
internal readonly ref struct NameBound
{
    private NameBound(ReadOnlySpan<byte> name, bool isExclusive, bool isLowest, bool isHighest)
    {
        Name = name;
        IsExclusive = isExclusive;
        IsLowest = isLowest;
        IsHighest = isHighest;
    }

    /// <summary>The name, unless it is one of the ends.</summary>
    internal ReadOnlySpan<byte> Name { get; }

    /// <summary>Whether the name itself is outside.</summary>
    internal bool IsExclusive { get; }

    /// <summary>Whether it lies before all names.</summary>
    internal bool IsLowest { get; }

    /// <summary>Whether it lies behind all names.</summary>
    internal bool IsHighest { get; }

    /// <summary>Reads a bound; false when it is none.</summary>
    internal static bool TryParse(ReadOnlySpan<byte> text, out NameBound bound)
    {
        bool isLowest = text.SequenceEqual("-"u8);
        bool isHighest = text.SequenceEqual("+"u8);
        bool isNamed = text.StartsWith("["u8) || text.StartsWith("("u8);
        bound = new NameBound(isNamed ? text[1..] : default, isNamed && text[0] == '(', isLowest, isHighest);
        return isNamed || isLowest || isHighest;
    }
}

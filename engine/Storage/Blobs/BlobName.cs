namespace Catalog.Engine.Storage.Blobs;

/// <summary>
/// What a blob may be called: at least one folder and a name, with slashes between, such as <c>exports/42.csv</c>. Each
/// part has 1 to 100 letters, digits, <c>-</c>, <c>_</c> and <c>.</c>, and does not begin with a dot: so a name never
/// leads anywhere else, is the same everywhere, and leaves names with a leading dot to the stores. Thread-safe.
/// </summary>
public static class BlobName
{
    /// <summary>The longest name.</summary>
    public const int MaxLength = 400;

    private const int MaxPartLength = 100;

    /// <summary>Whether something is a name. O(length), allocates nothing.</summary>
    public static bool IsValid(string? name) =>
        name is { Length: > 0 and <= MaxLength } && name.Contains('/', StringComparison.Ordinal) && HasValidParts(name);

    /// <summary>Throws when something is not a name.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    public static void Check(string? name)
    {
        if (!IsValid(name)) throw new ArgumentException($"'{name}' is not a name for a blob.", nameof(name));
    }

    /// <summary>The folder of a name or of a listing's prefix, without its slash.</summary>
    public static ReadOnlySpan<char> FolderOf(ReadOnlySpan<char> name) => name[..Math.Max(0, name.LastIndexOf('/'))];

    /// <summary>Throws when a listing's prefix or limit cannot be one.</summary>
    /// <exception cref="ArgumentException">It cannot.</exception>
    public static void CheckListing(string prefix, int limit)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 1000);
        // With a letter behind it, a prefix is a name.
        if (!IsValid(prefix + "x")) throw new ArgumentException($"'{prefix}' is not a folder.", nameof(prefix));
    }

    private static bool HasValidParts(ReadOnlySpan<char> name)
    {
        foreach (Range range in name.Split('/'))
        {
            ReadOnlySpan<char> part = name[range];
            if (part.IsEmpty || part.Length > MaxPartLength || part[0] == '.') return false;
            foreach (char c in part)
                if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '.')) return false;
        }

        return true;
    }
}

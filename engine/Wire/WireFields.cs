namespace Catalog.Engine.Wire;

/// <summary>
/// Reads arrays whose elements are the fields of something, where a later version may have added fields at the end:
/// what the reader does not know yet it passes over.
/// </summary>
/// <remarks>
/// <code>
/// array header: number of fields │ field, field, … that the reader knows │ further fields, one value each
/// </code>
/// </remarks>
public static class WireFields
{
    /// <summary>
    /// Reads the header of an array of <paramref name="known"/> fields or more, and returns how many more. O(1).
    /// </summary>
    /// <exception cref="MessagePackFormatException">There is no array, or it has fewer.</exception>
    public static int Begin(ref MessagePackReader reader, int known)
    {
        int found = reader.ReadArrayHeader();
        if (found < known) throw new MessagePackFormatException($"{known} fields expected, {found} found.");
        return found - known;
    }

    /// <summary>Passes over the fields behind those that are known. O(their length).</summary>
    /// <param name="reader">Stands behind the last known field.</param>
    /// <param name="further">What <see cref="Begin"/> returned.</param>
    /// <exception cref="MessagePackFormatException">They are not well-formed.</exception>
    public static void End(ref MessagePackReader reader, int further)
    {
        for (int i = 0; i < further; i++) reader.Skip();
    }
}

namespace Catalog.Engine.Models.Text;

/// <summary>
/// How many letters must be put in, left out, replaced or swapped with their neighbour to make one word of another
/// (optimal string alignment, Damerau 1964 without overlapping edits).
/// </summary>
/// <remarks>Thread-safe. Allocates nothing for words of up to 64 characters.</remarks>
public static class EditDistance
{
    private const int MaxOnStack = 65;

    /// <summary>
    /// The distance, or <paramref name="most"/> + 1 when it is greater. O(length · length), less when far.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The bound is negative.</exception>
    public static int Within(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int most)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(most);
        if (Math.Abs(a.Length - b.Length) > most) return most + 1;
        int width = b.Length + 1;
        Span<int> rows = width <= MaxOnStack ? stackalloc int[3 * width] : new int[3 * width];
        Span<int> before = rows[..width], last = rows.Slice(width, width), row = rows.Slice(2 * width, width);
        for (int j = 0; j < width; j++) last[j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            int least = i;
            for (int j = 1; j < width; j++)
            {
                int cost = a[i - 1] == b[j - 1] ? 0 : 1;
                int best = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                bool isSwap = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                row[j] = isSwap ? Math.Min(best, before[j - 2] + 1) : best;
                least = Math.Min(least, row[j]);
            }

            if (least > most) return most + 1;
            Span<int> free = before;
            before = last;
            last = row;
            row = free;
        }

        return Math.Min(last[b.Length], most + 1);
    }

    /// <summary>How many slips a word of a length is forgiven: none below 4 letters, one below 8, else two.</summary>
    public static int Tolerance(int length) => length < 4 ? 0 : length < 8 ? 1 : 2;
}

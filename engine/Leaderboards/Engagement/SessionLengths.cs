namespace Catalog.Engine.Leaderboards.Engagement;

/// <summary>How long sessions last, in classes. Pure.</summary>
public static class SessionLengths
{
    private static readonly int[] Bounds =
        [0, 5 * 60, 10 * 60, 15 * 60, 20 * 60, 30 * 60, 45 * 60, 60 * 60, 90 * 60, 120 * 60, 180 * 60, 240 * 60];

    /// <summary>How many classes there are.</summary>
    public static int Count => Bounds.Length;

    /// <summary>Where a class begins, in seconds; it ends where the next one begins.</summary>
    /// <param name="index">The class, from 0.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such class.</exception>
    public static int From(int index) => Bounds[index];

    /// <summary>The class of a length. O(classes).</summary>
    /// <param name="seconds">The length, from 0.</param>
    public static int Of(long seconds)
    {
        int index = Bounds.Length - 1;
        while (index > 0 && seconds < Bounds[index]) index--;
        return index;
    }
}

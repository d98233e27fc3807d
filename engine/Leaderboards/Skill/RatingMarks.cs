using Catalog.Engine.Models.Ratings;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards.Skill;

/// <summary>
/// A player's ratings at the beginnings of the latest weeks with games, 16 bytes.
/// <code>
/// [ rating 4 × 2 | deviation 4 × 2 ]      sixteenths of a point, the latest in the lowest bits; 0 is none
/// </code>
/// The latest belongs to the week of the player's last game, each further one to the week before. Weeks begin on
/// Monday, UTC.
/// </summary>
// mutable: it is the running state of one player, kept in a table
internal struct RatingMarks
{
    /// <summary>Weeks that are kept.</summary>
    public const int Weeks = 4;

    private const int Bits = 16;
    private const double Steps = 16;
    private ulong _ratings;
    private ulong _deviations;

    /// <summary>How many there are. O(1).</summary>
    public readonly int Count
    {
        get
        {
            int count = 0;
            while (count < Weeks && (ushort)(_ratings >> (count * Bits)) != 0) count++;
            return count;
        }
    }

    /// <summary>The week of a moment, milliseconds since 1970. O(1).</summary>
    public static int WeekOf(long timeMs) => BoardCalendar.WindowOf(WindowKind.Weekly, timeMs);

    /// <summary>When a week begins, milliseconds since 1970. O(1).</summary>
    public static long BeginOf(int week) => BoardCalendar.StartMs(WindowKind.Weekly, week);

    /// <summary>The rating and its deviation so many weeks before the week of the last game. O(1).</summary>
    public readonly (double Rating, double Deviation) At(int weeks) =>
        ((ushort)(_ratings >> (weeks * Bits)) / Steps, (ushort)(_deviations >> (weeks * Bits)) / Steps);

    /// <summary>
    /// Marks the weeks that began after the player's last game, up to that of the next one. O(1).
    /// </summary>
    /// <param name="state">The player's skill after the last game.</param>
    /// <param name="timeMs">When the next game is.</param>
    public void Reach(in SkillState state, long timeMs)
    {
        int week = WeekOf(timeMs);
        for (int next = Math.Max(WeekOf(state.LastGameMs) + 1, week - Weeks + 1); next <= week; next++)
        {
            GlickoRating rating = FieldRater.Rested(state.Rating, BeginOf(next) - state.LastGameMs);
            _ratings = (_ratings << Bits) | CodeOf(rating.Rating);
            _deviations = (_deviations << Bits) | CodeOf(rating.Deviation);
        }
    }

    /// <summary>Encodes it.</summary>
    public readonly void Save(ref MessagePackWriter writer)
    {
        writer.Write(_ratings);
        writer.Write(_deviations);
    }

    /// <summary>Decodes what <see cref="Save"/> wrote.</summary>
    /// <exception cref="MessagePackFormatException">The bytes are no such state.</exception>
    public static RatingMarks Load(ref MessagePackReader reader) =>
        new() { _ratings = reader.ReadUInt64(), _deviations = reader.ReadUInt64() };

    private static ushort CodeOf(double points) => (ushort)Math.Clamp(Math.Round(points * Steps), 1, ushort.MaxValue);
}

using System.Globalization;

namespace Catalog.Shell.Leaderboards.Sql;

/// <summary>
/// A submission's id among all modes, from what its facts say: the same whenever it is made, and ordered by time, so
/// that new rows go to the end of the index.
/// <code>
/// 48 bits milliseconds · version 8 · 12 bits mode · variant · 62 bits of a digest of player, submission and mode
/// </code>
/// </summary>
/// <remarks>RFC 9562, version 8. Two of one millisecond and mode meet once in 2⁶².</remarks>
internal static class SubmissionUuid
{
    private const ulong MixA = 0xBF58_476D_1CE4_E5B9;
    private const ulong MixB = 0x94D0_49BB_1331_11EB;

    /// <summary>The id as PostgreSQL reads it.</summary>
    /// <param name="mode">The game mode.</param>
    /// <param name="timeMs">When it was submitted.</param>
    /// <param name="playerId">Whose it is.</param>
    /// <param name="submissionId">The submission's own id, or what else tells it from the player's others.</param>
    public static string Of(ulong mode, long timeMs, ulong playerId, ulong submissionId)
    {
        ulong digest = Mix(submissionId ^ Mix(playerId ^ Mix(mode)));
        ulong high = ((ulong)timeMs << 16) | 0x8000 | (mode & 0xFFF);
        ulong low = (digest >> 2) | (1UL << 63);
        CultureInfo culture = CultureInfo.InvariantCulture;
        string time = string.Create(culture, $"{high >> 32:x8}-{(high >> 16) & 0xFFFF:x4}-{high & 0xFFFF:x4}");
        return string.Create(culture, $"{time}-{low >> 48:x4}-{low & 0xFFFF_FFFF_FFFF:x12}");
    }

    // The finisher of SplitMix64 (Steele, Lea, Flood 2014).
    private static ulong Mix(ulong value)
    {
        value += 0x9E37_79B9_7F4A_7C15;
        value = (value ^ (value >> 30)) * MixA;
        value = (value ^ (value >> 27)) * MixB;
        return value ^ (value >> 31);
    }
}

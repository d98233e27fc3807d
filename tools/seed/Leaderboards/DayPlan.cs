namespace Catalog.Seed.Leaderboards;

/// <summary>
/// When play begins: half of the games end between 18:00 and 23:00, three in ten between 11:00 and 18:00. Nobody begins
/// before three at night, so that what runs past midnight is over by then.
/// </summary>
internal static class DayPlan
{
    public const int DaySeconds = 86_400;

    /// <summary>The first second somebody may begin at.</summary>
    public const int FirstSecond = 3 * 3_600;

    /// <summary>The second of the day after at which play of a day is over.</summary>
    public const int LastSecond = DaySeconds + (2 * 3_600) + (1_800);

    // Sessions begin a little earlier than their games end.
    private static readonly (double Share, int From, int To)[] Parts =
    [
        (0.585, (17 * 3_600) + 1_200, (21 * 3_600) + 2_700),
        (0.285, 10 * 3_600, 17 * 3_600),
        (0.09, FirstSecond, 10 * 3_600),
        (0.04, (21 * 3_600) + 2_700, DaySeconds - 1_800),
    ];

    /// <summary>The part of the day a number from 0 to 1 falls on.</summary>
    public static byte PartOf(double share)
    {
        for (byte part = 0; part < Parts.Length - 1; part++)
        {
            share -= Parts[part].Share;
            if (share < 0) return part;
        }

        return (byte)(Parts.Length - 1);
    }

    /// <summary>A second at which somebody begins: mostly in the part of the day that is usual.</summary>
    public static int Begin(PlayerProfile player, ref Draw draw)
    {
        int part = draw.Happens(0.65) ? player.UsualPart : PartOf(draw.Share());
        return (int)draw.Between(Parts[part].From, Parts[part].To);
    }
}

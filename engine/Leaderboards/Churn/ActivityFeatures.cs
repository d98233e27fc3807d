namespace Catalog.Engine.Leaderboards.Churn;

/// <summary>Describes what somebody played in the six weeks before a day, as a row for models. Pure.</summary>
internal static class ActivityFeatures
{
    /// <summary>Numbers in a row.</summary>
    public const int Columns = 16;

    private const int Window = 42;
    private const int Week = 7;
    private const int FewestDays = 6;
    private const int LongestSilence = 14;
    private const int FewestTenure = 21;

    /// <summary>Whether there is enough to go by: play on six days of six weeks, and in the last two.</summary>
    public static bool IsEstablished(in ActivityTrace trace, int day)
    {
        if (trace.FirstDay == 0 || day - trace.FirstDay < FewestTenure) return false;
        int days = 0, silence = Window;
        for (int back = Window - 1; back >= 0; back--)
        {
            if (trace.GamesOn(day, back) == 0) continue;
            days++;
            silence = back;
        }

        return days >= FewestDays && silence < LongestSilence;
    }

    /// <summary>Fills a row. O(window).</summary>
    /// <param name="trace">What is remembered.</param>
    /// <param name="day">The day, days since 1970; what came later is not looked at.</param>
    /// <param name="row">Where it goes.</param>
    public static void Fill(in ActivityTrace trace, int day, Span<float> row)
    {
        Span<int> games = stackalloc int[Window];
        for (int back = 0; back < Window; back++) games[back] = trace.GamesOn(day, back);
        (float g1, float d1) = Sum(games, 0, Week);
        (float g2, float d2) = Sum(games, Week, 2 * Week);
        (float g4, float d4) = Sum(games, 2 * Week, 4 * Week);
        (float g6, float d6) = Sum(games, 4 * Week, 6 * Week);
        row[0] = MathF.Log(1 + g1);
        row[1] = MathF.Log(1 + g2);
        row[2] = MathF.Log(1 + g4);
        row[3] = MathF.Log(1 + g6);
        row[4] = MathF.Log((g1 + g2 + 1) / (g4 + 1));
        row[5] = MathF.Log((g1 + g2 + 1) / (g6 + 1));
        row[6] = MathF.Log((g4 + 1) / (g6 + 1));
        row[7] = (d1 + d2 - d4) / MathF.Sqrt(1 + d4);
        row[8] = (d1 + d2 - d6) / MathF.Sqrt(1 + d6);
        row[9] = d1 + d2;
        (float silence, float mean, float longest) = Gaps(games);
        row[10] = silence;
        row[11] = silence / Math.Max(1, mean);
        row[12] = longest;
        row[13] = MathF.Log(day - trace.FirstDay + 1);
        row[14] = MathF.Log(((g1 + g2 + 1) / (d1 + d2 + 1)) / ((g4 + g6 + 1) / (d4 + d6 + 1)));
        row[15] = Missed(games);
    }

    private static (float Games, float Days) Sum(ReadOnlySpan<int> games, int from, int to)
    {
        int sum = 0, days = 0;
        foreach (int count in games[from..to])
        {
            sum += count;
            days += count > 0 ? 1 : 0;
        }

        return (sum, days);
    }

    // Days since the last game, between games on average, and between games at most before the last.
    private static (float Silence, float Mean, float Longest) Gaps(ReadOnlySpan<int> games)
    {
        int silence = 0, last = -1, longest = 0, count = 0;
        while (silence < games.Length && games[silence] == 0) silence++;
        for (int back = silence; back < games.Length; back++)
        {
            if (games[back] == 0) continue;
            if (last >= 0) longest = Math.Max(longest, back - last);
            last = back;
            count++;
        }

        return (silence, count > 1 ? (last - silence) / (float)(count - 1) : games.Length, longest);
    }

    // How many more days than these two weeks their weekdays would have been, going by the four weeks before.
    private static float Missed(ReadOnlySpan<int> games)
    {
        float missed = 0;
        for (int weekday = 0; weekday < Week; weekday++)
        {
            int usual = 0, now = 0;
            for (int back = weekday; back < 2 * Week; back += Week) now += games[back] > 0 ? 1 : 0;
            for (int back = weekday + (2 * Week); back < Window; back += Week) usual += games[back] > 0 ? 1 : 0;
            missed += (usual / 2f) - now;
        }

        return missed;
    }
}

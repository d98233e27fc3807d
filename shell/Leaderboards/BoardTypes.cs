using System.Globalization;
using Catalog.Engine.Leaderboards;

namespace Catalog.Shell.Leaderboards;

/// <summary>What kinds of boards are called outside. Thread-safe.</summary>
internal static class BoardTypes
{
    /// <summary>All kinds that have a board in every mode; the first is meant when none is named.</summary>
    public static IReadOnlyList<(string Name, WindowKind Value)> All { get; } =
    [
        ("global", WindowKind.AllTime),
        ("daily", WindowKind.Daily),
        ("weekly", WindowKind.Weekly),
        ("monthly", WindowKind.Monthly),
        ("season", WindowKind.Seasonal),
        ("last24h", WindowKind.Sliding),
        ("trending", WindowKind.Decaying),
    ];

    /// <summary>What a kind is called.</summary>
    public static string NameOf(WindowKind kind)
    {
        foreach ((string name, WindowKind value) in All)
            if (value == kind) return name;
        return "contest";
    }

    /// <summary>What a window is called: <c>2024-01-15</c>, <c>2024-W03</c>, <c>S1-2024</c>; null for none.</summary>
    public static string? WindowOf(BoardKey board)
    {
        if (board.Kind == WindowKind.Contest) return board.Window.ToString(CultureInfo.InvariantCulture);
        string name = BoardCalendar.NameOf(board.Kind, board.Window);
        return name.Length == 0 ? null : name;
    }

    /// <summary>Finds a past window by its name, looking back from a moment.</summary>
    /// <returns>The window's number, or -1.</returns>
    public static int FindWindow(WindowKind kind, string name, long nowMs)
    {
        const int MostBack = 1_000;
        int current = BoardCalendar.WindowOf(kind, nowMs);
        if (kind == WindowKind.Seasonal) current += BoardCalendar.SeasonsPerQuarter - 1;
        for (int window = current; window > current - MostBack && window >= 0; window--)
            if (BoardCalendar.NameOf(kind, window) == name) return window;
        return -1;
    }
}

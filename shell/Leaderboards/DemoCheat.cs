namespace Catalog.Shell.Leaderboards;

/// <summary>How a player of the demo cheats.</summary>
internal enum DemoCheat
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Games in a third of the time.</summary>
    Fast,

    /// <summary>Scores near the highest possible, the same again and again.</summary>
    MadeUp,

    /// <summary>A program: even play around the clock.</summary>
    Program,
}

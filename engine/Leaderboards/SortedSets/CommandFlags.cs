namespace Catalog.Engine.Leaderboards.SortedSets;

/// <summary>What a command does.</summary>
[Flags]
public enum CommandFlags : byte
{
    /// <summary>Nothing of what follows.</summary>
    None = 0,

    /// <summary>It only looks.</summary>
    ReadOnly = 1,

    /// <summary>It may change something.</summary>
    Write = 2,

    /// <summary>It takes time that does not grow with what it looks at, or only with its logarithm.</summary>
    Fast = 4,

    /// <summary>Only those who run the server may.</summary>
    Admin = 8,

    /// <summary>Where its keys stand depends on its arguments.</summary>
    MovableKeys = 16,
}

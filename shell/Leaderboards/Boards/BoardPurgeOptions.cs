namespace Catalog.Shell.Leaderboards.Boards;

/// <summary>Who is told when a board's first hundred change.</summary>
public sealed class BoardPurgeOptions
{
    /// <summary>The section.</summary>
    public const string Section = "Catalog:Leaderboards";

    /// <summary>The address that is called; nobody is told without one.</summary>
    public string? PurgeUrl { get; set; }

    /// <summary>What calls are signed with; null for no signature.</summary>
    public string? PurgeSecret { get; set; }
}

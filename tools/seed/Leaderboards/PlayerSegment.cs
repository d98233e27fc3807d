namespace Catalog.Seed.Leaderboards;

/// <summary>How much somebody plays, and how well.</summary>
internal enum PlayerSegment
{
    /// <summary>60 %: one to three games on a day of play.</summary>
    Casual,

    /// <summary>30 %: five to ten.</summary>
    Regular,

    /// <summary>9 %: twenty and more.</summary>
    Hardcore,

    /// <summary>1 %: fifty and more.</summary>
    Pro,
}

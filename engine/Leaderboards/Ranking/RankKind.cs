namespace Catalog.Engine.Leaderboards;

/// <summary>How ties are ranked; all kinds come from one tree.</summary>
public enum RankKind : byte
{
    /// <summary>1 2 3 4: who reached the score first is ahead.</summary>
    Ordinal,

    /// <summary>1 2 2 4: one more than have a better score.</summary>
    Competition,

    /// <summary>1 2 2 3: one more than there are better scores. The ranking must count distinct scores.</summary>
    Dense,
}

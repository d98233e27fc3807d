using Catalog.Engine.Collections;

namespace Catalog.Engine.Leaderboards;

/// <summary>
/// A new score on its way into a ranking, and what is known so far of where it leads. All but the score is a guess that
/// the change verifies: other changes may come in between.
/// </summary>
// mutable: it is filled step by step.
internal struct PlannedUpdate
{
    /// <summary>The score.</summary>
    public MemberScore Score;

    /// <summary>Where the member stands.</summary>
    public TreePlace Place;

    /// <summary>The key it leads to, when <see cref="IsMove"/>.</summary>
    public RankKey Key;

    /// <summary>In turn the leaf it stands in, the node above the one it leads to, and that one; or -1.</summary>
    public int Node;

    /// <summary>Whether it leads away from its neighbours.</summary>
    public bool IsMove;
}

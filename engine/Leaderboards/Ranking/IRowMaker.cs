namespace Catalog.Engine.Leaderboards;

/// <summary>What a line of a ranking is made into.</summary>
internal interface IRowMaker<TRow>
{
    /// <summary>The member who sees itself, hidden or not; or none.</summary>
    int Self { get; }

    /// <summary>Makes a line.</summary>
    TRow Make(int member, int rank, long score);
}

using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Leaderboards;

/// <summary>Many submissions at once, as a game's own servers send them.</summary>
public sealed partial class LeaderboardMachine : IDecider<LeaderboardState, SubmitScores, SubmitResults>
{
    /// <summary>The most submissions of one request.</summary>
    public const int MaxSubmissions = 1_000;

    // Their boards' first lines fit into the first cache.
    private const int FetchedTogether = 8;

    /// <inheritdoc/>
    public SubmitResults Decide(LeaderboardState state, in SubmitScores command, Decision decision)
    {
        if (state.Terms is null) return new SubmitResults(BoardCode.NotOpen, []);
        IReadOnlyList<SubmitScore> submissions = command.Submissions;
        if (submissions.Count > MaxSubmissions) return new SubmitResults(BoardCode.Full, []);
        var results = new SubmitResult[submissions.Count];
        for (int first = 0; first < results.Length; first += FetchedTogether)
        {
            int end = Math.Min(first + FetchedTogether, results.Length);
            Fetch(state, submissions, first, end);
            for (int i = first; i < end; i++)
            {
                SubmitScore submission = submissions[i];
                results[i] = Decide(state, in submission, decision);
            }
        }

        return new SubmitResults(BoardCode.Ok, results);
    }

    // What the first of them changes for the others is found when their turn comes.
    private static void Fetch(LeaderboardState state, IReadOnlyList<SubmitScore> submissions, int first, int end)
    {
        Span<ulong> ids = stackalloc ulong[FetchedTogether];
        Span<int> slots = stackalloc int[FetchedTogether];
        int count = end - first;
        for (int i = 0; i < count; i++) ids[i] = submissions[first + i].PlayerId;
        state.Players.FindGroup(ids[..count], slots);
        for (int i = 0; i < count; i++)
        {
            byte region = submissions[first + i].Region;
            if (slots[i] >= 0 && region <= state.Terms!.RegionCount) state.Fetch(slots[i], region);
        }
    }
}

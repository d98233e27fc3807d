using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Leaderboards;

/// <summary>Many submissions at once, as a game's own servers send them.</summary>
public sealed partial class LeaderboardMachine : IDecider<LeaderboardState, SubmitScores, SubmitResults>
{
    /// <summary>The most submissions of one request.</summary>
    public const int MaxSubmissions = 1_000;

    /// <inheritdoc/>
    public SubmitResults Decide(LeaderboardState state, in SubmitScores command, Decision decision)
    {
        if (state.Terms is null) return new SubmitResults(BoardCode.NotOpen, []);
        IReadOnlyList<SubmitScore> submissions = command.Submissions;
        if (submissions.Count > MaxSubmissions) return new SubmitResults(BoardCode.Full, []);
        var results = new SubmitResult[submissions.Count];
        for (int i = 0; i < results.Length; i++)
        {
            SubmitScore submission = submissions[i];
            results[i] = Decide(state, in submission, decision);
        }

        return new SubmitResults(BoardCode.Ok, results);
    }
}

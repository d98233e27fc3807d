using Catalog.Engine.Leaderboards;

namespace Catalog.Engine.Tests.Leaderboards.Boards;

/// <summary>An event everybody takes part in, as the list of what counted in it.</summary>
internal sealed class NaiveContest(ContestTerms terms)
{
    private readonly List<(ulong Player, long Amount)> _scores = [];

    public ContestTerms Terms => terms;

    public bool HasEnded { get; set; }

    public BoardKey Board => new(WindowKind.Contest, 0, terms.Id);

    public void Count(NaiveScore score)
    {
        bool isIn = !HasEnded && score.PlayedMs >= terms.StartMs && score.PlayedMs < terms.EndMs
            && (terms.Region == 0 || terms.Region == score.Region);
        if (isIn) _scores.Add((score.Player, (long)score.Raw * terms.MultiplierPercent / 100));
    }

    public void Remove(ulong player) => _scores.RemoveAll(score => score.Player == player);

    /// <summary>Who has how much, the best first, of equals who reached it first.</summary>
    public (ulong Player, long Score)[] Standings(HashSet<ulong> hidden)
    {
        var found = new Dictionary<ulong, (long Score, int Reached)>();
        for (int i = 0; i < _scores.Count; i++)
        {
            (ulong player, long amount) = _scores[i];
            bool isThere = found.TryGetValue(player, out (long Score, int Reached) old);
            if (!isThere || amount != 0) found[player] = (old.Score + amount, i);
        }

        return [.. found.Where(row => !hidden.Contains(row.Key)).OrderByDescending(row => row.Value.Score)
            .ThenBy(row => row.Value.Reached).Select(row => (row.Key, row.Value.Score))];
    }
}

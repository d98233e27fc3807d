using Catalog.Engine.Leaderboards.Churn;
using Catalog.Shell.Leaderboards.Play;

namespace Catalog.Shell.Leaderboards.Crowd;

/// <summary>
/// Asks the model about everybody, some thousands of players at a time so that facts are not held up, at most every so
/// often. Whoever asks meanwhile gets the last answer. Thread-safe.
/// </summary>
internal sealed class ChurnSurvey(PlaySource play)
{
    /// <summary>Classes of probability: twentieths.</summary>
    public const int Classes = 20;

    private const int Portion = 4_096;
    private const int MostPlayers = 500;
    private const long LastsMs = 5 * 60 * 1_000;
    private readonly Lock _gate = new();
    private Task<ChurnSummary>? _running;
    private ChurnSummary? _last;

    /// <summary>The latest summary; the first who asks waits for it.</summary>
    public async Task<ChurnSummary> AskAsync(CancellationToken cancel)
    {
        Task<ChurnSummary> running;
        lock (_gate)
        {
            if (_last is { } last && play.NowMs - last.AsOfMs < LastsMs && last.IsKnown) return last;
            if (_running is null or { IsCompleted: true }) _running = Task.Run(Survey, CancellationToken.None);
            if (_last is { IsKnown: true } known) return known;
            running = _running;
        }

        return await running.WaitAsync(cancel);
    }

    private ChurnSummary Survey()
    {
        var summary = new ChurnSummary(play.NowMs, play.Read(0, static (book, _) => book.Models.KnowsChurn));
        var worst = new PriorityQueue<ChurnRisk, double>();
        var risks = new List<ChurnRisk>(Portion);
        bool hasMore = true;
        for (int from = 0; hasMore; from += Portion)
        {
            risks.Clear();
            hasMore = play.Read((from, summary.AsOfMs, risks), static (book, ask) =>
                book.Models.ListRisks(ask.from, Portion, ask.AsOfMs, ask.risks));
            foreach (ChurnRisk risk in risks)
            {
                summary.Count(in risk);
                if (!risk.IsAtRisk) continue;
                worst.Enqueue(risk, risk.Probability);
                if (worst.Count > MostPlayers) worst.Dequeue();
            }
        }

        while (worst.TryDequeue(out ChurnRisk risk, out _)) summary.Players.Add(risk);
        summary.Players.Reverse();
        lock (_gate) _last = summary;
        return summary;
    }
}

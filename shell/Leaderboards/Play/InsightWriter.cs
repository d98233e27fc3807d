using System.Collections.Concurrent;
using System.Text;
using Catalog.Engine.Leaderboards.Insights;
using Catalog.Shell.Ai;
using Catalog.Shell.Leaderboards.Play.Contracts;
using Microsoft.Extensions.AI;

namespace Catalog.Shell.Leaderboards.Play;

/// <summary>
/// Words what was found in a player's games: by a language model where one is configured and answers in time, else out
/// of the findings' own sentences. The model is shown nothing but these sentences: no name, no id, no other player.
/// Thread-safe.
/// </summary>
public sealed class InsightWriter(RemoteAi remote, AiLimits limits)
{
    private const int MaxRemembered = 4_096;
    private const int MaxLength = 1_000;
    private const string Order =
        "You coach a player of an online game. Summarise the findings below for the player in at most three short "
        + "sentences, friendly and plain. Use only what the findings say, keep every figure as it is, and promise "
        + "nothing. Answer with the sentences alone.";

    private readonly ConcurrentDictionary<ulong, (string Findings, string Summary, string By)> _remembered = new();

    /// <summary>Says all of it in a few sentences, and who worded them.</summary>
    /// <param name="playerId">Whom it is for.</param>
    /// <param name="report">What was looked at.</param>
    /// <param name="insights">What was found.</param>
    /// <param name="cancel">Nobody waits any more.</param>
    public async Task<(string Summary, string By)> SummariseAsync(
        ulong playerId, InsightReport report, IReadOnlyList<InsightAnswer> insights, CancellationToken cancel)
    {
        string local = Local(report, insights);
        if (!remote.HasChat || insights.Count == 0) return (local, AnsweredBy.Local);
        string findings = Findings(insights);
        if (_remembered.TryGetValue(playerId, out (string Findings, string Summary, string By) last)
            && last.Findings == findings) return (last.Summary, last.By);
        if (!(await limits.Remote.TakeAsync(Http.RateLimits.RateLimitKey.OfUser(playerId))).Allowed)
            return (local, AnsweredBy.Local);
        ChatMessage[] messages = [new(ChatRole.System, Order), new(ChatRole.User, findings)];
        ChatResponse? response = await remote.TryAskAsync(messages, null, cancel);
        string text = response?.Text.Trim() ?? "";
        if (text.Length is 0 or > MaxLength) return (local, AnsweredBy.Local);
        if (_remembered.Count >= MaxRemembered) _remembered.Clear();
        string by = AnsweredBy.Of(response!);
        _remembered[playerId] = (findings, text, by);
        return (text, by);
    }

    private static string Findings(IReadOnlyList<InsightAnswer> insights)
    {
        var text = new StringBuilder();
        foreach (InsightAnswer each in insights)
            text.Append("- ").Append(each.Words).Append(' ').AppendLine(each.Advice);
        return text.ToString();
    }

    private static string Local(InsightReport report, IReadOnlyList<InsightAnswer> insights)
    {
        if (report.MissingGames > 0)
            return $"{report.MissingGames} more games, and there is enough to say what your scores depend on.";
        if (insights.Count == 0)
            return $"Nothing stands out in your last {report.Games} games: you play alike at all times.";
        return $"{insights[0].Words} {insights[0].Advice}";
    }
}

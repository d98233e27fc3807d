using Catalog.Engine.Leaderboards.Insights;
using Catalog.Engine.Tests.Shell.Ai;
using Catalog.Shell.Leaderboards.Play;
using Catalog.Shell.Leaderboards.Play.Contracts;

namespace Catalog.Engine.Tests.Shell.Leaderboards.Play;

/// <summary>A language model words what was found, is shown nothing else, and is not missed when it is away.</summary>
public sealed class InsightWriterTests
{
    private const ulong Player = 424_242_424_242;
    private static readonly InsightReport Report = new(200, 0, []);
    private static readonly InsightAnswer Evening = new(
        "part_of_day", "evening", 0.2, 0.1, 0.3, 90, 110, "You perform 20 % better in the evening.", "Play then.");

    [Fact]
    public async Task The_model_words_findings_once_and_sees_nothing_else()
    {
        await using FakeProvider provider = await FakeProvider.StartAsync();
        await using var host = new ShellHost(null, null, provider.Settings);
        InsightWriter writer = host.Service<InsightWriter>();
        (string summary, string by) = await writer.SummariseAsync(Player, Report, [Evening], default);
        Assert.Equal(("Hello from afar.", FakeProvider.Model), (summary, by));
        Assert.Equal((summary, by), await writer.SummariseAsync(Player, Report, [Evening], default));
        string asked = Assert.Single(provider.Bodies);
        Assert.Contains("better in the evening", asked, StringComparison.Ordinal);
        Assert.DoesNotContain(Player.ToString(), asked, StringComparison.Ordinal);

        provider.Behaviour = static context =>
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        };
        InsightAnswer other = Evening with { Words = "You perform 30 % better in the evening." };
        (summary, by) = await writer.SummariseAsync(Player, Report, [other], default);
        Assert.Equal(("You perform 30 % better in the evening. Play then.", "local"), (summary, by));
    }

    [Fact]
    public async Task Without_findings_nobody_is_asked()
    {
        await using FakeProvider provider = await FakeProvider.StartAsync();
        await using var host = new ShellHost(null, null, provider.Settings);
        (string summary, string by) = await host.Service<InsightWriter>().SummariseAsync(Player, Report, [], default);
        Assert.Equal("local", by);
        Assert.Contains("200 games", summary, StringComparison.Ordinal);
        Assert.Empty(provider.Bodies);
    }
}

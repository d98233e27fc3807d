namespace Catalog.Engine.Tests.Shell.Alerts;

/// <summary>When a rule raises an alert, and when that is over.</summary>
public sealed class AlertRuleTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("catalog-alerts-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_condition_that_holds_long_enough_raises_one_alert_that_goes_by_itself()
    {
        await using AlertWorld world = await AlertWorld.StartAsync(_folder);
        await world.AddRuleAsync();
        world.Sell(50, place: 4);
        world.Sell(10);
        Assert.Equal("", await world.LookAfterAsync(1));
        world.Sell(1);
        Assert.Equal("", await world.LookAfterAsync(1));
        Assert.Equal("", await world.LookAfterAsync(4));
        Assert.Equal("1 open", await world.LookAfterAsync(1));
        Assert.Equal("1 open", await world.LookAfterAsync(1));
        Assert.Equal("1 over", await world.LookAfterAsync(10));
    }

    [Fact]
    public async Task A_condition_that_holds_for_too_short_a_time_raises_none()
    {
        await using AlertWorld world = await AlertWorld.StartAsync(_folder);
        await world.AddRuleAsync(("forMinutes", 12));
        world.Sell(11);
        for (int i = 0; i < 20; i++) Assert.Equal("", await world.LookAfterAsync(1));
        world.Sell(11);
        Assert.Equal("", await world.LookAfterAsync(4));
    }

    [Fact]
    public async Task How_long_it_has_held_and_the_quiet_afterwards_outlive_a_restart()
    {
        var rollups = new TestRollups();
        var clock = new ManualClock();
        await using (AlertWorld world = await AlertWorld.StartAsync(_folder, clock, rollups))
        {
            await world.AddRuleAsync();
            world.Sell(20);
            Assert.Equal("", await world.LookAfterAsync(1));
        }

        await using (AlertWorld again = await AlertWorld.StartAsync(_folder, clock, rollups))
        {
            Assert.Equal("1 open", await again.LookAfterAsync(5));
            await again.Desk.ResolveAsync(1, 1, "known");
            again.Sell(20);
            Assert.Equal("1 over", await again.LookAfterAsync(1));
        }

        await using AlertWorld late = await AlertWorld.StartAsync(_folder, clock, rollups);
        Assert.Equal("1 over", await late.LookAfterAsync(28));
        late.Sell(20);
        Assert.Equal("1 over", await late.LookAfterAsync(1));
        Assert.Equal("1 over, 2 open", await late.LookAfterAsync(5));
    }

    [Fact]
    public async Task A_fall_by_a_share_is_measured_against_the_window_before()
    {
        await using AlertWorld world = await AlertWorld.StartAsync(_folder);
        await world.AddRuleAsync(("comparison", "falls_by"), ("threshold", 0.5), ("forMinutes", 0));
        world.Sell(20);
        world.Clock.Advance(TimeSpan.FromMinutes(10));
        world.Sell(11);
        Assert.Equal("", await world.LookAfterAsync(1));
        world.Clock.Advance(TimeSpan.FromMinutes(9));
        world.Sell(5);
        Assert.Equal("1 open", await world.LookAfterAsync(5));
    }

    [Fact]
    public async Task Without_orders_their_number_is_nought_and_their_average_is_unknown()
    {
        await using AlertWorld world = await AlertWorld.StartAsync(_folder);
        await world.AddRuleAsync(("comparison", "below"), ("threshold", 1), ("forMinutes", 0));
        await world.AddRuleAsync(
            ("comparison", "below"), ("threshold", 1), ("forMinutes", 0), ("measure", "average"));
        Assert.Equal("1 open", await world.LookAfterAsync(1));
        Assert.Equal(1UL, (await world.Desk.ListAsync()).Value.Alerts[0].RuleId);
    }

    [Fact]
    public async Task A_rule_that_is_switched_off_or_removed_ends_its_alert()
    {
        await using AlertWorld world = await AlertWorld.StartAsync(_folder);
        await world.AddRuleAsync(("forMinutes", 0));
        await world.AddRuleAsync(("forMinutes", 0));
        world.Sell(20);
        Assert.Equal("1 open, 2 open", await world.LookAfterAsync(1));
        object off = AlertWorld.Rule(("isEnabled", false));
        await world.SendAsync(HttpMethod.Put, "/api/admin/alerts/rules/1", off);
        await world.SendAsync(HttpMethod.Delete, "/api/admin/alerts/rules/2");
        Assert.Equal("1 over, 2 over", await world.LookAfterAsync(1));
        world.Sell(20);
        Assert.Equal("1 over, 2 over", await world.LookAfterAsync(60));
    }

    [Fact]
    public async Task A_system_raises_its_own_once_for_each_thing()
    {
        await using AlertWorld world = await AlertWorld.StartAsync(_folder);
        for (int i = 0; i < 2; i++)
            foreach (string key in new[] { "show-1", "show-2" }) await world.Desk.RaiseAsync(OfSystem(key));
        Assert.Equal("1 open, 2 open", await world.ShortAsync());
        await world.Desk.EndAsync("booking", "show-1");
        await world.Desk.RaiseAsync(OfSystem("show-1"));
        Assert.Equal("1 over, 2 open, 3 open", await world.ShortAsync());
    }

    internal static Catalog.Shell.Alerts.Alert OfSystem(string key) => new()
    {
        Id = 0,
        System = "booking",
        Key = key,
        Title = "Hardly anybody comes",
        Text = "Four of 44 seats are sold.",
        Severity = Catalog.Shell.Alerts.AlertSeverity.Info,
        Details = new Dictionary<string, string> { ["suggestedPriceCents"] = "800" },
    };
}

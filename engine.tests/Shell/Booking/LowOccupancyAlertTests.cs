using System.Globalization;
using System.Text.Json;
using Catalog.Engine.Booking;
using Catalog.Engine.Core.Projections;
using Catalog.Shell.Alerts;
using Catalog.Shell.Booking;
using Catalog.Shell.Booking.Advice;
using Catalog.Shell.Events;
using Catalog.Shell.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ShellAlert = Catalog.Shell.Alerts.Alert;

namespace Catalog.Engine.Tests.Shell.Booking;

/// <summary>Alerts about showtimes that will begin too empty: three are to come, in 24, 48 and 72 hours.</summary>
public sealed class LowOccupancyAlertTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("catalog-low-").FullName;
    private readonly ManualClock _clock = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task An_alert_names_a_price_and_leads_to_it_and_is_raised_once()
    {
        await using BookingWorld world = await StartAsync(100);
        Assert.Equal("1 open, 3 open", await LookAsync(world));
        Assert.Equal("1 open, 3 open", await LookAsync(world));
        ShellAlert alert = (await AlertsAsync(world)).Single(static each => each.Key == "low-occupancy-1");
        string admin = await world.AdminAsync();
        JsonElement advice = (await world.GetAsync("/api/pricing/suggest?showtime_id=1", admin)).Json;
        Assert.Equal(
            advice.GetProperty("suggestedPriceCents").GetInt32(),
            int.Parse(alert.Details["suggestedPriceCents"], CultureInfo.InvariantCulture));
        Assert.Equal("1000", alert.Details["currentPriceCents"]);
        Assert.Equal(
            advice.GetProperty("showtime").GetProperty("expectedOccupancy").GetDouble(),
            double.Parse(alert.Details["expectedOccupancy"], CultureInfo.InvariantCulture));
        Assert.Equal("/booking/admin/insight/outlook?show=1", alert.Details["link"]);
        Assert.StartsWith("Too empty: The Long Wait", alert.Title, StringComparison.Ordinal);
        ShellAnswer list = await world.Host.GetAsync("/api/admin/alerts?state=open", admin);
        // The machine itself may be slow enough for an alert meanwhile.
        Assert.Equal(2, list.Json.GetProperty("items").EnumerateArray().Count(IsTooEmpty));
    }

    [Fact]
    public async Task It_ends_when_the_showtime_begins_and_another_comes_into_sight()
    {
        await using BookingWorld world = await StartAsync(100);
        await LookAsync(world);
        _clock.Advance(TimeSpan.FromHours(25));
        Assert.Equal("1 over, 3 open, 4 open", await LookAsync(world));
    }

    [Fact]
    public async Task It_ends_when_the_showtime_sells_after_all()
    {
        await using BookingWorld world = await StartAsync(60);
        Assert.Equal("1 open, 3 open", await LookAsync(world));
        string[][] seats =
        [
            ["A3", "A4", "A5", "A6", "A7", "A8"], ["B1", "B2", "B3", "B4", "B5", "B6"], ["B7", "B8", "C1", "C2"],
            ["C3", "C4", "C5", "C6", "C7", "C8"],
        ];
        for (int i = 0; i < seats.Length; i++)
        {
            string user = await world.UserAsync("user" + i);
            await world.ConfirmAsync(user, await world.HoldAsync(user, seats[i]));
        }

        for (int i = 0; i < 2; i++) await BuyStandingAsync(world, "stander" + i);
        await world.Host.Service<ReadYourWrites>().WaitAsync(world.Host.Service<ProjectionView<UserBookings>>());
        Assert.Equal("1 over, 3 open", await LookAsync(world));
    }

    [Fact]
    public async Task A_restart_raises_nothing_twice_and_forgets_nothing()
    {
        await using (BookingWorld world = await StartAsync(100)) await LookAsync(world);
        await using (var untrained = new BookingWorld(_folder, _clock, SettingsOf(100, 20)))
        {
            // Until the models are trained again it is not known what is too empty.
            LowOccupancyAlerts alerts = untrained.Host.Service<LowOccupancyAlerts>();
            await alerts.LookAsync(default);
            Assert.Equal("1 open, 3 open", await ShortAsync(untrained));
            await TrainedAsync(untrained);
            Assert.Equal("1 open, 3 open", await LookAsync(untrained));
            Assert.Equal(2, (await AlertsAsync(untrained)).Count);
        }

        // Only what starts within the hour matters now.
        await using var nearer = new BookingWorld(
            _folder, _clock, [.. SettingsOf(100, 20), ("Catalog:Booking:LowOccupancyHours", "1")]);
        await TrainedAsync(nearer);
        Assert.Equal("1 over, 3 over", await LookAsync(nearer));
    }

    [Fact]
    public async Task What_somebody_resolved_is_not_raised_again_for_that_showtime()
    {
        await using BookingWorld world = await StartAsync(100);
        await LookAsync(world);
        ulong id = (await AlertsAsync(world)).Single(static each => each.Key == "low-occupancy-1").Id;
        await world.Host.Service<AlertDesk>().ResolveAsync(id, 1, "A school has rented it.");
        Assert.Equal("1 over, 3 open", await LookAsync(world));
    }

    [Fact]
    public async Task There_are_no_more_at_once_than_wanted_those_that_miss_most_seats_first()
    {
        await using BookingWorld world = await StartAsync(100, 1);
        string admin = await world.AdminAsync();
        JsonElement demand = (await world.GetAsync("/api/admin/insight/demand?days=3", admin)).Json;
        string worst = demand.GetProperty("items").EnumerateArray()
            .OrderBy(static each => each.GetProperty("expectedOccupancy").GetDouble())
            .First().GetProperty("showtimeId").GetString()!;
        Assert.Equal(worst + " open", await LookAsync(world));
        Assert.Equal(worst + " open", await LookAsync(world));
    }

    [Fact]
    public async Task The_live_list_says_what_is_too_empty()
    {
        await using BookingWorld world = await StartAsync(35);
        JsonElement list = (await world.GetAsync("/api/admin/insight/occupancy", await world.AdminAsync())).Json;
        Assert.Equal(
            (0.35, 72), (list.GetProperty("lowBelow").GetDouble(), list.GetProperty("lowHours").GetInt32()));
    }

    [Theory]
    [InlineData("Catalog:Booking:LowOccupancyPercent", "0")]
    [InlineData("Catalog:Booking:LowOccupancyPercent", "101")]
    [InlineData("Catalog:Booking:LowOccupancyHours", "721")]
    [InlineData("Catalog:Booking:LowOccupancyMaxAlerts", "-1")]
    [InlineData("Catalog:Alerts:Mails:0", "nobody")]
    [InlineData("Catalog:Alerts:Webhook", "ftp://example.org")]
    [InlineData("Catalog:Alerts:WebhookSecret", "short")]
    public async Task A_setting_that_makes_no_sense_is_refused_at_start(string key, string value)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?> { ["Catalog:DataPath"] = _folder, [key] = value });
        await using WebApplication app = builder.AddCatalog([new BookingSystem()]).Build();
        OptionsValidationException refused = Assert.Throws<OptionsValidationException>(
            app.Services.GetRequiredService<IStartupValidator>().Validate);
        Assert.Contains(key.Split(':')[2], refused.Message, StringComparison.Ordinal);
    }

    private static (string Key, string Value)[] SettingsOf(int percent, int most) =>
    [
        ("Catalog:RateLimits:Enabled", "false"),
        ("Catalog:Booking:LowOccupancyPercent", percent.ToString(CultureInfo.InvariantCulture)),
        ("Catalog:Booking:LowOccupancyMaxAlerts", most.ToString(CultureInfo.InvariantCulture)),
        // Only tests look.
        ("Catalog:Booking:LowOccupancyCheckSeconds", "3600"),
    ];

    private async Task<BookingWorld> StartAsync(int percent, int most = 20)
    {
        var world = new BookingWorld(_folder, _clock, SettingsOf(percent, most));
        await world.ImportAsync();
        await TrainedAsync(world);
        return world;
    }

    private static async Task TrainedAsync(BookingWorld world)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!world.Host.Service<AdviceWorker>().IsTrained) await Task.Delay(10, patience.Token);
    }

    private static async Task BuyStandingAsync(BookingWorld world, string name)
    {
        string user = await world.UserAsync(name);
        object body = new { showtimeId = "1", area = "Standing", places = 6 };
        ShellAnswer held = await world.PostAsync("/api/bookings/reserve", body, user);
        await world.ConfirmAsync(user, held.Json.GetProperty("bookingId").GetString()!);
    }

    private static bool IsTooEmpty(JsonElement alert) =>
        alert.GetProperty("title").GetString()!.StartsWith("Too empty", StringComparison.Ordinal);

    /// <summary>Looks once; the showtimes there are alerts about, in order.</summary>
    private static async Task<string> LookAsync(BookingWorld world)
    {
        await world.Host.Service<LowOccupancyAlerts>().LookAsync(default);
        return await ShortAsync(world);
    }

    private static async Task<string> ShortAsync(BookingWorld world) => string.Join(
        ", ", (await AlertsAsync(world))
            .Select(static each => each.Key["low-occupancy-".Length..] + (each.IsOver ? " over" : " open")).Order());

    private static async Task<IReadOnlyList<ShellAlert>> AlertsAsync(BookingWorld world) =>
        [.. (await world.Host.Service<AlertDesk>().ListAsync()).Value.Alerts.Where(static each =>
            each.System == "booking")];
}

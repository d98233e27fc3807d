using System.Net;
using System.Text.Json;
using Catalog.Shell.Alerts;
using Microsoft.Extensions.DependencyInjection;

namespace Catalog.Engine.Tests.Shell.Alerts;

/// <summary>Calls of webhooks that fail, hang, lead elsewhere, or are interrupted.</summary>
public sealed class WebhookCourierTests : IDisposable
{
    private const string Deliveries = "/api/admin/alerts/deliveries";
    private readonly string _folder = Directory.CreateTempSubdirectory("catalog-webhooks-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_webhook_that_is_down_for_a_while_gets_the_same_call_until_it_answers()
    {
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync((context, before) =>
        {
            context.Response.StatusCode = before < 2 ? 503 : 200;
            return Task.CompletedTask;
        });
        await using AlertWorld world = await StartAsync();
        await RaiseAsync(world, receiver.Root + "/hook");
        await DoneAsync(world);
        IReadOnlyList<WebhookCall> calls = receiver.Calls;
        Assert.Equal(3, calls.Count);
        Assert.Single(calls.Select(static call => (call.Delivery, call.Body)).Distinct());
        Assert.Equal("alert_raised", EventOf(calls[0]));
        Assert.Equal("", await ShortAsync(world));
    }

    [Fact]
    public async Task A_webhook_that_hangs_delays_no_other_and_gets_its_own_in_order()
    {
        var free = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync((context, before) =>
            context.Request.Path == "/hangs" && before == 0 ? free.Task : Task.CompletedTask);
        await using AlertWorld world = await StartAsync(options => options.WebhookSeconds = 60);
        await RaiseAsync(world, receiver.Root + "/hangs", receiver.Root + "/works");
        await receiver.CalledAsync("/hangs", 1);
        foreach (ulong id in new ulong[] { 1, 2 }) await world.Desk.AcknowledgeAsync(id, 1);
        foreach (ulong id in new ulong[] { 1, 2 }) await world.Desk.ResolveAsync(id, 1, null);
        await receiver.CalledAsync("/works", 3);
        Assert.Single(receiver.CallsOf("/hangs"));
        free.SetResult();
        await receiver.CalledAsync("/hangs", 3);
        string[] all = ["alert_raised", "alert_acknowledged", "alert_resolved"];
        Assert.Equal(all, receiver.CallsOf("/works").Select(EventOf));
        Assert.Equal(all, receiver.CallsOf("/hangs").Select(EventOf));
        await DoneAsync(world);
    }

    [Fact]
    public async Task What_fails_too_often_is_set_aside_outlives_a_restart_and_is_tried_again_when_asked()
    {
        bool isRepaired = false;
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync((context, _) =>
        {
            context.Response.StatusCode = Volatile.Read(ref isRepaired) ? 204 : 500;
            return Task.CompletedTask;
        });
        await using (AlertWorld world = await StartAsync())
        {
            await RaiseAsync(world, receiver.Root + "/hook");
            await DoneAsync(world);
            Assert.Equal("1 parked 3 The webhook answered 500.", await ShortAsync(world));
        }

        await using AlertWorld again = await StartAsync();
        Assert.Equal("1 parked 3 The webhook answered 500.", await ShortAsync(again));
        Volatile.Write(ref isRepaired, true);
        // What comes later does not wait for what was set aside.
        await again.Desk.ResolveAsync(1, 1, null);
        await receiver.CalledAsync("/hook", 4);
        Assert.Equal("alert_resolved", EventOf(receiver.Calls[^1]));
        ShellAnswer retried = await again.SendAsync(HttpMethod.Post, Deliveries + "/1/retry");
        Assert.Equal(HttpStatusCode.NoContent, retried.Status);
        await receiver.CalledAsync("/hook", 5);
        await DoneAsync(again);
        Assert.Equal(("1", ""), (receiver.Calls[^1].Delivery, await ShortAsync(again)));
        (await again.SendAsync(HttpMethod.Post, Deliveries + "/1/retry"))
            .AssertProblem(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task What_was_interrupted_by_a_restart_is_called_again_under_the_same_name()
    {
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync((context, before) =>
            before == 0 ? Task.Delay(Timeout.Infinite, context.RequestAborted) : Task.CompletedTask);
        await using (AlertWorld world = await StartAsync(options => options.WebhookSeconds = 60))
        {
            await RaiseAsync(world, receiver.Root + "/hook");
            await receiver.CalledAsync("/hook", 1);
        }

        await using AlertWorld again = await StartAsync();
        await DoneAsync(again);
        Assert.Equal(2, receiver.Calls.Count);
        Assert.Equal(receiver.Calls[0], receiver.Calls[1]);
        Assert.Equal("", await ShortAsync(again));
    }

    [Fact]
    public async Task A_webhook_that_answers_too_late_or_leads_elsewhere_is_set_aside()
    {
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync((context, _) =>
        {
            if (context.Request.Path == "/late") return Task.Delay(Timeout.Infinite, context.RequestAborted);
            context.Response.StatusCode = 302;
            context.Response.Headers.Location = "/inside";
            return Task.CompletedTask;
        });
        await using (AlertWorld patient = await StartAsync(static options => options.WebhookAttempts = 1))
        {
            await RaiseAsync(patient, receiver.Root + "/moved");
            await DoneAsync(patient);
        }

        await using AlertWorld world = await StartAsync(static options =>
            (options.WebhookSeconds, options.WebhookAttempts) = (1, 1));
        await RaiseAsync(world, receiver.Root + "/late");
        await DoneAsync(world);
        Assert.Equal(
            "1 parked 1 The webhook answered 302., 2 parked 1 It did not answer within 1 s.", await ShortAsync(world));
        Assert.Empty(receiver.CallsOf("/inside"));
        await world.SendAsync(HttpMethod.Delete, Deliveries + "/1");
        Assert.Equal("2 parked 1 It did not answer within 1 s.", await ShortAsync(world));
    }

    [Fact]
    public async Task A_private_address_is_set_aside_without_a_call()
    {
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync(static (_, _) => Task.CompletedTask);
        await using AlertWorld world = await StartAsync(static options => options.AllowPrivateWebhooks = false);
        await RaiseAsync(world, receiver.Root + "/hook");
        await DoneAsync(world);
        Assert.Equal("1 parked 3 The webhook's address is not a public one.", await ShortAsync(world));
        Assert.Empty(receiver.Calls);
    }

    [Fact]
    public async Task Alerts_of_systems_go_where_the_settings_say()
    {
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync(static (_, _) => Task.CompletedTask);
        await using AlertWorld world = await StartAsync(options =>
            (options.Webhook, options.Mails) = (receiver.Root + "/system", ["ops@example.org"]));
        await world.Desk.RaiseAsync(AlertRuleTests.OfSystem("show-1"));
        await receiver.CalledAsync("/system", 1);
        Catalog.Shell.Alerts.Alert raised = Assert.Single((await world.Desk.ListAsync()).Value.Alerts);
        Assert.Equal(["ops@example.org"], raised.Channels.Mails);
    }

    private Task<AlertWorld> StartAsync(Action<AlertOptions>? change = null) =>
        AlertWorld.StartAsync(_folder, also: services => services.PostConfigure<AlertOptions>(options =>
        {
            (options.AllowPrivateWebhooks, options.WebhookAttempts, options.WebhookRetryMs) = (true, 3, 1);
            change?.Invoke(options);
        }));

    /// <summary>An alert for each address.</summary>
    private static async Task RaiseAsync(AlertWorld world, params string[] addresses)
    {
        foreach (string address in addresses) await world.AddRuleAsync(("forMinutes", 0), ("webhook", address));
        world.Sell(20);
        await world.LookAfterAsync(1);
    }

    /// <summary>Waits until every call was made or set aside.</summary>
    private static async Task DoneAsync(AlertWorld world)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while ((await world.Desk.ListDeliveriesAsync()).Value.Deliveries.Any(static each => !each.IsParked))
            await Task.Delay(5, patience.Token);
    }

    private static async Task<string> ShortAsync(AlertWorld world)
    {
        ShellAnswer list = await world.SendAsync(HttpMethod.Get, Deliveries);
        return string.Join(", ", list.Json.GetProperty("items").EnumerateArray().Select(static each =>
            $"{each.GetProperty("id")} {each.GetProperty("state")} {each.GetProperty("attempts")} "
            + each.GetProperty("error").GetString()));
    }

    private static string EventOf(WebhookCall call) =>
        JsonDocument.Parse(call.Body).RootElement.GetProperty("event").GetString()!;
}
